package org.hejie.document.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.hejie.document.ContentVault;
import org.hejie.document.internal.FilesProperties.Store;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps new content where the setting says and finds the old wherever it was kept. */
class KeptContent implements ContentVault {

    private static final HexFormat HEX = HexFormat.of();

    private final FilesProperties settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeptContent(FilesProperties settings, JdbcClient jdbc, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Kept keep(byte[] sealed) {
        if (settings.store() == Store.DATABASE) {
            return new Kept(sealed, null);
        }
        byte[] address = sha256(sealed);
        try {
            write(sealed, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql("insert into document.stored_content (address, kept_at) values (:address, :at) on conflict do nothing")
                .param("address", address).param("at", Times.utc(clock.instant())).update();
        return new Kept(null, address);
    }

    /** On the disk before the row is committed: first under a passing name, then whole under its own. */
    private void write(byte[] sealed, byte[] address) throws IOException {
        Path file = place(HEX.formatHex(address));
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "part-", null);
        try {
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(sealed);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true); // the name, too, is there after a power cut
        }
    }

    @Override
    public byte[] fetch(Kept kept) {
        if (kept.sealed() != null) {
            return kept.sealed();
        }
        String address = HEX.formatHex(kept.address());
        try {
            byte[] sealed = Files.readAllBytes(place(address));
            if (!MessageDigest.isEqual(sha256(sealed), kept.address())) {
                throw new DamagedContent(address);
            }
            return sealed;
        } catch (NoSuchFileException e) {
            throw new DamagedContent(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String address) {
        return settings.folder().resolve(address.substring(0, 2)).resolve(address);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
