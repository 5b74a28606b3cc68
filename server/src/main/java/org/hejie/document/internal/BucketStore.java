package org.hejie.document.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hejie.document.ContentVault.DamagedContent;
import org.hejie.document.internal.FilesProperties.S3;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of an S3-compatible store. The server only lists, reads and adds: it needs no right to delete. What no row names is written on a
 * list beside, for the bucket may serve another copy of the database that names it.
 *
 * <p>At most {@value #AT_ONCE} calls run at a time: a store that hangs must not hold all connections to the database of those who wait for it.
 */
class BucketStore implements ContentStore {

    private static final Logger LOG = LoggerFactory.getLogger(BucketStore.class);
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration CHECK = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int STANDS_ALREADY = 412;
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Client client;
    private final String bucket;
    private final Path list;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private volatile boolean conditional = true;

    /** @param list file into which the keys of orphans are written */
    BucketStore(S3 settings, BucketAccount account, Path list) {
        this.client = BucketClient.of(settings, account, AT_ONCE);
        this.bucket = settings.bucket();
        this.list = list;
    }

    @Override
    public String name() {
        return "bucket";
    }

    @Override
    public void put(Address address, byte[] sealed) {
        boolean written = conditional ? putIfAbsent(address, sealed) : putUnlessHeld(address, sealed);
        if (!written) {
            standing(address);
        }
    }

    private boolean putIfAbsent(Address address, byte[] sealed) {
        int answer = calling(() -> answer(order(address).ifNoneMatch("*"), sealed));
        if (answer == NOT_IMPLEMENTED) {
            LOG.info("The store of the bucket knows no condition on writing; it is asked before");
            conditional = false;
            return putUnlessHeld(address, sealed);
        }
        return answer != STANDS_ALREADY;
    }

    private int answer(PutObjectRequest.Builder order, byte[] sealed) {
        try {
            client.putObject(order.build(), body(sealed));
            return OK;
        } catch (S3Exception e) {
            if (e.statusCode() == STANDS_ALREADY || e.statusCode() == NOT_IMPLEMENTED) {
                return e.statusCode();
            }
            throw e;
        }
    }

    private boolean putUnlessHeld(Address address, byte[] sealed) {
        return !holds(address) && calling(() -> client.putObject(order(address).build(), body(sealed))) != null;
    }

    private PutObjectRequest.Builder order(Address address) {
        return PutObjectRequest.builder().bucket(bucket).key(address.key());
    }

    /** Without a copy of up to 20 MB. */
    private static RequestBody body(byte[] sealed) {
        return RequestBody.fromContentProvider(ContentStreamProvider.fromByteArrayUnsafe(sealed), sealed.length, "application/octet-stream");
    }

    /** Whoever put it, such as a try of ours whose answer was lost: it must be the right one. */
    private void standing(Address address) {
        get(address).orElseThrow(() -> new DamagedContent(address.hex()));
    }

    @Override
    public Optional<byte[]> get(Address address) {
        Optional<byte[]> found = calling(() -> {
            try {
                return Optional.of(client.getObject(order -> order.bucket(bucket).key(address.key()), read(address)));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
        if (found.isPresent() && !address.isOf(found.get())) {
            throw new DamagedContent(address.hex());
        }
        return found;
    }

    /** No more than a file can have; a line that breaks is tried again. */
    private static ResponseTransformer<GetObjectResponse, byte[]> read(Address address) {
        return (response, content) -> {
            try {
                byte[] bytes = content.readNBytes(LARGEST + 1);
                return bytes.length > LARGEST ? tooLarge(content) : bytes;
            } catch (IOException e) {
                throw RetryableException.create("the line broke at " + address.hex(), e);
            }
        };
    }

    private static byte[] tooLarge(AbortableInputStream content) {
        content.abort();
        return new byte[0];
    }

    @Override
    public boolean holds(Address address) {
        return calling(() -> {
            try {
                client.headObject(order -> order.bucket(bucket).key(address.key()));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_FOUND) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public void settled(Instant before, Consumer<List<String>> keys) {
        String next = null;
        do {
            String from = next;
            ListObjectsV2Response page = calling(() -> client.listObjectsV2(order -> order.bucket(bucket).continuationToken(from)));
            keys.accept(page.contents().stream().filter(object -> object.lastModified().isBefore(before)).map(S3Object::key)
                    .filter(key -> Address.ofKey(key).isPresent()).toList());
            next = page.nextContinuationToken();
        } while (next != null);
    }

    @Override
    public int setAside(List<String> keys, LocalDate today) {
        try {
            Files.createDirectories(list.getParent());
            Set<String> listed = Files.exists(list)
                    ? Files.readAllLines(list).stream().map(line -> line.substring(line.indexOf(' ') + 1)).collect(Collectors.toSet())
                    : new HashSet<>();
            List<String> more = keys.stream().filter(key -> !listed.contains(key)).map(key -> today + " " + key).toList();
            Files.write(list, more, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return more.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> fault() {
        try {
            client.listObjectsV2(order -> order.bucket(bucket).maxKeys(1).overrideConfiguration(call -> call.apiCallTimeout(CHECK)));
            return Optional.empty();
        } catch (SdkException e) {
            return Optional.of(BucketFault.of(e));
        }
    }

    private <T> T calling(Supplier<T> call) {
        enter();
        try {
            return call.get();
        } catch (SdkException e) {
            LOG.warn("The bucket does not work: {}", BucketFault.of(e));
            throw FilesUnavailable.problem();
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            LOG.warn("The bucket is slow: {} calls are under way", AT_ONCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw FilesUnavailable.problem();
    }

    @Override
    public void close() {
        client.close();
    }
}
