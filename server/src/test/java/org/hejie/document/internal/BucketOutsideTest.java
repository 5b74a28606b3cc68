package org.hejie.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.document.internal.ContentStoreTest.put;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.hejie.document.NewFile;
import org.hejie.document.internal.FilesProperties.S3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tries a real store, for who wants to know whether it fits: an empty bucket {@code hejie-test} at {@code HEJIE_TEST_S3_ENDPOINT}, with the account
 * in {@code HEJIE_FILES_S3_ACCESSKEY} and {@code HEJIE_FILES_S3_SECRETKEY}. What it puts there, stays.
 */
@EnabledIfEnvironmentVariable(named = "HEJIE_TEST_S3_ENDPOINT", matches = "https?://.+")
class BucketOutsideTest {

    @TempDir Path temp;

    @Test
    void aRealStoreKeepsWhatAllStoresPromise() {
        var settings = new S3(URI.create(System.getenv("HEJIE_TEST_S3_ENDPOINT")), "us-east-1", "hejie-test", true, Duration.ofSeconds(30));
        try (var store = new BucketStore(settings, BucketAccount.of(System::getenv), temp.resolve("orphans.txt"))) {
            assertThat(store.fault()).isEmpty();
            var content = new byte[NewFile.MAX_BYTES];
            content[0] = (byte) System.nanoTime();
            Address address = Address.of(content);
            assertThat(store.get(address)).isEmpty();
            assertThat(store.holds(address)).isFalse();

            put(store, content);
            put(store, content);

            assertThat(store.get(address)).contains(content);
            assertThat(store.holds(address)).isTrue();
            var keys = new ArrayList<String>();
            store.settled(Instant.now().plusSeconds(60), keys::addAll);
            assertThat(keys).contains(address.key());
        }
    }
}
