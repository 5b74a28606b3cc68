package org.hejie.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class FilesHealthTest {

    @TempDir Path temp;

    @Test
    void aBucketThatCannotBeReachedAtStartIsToldByItsSetting() {
        try (var bucket = TestedStore.Bucket.in(temp)) {
            var health = new FilesHealth(new ContentStores(Optional.of(bucket.store()), List.of()));
            bucket.breakDown();

            assertThat(health.health()).isEqualTo(Health.down().withDetail("fault", "HEJIE_FILES_S3_ENDPOINT: it does not answer").build());
        }
    }

    @Test
    void aBucketThatGoesAwayLaterLeavesTheServerReady() {
        try (var bucket = TestedStore.Bucket.in(temp)) {
            var health = new FilesHealth(new ContentStores(Optional.of(bucket.store()), List.of()));
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            bucket.breakDown();

            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void filesInTheDatabaseNeedNothingElse() {
        assertThat(new FilesHealth(new ContentStores(Optional.empty(), List.of())).health().getStatus()).isEqualTo(Status.UP);
    }
}
