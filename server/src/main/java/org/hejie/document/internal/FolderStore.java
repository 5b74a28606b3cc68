package org.hejie.document.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hejie.document.ContentVault.DamagedContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder beside the database. What no row names is moved to {@code orphaned/} and the date. */
class FolderStore implements ContentStore {

    private static final Logger LOG = LoggerFactory.getLogger(FolderStore.class);
    private static final String ASIDE = "orphaned";
    private static final int AT_ONCE = 1_000;

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "folder";
    }

    /** First under a passing name, then whole under its own. */
    @Override
    public void put(Address address, byte[] sealed) {
        if (get(address).isPresent()) {
            return;
        }
        working(() -> {
            Path file = folder.resolve(address.key());
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "part-", null);
            try {
                write(sealed, part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            try (FileChannel shelf = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                shelf.force(true); // the name, too, is there after a power cut
            }
            return file;
        });
    }

    private static void write(byte[] sealed, Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(sealed);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    @Override
    public Optional<byte[]> get(Address address) {
        return working(() -> {
            Path file = folder.resolve(address.key());
            try {
                if (Files.size(file) > LARGEST) {
                    throw new DamagedContent(address.hex());
                }
                byte[] sealed = Files.readAllBytes(file);
                if (!address.isOf(sealed)) {
                    throw new DamagedContent(address.hex());
                }
                return Optional.of(sealed);
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean holds(Address address) {
        return Files.isRegularFile(folder.resolve(address.key()));
    }

    @Override
    public void settled(Instant before, Consumer<List<String>> keys) {
        working(() -> {
            for (Path shelf : shelves()) {
                List<String> settled = settled(shelf, before);
                for (int from = 0; from < settled.size(); from += AT_ONCE) {
                    keys.accept(settled.subList(from, Math.min(settled.size(), from + AT_ONCE)));
                }
            }
            return keys;
        });
    }

    private List<Path> shelves() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> shelves = Files.list(folder)) {
            return shelves.filter(path -> path.getFileName().toString().matches("[0-9a-f]{2}")).sorted().toList();
        }
    }

    private List<String> settled(Path shelf, Instant before) throws IOException {
        var settled = new ArrayList<String>();
        try (Stream<Path> files = Files.list(shelf)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    settled.add(shelf.getFileName() + "/" + file.getFileName());
                }
            }
        }
        return settled;
    }

    @Override
    public int setAside(List<String> keys, LocalDate today) {
        return working(() -> {
            Path aside = Files.createDirectories(folder.resolve(ASIDE).resolve(today.toString()));
            for (String key : keys) {
                Path file = folder.resolve(key);
                Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            return keys.size();
        });
    }

    @Override
    public Optional<String> fault() {
        try {
            return Files.isWritable(Files.createDirectories(folder)) ? Optional.empty() : Optional.of(unusable("may not be written"));
        } catch (IOException e) {
            return Optional.of(unusable("cannot be made"));
        }
    }

    private static String unusable(String why) {
        return "HEJIE_FILES_FOLDER: the folder " + why;
    }

    private interface Work<T> {
        T done() throws IOException;
    }

    private <T> T working(Work<T> work) {
        try {
            return work.done();
        } catch (IOException e) {
            LOG.warn("The folder {} does not work: {}", folder, e.getClass().getSimpleName());
            throw FilesUnavailable.problem();
        }
    }
}
