package org.hejie.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
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

    /** Reads one entry of an archive. */
    @FunctionalInterface
    public interface EntryUse {

        /** @param content of the entry; closed by the caller */
        void read(String name, InputStream content) throws IOException;
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
        byte[] buffer = new byte[16 * 1024];
        long[] unpacked = {0};
        each(archive, (name, content) -> {
            names.add(name);
            refuse(names.size() > MAX_ENTRIES, "ZIP_BOMB");
            refuse(name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"), "MACROS");
            unpacked[0] = through(content, buffer, unpacked[0], archive.length);
        });
        return new ZipInspection(names);
    }

    /**
     * Gives every entry its central directory names to the use, as the programs that open it later would find them.
     *
     * @throws Problem 415 with {@code ARCHIVE_BROKEN} when it cannot be read
     */
    public static void each(byte[] archive, EntryUse use) {
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(archive)).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    use.read(entry.getName(), content);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, "ARCHIVE_BROKEN", "file");
        }
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
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, reason, "file");
        }
    }
}
