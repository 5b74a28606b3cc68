package org.hejie.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;

/**
 * Unpacks an archive to nowhere and counts, before anything else reads it: what an archive says of its own size
 * may be a lie.
 *
 * @param names names of all entries
 */
public record ZipInspection(Set<String> names) {

    private static final int MAX_ENTRIES = 2_000;
    private static final long MAX_UNPACKED = 300L * 1024 * 1024;
    private static final long MAX_RATIO = 100;
    /** Below this an entry may shrink as it likes: a page of spaces is no bomb. */
    private static final long RATIO_COUNTS_FROM = 4L * 1024 * 1024;

    public ZipInspection {
        names = Set.copyOf(names);
    }

    /**
     * Reads through the whole archive with flat memory.
     *
     * @throws Problem 415 with {@code ZIP_BOMB} when it has too many entries, unpacks to over 300 MB or to over a
     *         hundred times its size, {@code ARCHIVE_BROKEN} when it cannot be read, {@code MACROS} when it
     *         brings programs
     */
    public static ZipInspection of(byte[] archive) {
        var names = new HashSet<String>();
        long unpacked = 0;
        byte[] buffer = new byte[16 * 1024];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                refuse(names.size() > MAX_ENTRIES, "ZIP_BOMB");
                refuse(entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"), "MACROS");
                unpacked = through(zip, buffer, unpacked, archive.length);
            }
        } catch (IOException | IllegalArgumentException e) { // the latter for names in no known charset
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, "ARCHIVE_BROKEN");
        }
        return new ZipInspection(names);
    }

    private static long through(InputStream entry, byte[] buffer, long before, long packed) throws IOException {
        long unpacked = before;
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            unpacked += read;
            refuse(unpacked > MAX_UNPACKED, "ZIP_BOMB");
            refuse(unpacked > RATIO_COUNTS_FROM && unpacked > packed * MAX_RATIO, "ZIP_BOMB");
        }
        return unpacked;
    }

    private static void refuse(boolean wrong, String reason) {
        if (wrong) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, reason);
        }
    }
}
