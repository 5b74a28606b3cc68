package org.hejie.document.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hejie.document.internal.FilesProperties.S3;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.auth.scheme.S3AuthSchemeProvider;

/**
 * A client that speaks what every S3-compatible store understands: signature 4 over the whole content, its hash included, no chunks, no trailers.
 * So a store that checks signatures refuses content that changed on the way.
 */
final class BucketClient {

    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private static final int TRIES = 3;

    private BucketClient() {
    }

    /** @throws UnusableStore if the endpoint is not an address of HTTP */
    static S3Client of(S3 settings, BucketAccount account, int connections) {
        Duration silence = least(LONGEST_SILENCE, settings.timeout());
        S3ClientBuilder client = S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder().maxConnections(connections)
                        .connectionTimeout(least(CONNECTING, silence)).connectionAcquisitionTimeout(silence).socketTimeout(silence))
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(account.accessKey(), account.secretKey())))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false).expectContinueEnabled(false))
                .authSchemeProvider(signingContent())
                .overrideConfiguration(withoutFilesOfTheAccount(settings.timeout()));
        if (settings.endpoint() != null) {
            client.endpointOverride(checked(settings.endpoint()));
        }
        return client.build();
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static URI checked(URI endpoint) {
        if (endpoint.getHost() == null || !List.of("http", "https").contains(endpoint.getScheme())) {
            throw new UnusableStore("HEJIE_FILES_S3_ENDPOINT is not an address.",
                    "Set it to one such as https://s3.example.gov.cn, without the bucket.");
        }
        return endpoint;
    }

    /** The SDK leaves content unsigned over TLS unless it is told. */
    private static S3AuthSchemeProvider signingContent() {
        S3AuthSchemeProvider usual = S3AuthSchemeProvider.defaultProvider();
        return request -> usual.resolveAuthScheme(request).stream().map(BucketClient::signingContent).toList();
    }

    private static AuthSchemeOption signingContent(AuthSchemeOption option) {
        return option.toBuilder().putSignerProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, true).build();
    }

    /** What lies in {@code ~/.aws} of whoever starts the server is not read. */
    private static ClientOverrideConfiguration withoutFilesOfTheAccount(Duration timeout) {
        ProfileFile none = ProfileFile.aggregator().build();
        return ClientOverrideConfiguration.builder().defaultProfileFileSupplier(() -> none).apiCallTimeout(timeout)
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(TRIES).build()).build();
    }
}
