package org.hejie.document.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where content lies.
 *
 * @param store  new content goes there; what lies elsewhere stays readable
 * @param folder for {@link Store#FOLDER}, in the data folder unless said otherwise
 * @param s3     for {@link Store#S3}
 */
@ConfigurationProperties("hejie.files")
record FilesProperties(@DefaultValue("database") Store store, Path folder, @DefaultValue S3 s3) {

    /** See ADR 43 and 87. */
    enum Store { DATABASE, FOLDER, S3 }

    /**
     * A bucket. Its account is not here: see {@link BucketAccount}.
     *
     * @param endpoint  address of the service, without the bucket; unset: Amazon's own of the region
     * @param region    what requests are signed for; most other services take any
     * @param bucket    its name; unset: there is no bucket
     * @param pathStyle whether the bucket stands in the path and not in the host name
     * @param timeout   longest time of one call, its repetitions included
     */
    record S3(@Nullable URI endpoint, @DefaultValue("us-east-1") String region, @Nullable String bucket,
            @DefaultValue("true") boolean pathStyle, @DefaultValue("30s") Duration timeout) {

        boolean named() {
            return bucket != null && !bucket.isBlank();
        }
    }
}
