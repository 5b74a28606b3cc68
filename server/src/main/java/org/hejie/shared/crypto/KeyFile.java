package org.hejie.shared.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file that keeps the master secrets: text, one line a secret, readable by its owner alone.
 *
 * <pre>
 * hejie-keys 1
 * key 1 9f86…
 * </pre>
 */
public final class KeyFile {

    private static final String HEADER = "hejie-keys 1";
    private static final String NOTE = """
            # Without this file no name, number or phone in the database can be read.
            # Keep a copy apart from the database and its backups.
            """;
    private static final Pattern LINE = Pattern.compile("key (\\d{1,3}) ([0-9a-f]{64})");

    private final Path path;
    private final SecureRandom random = new SecureRandom();

    /** The key file at {@code path}, there or not yet. */
    public KeyFile(Path path) {
        this.path = path;
    }

    /** Whether the file is there. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Reads the ring.
     *
     * @throws UnusableKeyFile if it is missing, malformed or open to others than its owner
     */
    public KeyRing load() {
        try {
            requirePrivate();
            return parse(Files.readAllLines(path, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UnusableKeyFile(path, "cannot be read", e);
        }
    }

    /** Writes a new ring of one random secret, with permission for the owner alone. */
    public KeyRing create() {
        return write(Map.of(1, newSecret()));
    }

    /** Adds a random secret that encrypts from the next start on; what was encrypted before stays readable. */
    public KeyRing rotate() {
        KeyRing ring = load();
        Map<Integer, byte[]> secrets = new TreeMap<>(ring.secrets());
        secrets.put(ring.currentId() + 1, newSecret());
        return write(secrets);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private byte[] newSecret() {
        byte[] secret = new byte[KeyRing.SECRET_LENGTH];
        random.nextBytes(secret);
        return secret;
    }

    private KeyRing parse(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new UnusableKeyFile(path, "does not begin with \"" + HEADER + "\"", null);
        }
        Map<Integer, byte[]> secrets = new TreeMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher key = LINE.matcher(line);
            if (!key.matches()
                    || secrets.put(Integer.valueOf(key.group(1)), HexFormat.of().parseHex(key.group(2))) != null) {
                throw new UnusableKeyFile(path, "line " + (i + 1) + " is not one key of its own", null);
            }
        }
        try {
            return new KeyRing(secrets);
        } catch (IllegalArgumentException e) {
            throw new UnusableKeyFile(path, e.getMessage(), null);
        }
    }

    private KeyRing write(Map<Integer, byte[]> secrets) {
        KeyRing ring = new KeyRing(secrets);
        StringBuilder text = new StringBuilder(HEADER).append('\n').append(NOTE);
        ring.secrets().forEach((id, secret) ->
                text.append("key ").append(id).append(' ').append(HexFormat.of().formatHex(secret)).append('\n'));
        Path whole = path.toAbsolutePath();
        Path draft = whole.resolveSibling(whole.getFileName() + ".new");
        try {
            Files.createDirectories(whole.getParent());
            Files.deleteIfExists(draft);
            try (FileChannel channel = FileChannel.open(draft,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
                channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the key file " + path, e);
        }
        return ring;
    }

    private void requirePrivate() throws IOException {
        if (!posix() || !exists()) {
            return;
        }
        var others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        others.removeAll(PosixFilePermissions.fromString("rwx------"));
        if (!others.isEmpty()) {
            throw new UnusableKeyFile(path, "can be opened by others than its owner; run: chmod 600 " + path, null);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
