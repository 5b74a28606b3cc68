package org.hejie.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hejie.document.internal.FilesProperties.S3;
import org.hejie.document.internal.FilesProperties.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stores the settings set up, and what is said when they cannot. */
class ContentStoresTest {

    private static final Map<String, String> ACCOUNT = Map.of("HEJIE_FILES_S3_ACCESSKEY", "AKHEJIE", "HEJIE_FILES_S3_SECRETKEY", "hidden");

    @ParameterizedTest
    @CsvSource({"DATABASE,,,folder", "FOLDER,,folder,", "DATABASE,county,,folder+bucket", "FOLDER,county,folder,bucket", "S3,county,bucket,folder"})
    void oneStoreTakesNewContentAndTheOthersAreRead(Store store, @Nullable String bucket, @Nullable String chosen, @Nullable String further) {
        try (var stores = ContentStores.of(settings(store, bucket, "http://127.0.0.1:9000"), ACCOUNT::get)) {
            assertThat(stores.chosen().map(ContentStore::name).orElse(null)).isEqualTo(chosen);
            assertThat(String.join("+", stores.further().stream().map(ContentStore::name).toList())).isEqualTo(further == null ? "" : further);
        }
    }

    @Test
    void withoutABucketTheSettingIsNamed() {
        refused(settings(Store.S3, null, "http://127.0.0.1:9000"), ACCOUNT, "HEJIE_FILES_S3_BUCKET");
    }

    @Test
    void withoutAnAccountTheVariableIsNamed() {
        refused(settings(Store.S3, "county", "http://127.0.0.1:9000"), Map.of("HEJIE_FILES_S3_ACCESSKEY", "AKHEJIE"), "HEJIE_FILES_S3_SECRETKEY");
    }

    @Test
    void anAddressThatIsNoneIsNamed() {
        refused(settings(Store.S3, "county", "s3.example.gov.cn"), ACCOUNT, "HEJIE_FILES_S3_ENDPOINT");
    }

    @Test
    void anAccountDoesNotPrintItself() {
        assertThat(new BucketAccount("AKHEJIE", "hidden").toString()).doesNotContain("AKHEJIE", "hidden");
    }

    private static void refused(FilesProperties settings, Map<String, String> environment, String setting) {
        assertThatExceptionOfType(UnusableStore.class).isThrownBy(() -> ContentStores.of(settings, environment::get).close())
                .satisfies(refusal -> assertThat(refusal.getMessage() + refusal.action()).contains(setting).doesNotContain("hidden"));
    }

    private static FilesProperties settings(Store store, @Nullable String bucket, String endpoint) {
        return new FilesProperties(store, Path.of("files"), new S3(URI.create(endpoint), "us-east-1", bucket, true, Duration.ofSeconds(30)));
    }
}
