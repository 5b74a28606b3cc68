package org.hejie.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hejie.document.internal.ContentStoreTest.bytes;
import static org.hejie.document.internal.ContentStoreTest.damaged;
import static org.hejie.document.internal.ContentStoreTest.put;
import static org.hejie.document.internal.ContentStoreTest.unavailable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hejie.document.internal.BucketServer.Fault;
import org.hejie.document.internal.FilesProperties.S3;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A bucket whose store fails in the ways stores fail. */
class BucketStoreTest {

    private final BucketServer server = new BucketServer();
    private final BucketStore store = store(server.impatient(), BucketServer.ACCOUNT);

    private BucketStore store(S3 settings, BucketAccount account) {
        return new BucketStore(settings, account, Path.of("orphans.txt"));
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWERS_500", "CUTS_THE_LINE", "LOSES_THE_ANSWER"})
    void aFailureThatPassesIsNotNoticed(Fault fault) {
        server.next(fault);

        Address address = put(store, bytes("sealed"));

        assertThat(store.get(address)).contains(bytes("sealed"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWERS_500", "CUTS_THE_LINE"})
    void aFailureThatStaysIsToldAndNothingWasKept(Fault fault) {
        server.next(fault, fault, fault);

        unavailable(() -> put(store, bytes("sealed")));

        assertThat(server.objects).isEmpty();
    }

    @Test
    @Timeout(30)
    void aStoreThatIsSilentIsNotWaitedForForever() {
        server.next(Fault.IS_SILENT, Fault.IS_SILENT, Fault.IS_SILENT);

        unavailable(() -> put(store, bytes("sealed")));
    }

    @Test
    @Timeout(30)
    void contentThatDripsIsNotWaitedForForever() {
        Address address = put(store, new byte[100_000]);
        server.next(Fault.DRIPS, Fault.DRIPS, Fault.DRIPS);

        unavailable(() -> store.get(address));
    }

    @Test
    @Timeout(30)
    void whileEightWaitForTheStoreTheNinthIsToldAtOnce() {
        try (var patient = store(server.settings(), BucketServer.ACCOUNT)) {
            Fault[] silence = Collections.nCopies(8, Fault.IS_SILENT).toArray(Fault[]::new);
            server.next(silence);
            List<Thread> waiting = IntStream.range(0, silence.length)
                    .mapToObj(number -> Thread.startVirtualThread(() -> patient.holds(Address.of(bytes("sealed " + number))))).toList();
            await().until(() -> server.requests() == silence.length);

            unavailable(() -> put(patient, bytes("sealed")));

            assertThat(waiting).allMatch(Thread::isAlive);
            assertThat(server.requests()).isEqualTo(silence.length);
        }
    }

    @Test
    void contentThatBreaksOffIsReadAgain() {
        Address address = put(store, bytes("sealed"));
        server.next(Fault.CUTS_THE_CONTENT);

        assertThat(store.get(address)).contains(bytes("sealed"));
    }

    @Test
    void contentThatChangedOnTheWayIsRefused() {
        Address address = put(store, bytes("sealed"));
        server.next(Fault.CHANGES_THE_CONTENT);

        damaged(() -> store.get(address), address);
    }

    @Test
    void contentWithoutEndIsNotReadToTheEnd() {
        Address address = put(store, bytes("sealed"));
        server.next(Fault.SENDS_WITHOUT_END);

        damaged(() -> store.get(address), address);
    }

    @Test
    void withoutConditionsTheStoreIsAskedBefore() {
        server.knowsNoConditions();
        Address address = put(store, bytes("sealed"));
        server.objects.put(address.key(), new BucketServer.Lying(bytes("SEALED"), Instant.now()));

        damaged(() -> store.put(address, bytes("sealed")), address);
        assertThat(store.get(put(store, bytes("more")))).contains(bytes("more"));
    }

    @Test
    void contentThatChangedOnTheWayThereIsNotKept() {
        server.next(Fault.GETS_OTHER_CONTENT);

        unavailable(() -> put(store, bytes("sealed")));

        assertThat(server.objects).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "county | AKHEJIE | a secret of tests |",
            "nobody | AKHEJIE | a secret of tests | HEJIE_FILES_S3_BUCKET: there is no such bucket",
            "county | AKOTHER | a secret of tests | HEJIE_FILES_S3_ACCESSKEY: the store does not know it",
            "county | AKHEJIE | another secret    | HEJIE_FILES_S3_SECRETKEY: it does not belong to the access key"})
    void aFaultNamesTheSetting(String bucket, String accessKey, String secretKey, String fault) {
        var settings = new S3(server.address(), "cn-test-1", bucket, true, Duration.ofSeconds(5));
        try (var other = store(settings, new BucketAccount(accessKey, secretKey))) {
            assertThat(other.fault().orElse(null)).isEqualTo(fault);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "http://127.0.0.1:1         | HEJIE_FILES_S3_ENDPOINT: it does not answer",
            "http://bucket.invalid:9000 | HEJIE_FILES_S3_ENDPOINT: its host is not known"})
    void aFaultOfTheAddressNamesTheSetting(URI endpoint, String fault) {
        var settings = new S3(endpoint, "cn-test-1", BucketServer.BUCKET, true, Duration.ofSeconds(5));
        try (var other = store(settings, BucketServer.ACCOUNT)) {
            assertThat(other.fault()).contains(fault);
        }
    }
}
