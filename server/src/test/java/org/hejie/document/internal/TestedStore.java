package org.hejie.document.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.hejie.document.internal.BucketServer.Lying;

/** A store and what a test does behind its back. */
interface TestedStore extends AutoCloseable {

    ContentStore store();

    /** Puts other bytes at the address. */
    void replace(Address address, byte[] bytes);

    void remove(Address address);

    /** As if it had been put at that time. */
    void putSince(Address address, Instant since);

    /** From now on it does not work. */
    void breakDown();

    /** The file that tells of the orphan at the address. */
    Path trace(Address address, String today);

    @Override
    default void close() {
    }

    /** A folder with nothing in it. */
    record Folder(Path folder, ContentStore store) implements TestedStore {

        static Folder in(Path folder) {
            return new Folder(folder, new FolderStore(folder));
        }

        @Override
        public void replace(Address address, byte[] bytes) {
            done(() -> Files.write(folder.resolve(address.key()), bytes));
        }

        @Override
        public void remove(Address address) {
            done(() -> Files.deleteIfExists(folder.resolve(address.key())));
        }

        @Override
        public void putSince(Address address, Instant since) {
            done(() -> Files.setLastModifiedTime(folder.resolve(address.key()), FileTime.from(since)));
        }

        @Override
        public void breakDown() {
            done(() -> {
                Files.deleteIfExists(folder);
                return Files.writeString(folder, "a file in the way");
            });
        }

        @Override
        public Path trace(Address address, String today) {
            return folder.resolve("orphaned").resolve(today).resolve(address.hex());
        }

        private interface Work {
            Object done() throws IOException;
        }

        private static void done(Work work) {
            try {
                work.done();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A bucket with nothing in it, and the folder in which its orphans are listed. */
    record Bucket(BucketServer server, Path folder, ContentStore store) implements TestedStore {

        static Bucket in(Path folder) {
            var server = new BucketServer();
            return new Bucket(server, folder, new BucketStore(server.settings(), BucketServer.ACCOUNT, folder.resolve("orphaned/bucket.txt")));
        }

        @Override
        public void replace(Address address, byte[] bytes) {
            server.objects.put(address.key(), new Lying(bytes, Instant.now()));
        }

        @Override
        public void remove(Address address) {
            server.objects.remove(address.key());
        }

        @Override
        public void putSince(Address address, Instant since) {
            server.objects.computeIfPresent(address.key(), (key, lying) -> new Lying(lying.bytes(), since));
        }

        @Override
        public void breakDown() {
            server.close();
        }

        @Override
        public Path trace(Address address, String today) {
            return folder.resolve("orphaned/bucket.txt");
        }

        @Override
        public void close() {
            store.close();
            server.close();
        }
    }
}
