package org.hejie.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hejie.document.ContentVault.DamagedContent;
import org.hejie.document.NewFile;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What folder and bucket promise alike. */
class ContentStoreTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    enum Kind { FOLDER, BUCKET }

    @TempDir Path temp;
    private TestedStore tested;

    private ContentStore of(Kind kind) {
        tested = switch (kind) {
            case FOLDER -> TestedStore.Folder.in(temp.resolve("files"));
            case BUCKET -> TestedStore.Bucket.in(temp.resolve("files"));
        };
        return tested.store();
    }

    @AfterEach
    void close() {
        tested.close();
    }

    @ParameterizedTest
    @EnumSource
    void contentComesBackFromItsAddress(Kind kind) {
        ContentStore store = of(kind);
        Address address = put(store, bytes("sealed"));

        assertThat(store.get(address)).contains(bytes("sealed"));
        assertThat(store.holds(address)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theLargestFileIsKept(Kind kind) {
        ContentStore store = of(kind);
        var largest = new byte[NewFile.MAX_BYTES + 30];
        new Random(1).nextBytes(largest);

        assertThat(store.get(put(store, largest))).contains(largest);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNeverPutIsNotThere(Kind kind) {
        ContentStore store = of(kind);

        assertThat(store.get(Address.of(bytes("never")))).isEmpty();
        assertThat(store.holds(Address.of(bytes("never")))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void puttingTwiceIsPuttingOnce(Kind kind) {
        ContentStore store = of(kind);
        Address address = put(store, bytes("sealed"));
        Instant since = Instant.now().minus(Duration.ofDays(3));
        tested.putSince(address, since);

        put(store, bytes("sealed"));

        assertThat(settled(store, since.plusSeconds(5))).containsExactly(address.key());
    }

    @ParameterizedTest
    @EnumSource
    void otherContentIsRefusedAndNotOverwritten(Kind kind) {
        ContentStore store = of(kind);
        Address address = put(store, bytes("sealed"));
        tested.replace(address, bytes("SEALED"));

        damaged(() -> store.get(address), address);
        damaged(() -> store.put(address, bytes("sealed")), address);
        damaged(() -> store.get(address), address);
    }

    @ParameterizedTest
    @EnumSource
    void contentLargerThanAnyFileIsNotReadIntoMemory(Kind kind) {
        ContentStore store = of(kind);
        Address address = put(store, bytes("sealed"));
        tested.replace(address, new byte[ContentStore.LARGEST + 1]);

        damaged(() -> store.get(address), address);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasPutBeforeATimeIsShownByItsKeys(Kind kind) {
        ContentStore store = of(kind);
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        List<String> old = Stream.of("a", "b", "c", "d", "e").map(text -> {
            Address address = put(store, bytes(text));
            tested.putSince(address, yesterday);
            return address.key();
        }).sorted().toList();
        put(store, bytes("new"));

        assertThat(settled(store, yesterday.plusSeconds(5))).containsExactlyElementsOf(old);
    }

    @ParameterizedTest
    @EnumSource
    void anOrphanLeavesATrace(Kind kind) {
        ContentStore store = of(kind);
        Address address = put(store, bytes("orphan"));

        assertThat(store.setAside(List.of(address.key()), TODAY)).isEqualTo(1);

        assertThat(tested.trace(address, TODAY.toString())).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatWorksHasNoFault(Kind kind) {
        assertThat(of(kind).fault()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatDoesNotWorkIsToldOf(Kind kind) {
        ContentStore store = of(kind);
        tested.breakDown();

        unavailable(() -> put(store, bytes("sealed")));
        assertThat(store.fault()).get().asString().startsWith(kind == Kind.FOLDER ? "HEJIE_FILES_FOLDER: " : "HEJIE_FILES_S3_ENDPOINT: ");
    }

    static void unavailable(ThrowingCallable call) {
        assertThatExceptionOfType(Problem.class).isThrownBy(call).satisfies(problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.FILES_UNAVAILABLE);
            assertThat(problem.retryAfter()).isPositive();
        });
    }

    static void damaged(ThrowingCallable call, Address address) {
        assertThatExceptionOfType(DamagedContent.class).isThrownBy(call).withMessageContaining(address.hex());
    }

    static Address put(ContentStore store, byte[] sealed) {
        Address address = Address.of(sealed);
        store.put(address, sealed);
        return address;
    }

    private static List<String> settled(ContentStore store, Instant before) {
        var keys = new ArrayList<String>();
        store.settled(before, keys::addAll);
        return keys;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
