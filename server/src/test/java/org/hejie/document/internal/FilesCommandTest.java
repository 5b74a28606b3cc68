package org.hejie.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hejie.document.ContentVault.Kept;
import org.hejie.document.internal.BucketServer.Fault;
import org.hejie.document.internal.ContentInventory.Outcome;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county moves its files from a folder to a bucket. Other tests leave content in the same tables, so only this test's own is looked at. */
@HejieTest
class FilesCommandTest {

    @Autowired JdbcClient jdbc;
    @TempDir Path temp;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private TestedStore.Folder folder;
    private TestedStore.Bucket bucket;
    private List<Address> mine;

    @BeforeEach
    void threeFilesInAFolder() {
        folder = TestedStore.Folder.in(temp.resolve("files"));
        bucket = TestedStore.Bucket.in(temp.resolve("lists"));
        var vault = new KeptContent(new ContentStores(Optional.of(folder.store()), List.of()), jdbc, Clock.systemUTC());
        mine = Stream.of("one", "two", "three").map(text -> {
            Kept kept = vault.keep((text + System.nanoTime()).getBytes());
            vault.claim(kept);
            return Address.ofRow(kept.address());
        }).toList();
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void filesAreCopiedOnce() {
        assertThat(outcomes()).containsOnly(Outcome.COPIED);
        assertThat(outcomes()).containsOnly(Outcome.THERE);

        assertThat(mine).allMatch(bucket.store()::holds).allMatch(folder.store()::holds);
    }

    @Test
    void aFileThatIsDamagedOrGoneIsNamedAndTheOthersAreCopied() {
        folder.replace(mine.get(0), new byte[] {1});
        folder.remove(mine.get(1));

        int exit = command().run(List.of("copy"));

        assertThat(exit).isEqualTo(1);
        assertThat(output()).contains("Into the bucket, from the folder.", "DAMAGED " + mine.get(0).key(), "MISSING " + mine.get(1).key(), "1 copied");
        assertThat(mine).filteredOn(bucket.store()::holds).containsExactly(mine.get(2));
    }

    @Test
    void aBucketThatFailsStopsTheCopyWhichGoesOnLater() {
        bucket.server().next(Fault.ANSWERS_500, Fault.ANSWERS_500, Fault.ANSWERS_500);
        assertThat(command().run(List.of("copy"))).isEqualTo(1);
        assertThat(output()).contains("STOPPED: the folder or bucket does not work");

        assertThat(outcomes()).containsOnly(Outcome.COPIED);
    }

    @Test
    void aBucketThatIsNotReachedIsToldByItsSetting() {
        bucket.breakDown();

        assertThat(command().run(List.of("verify"))).isEqualTo(1);

        assertThat(output()).contains("HEJIE_FILES_S3_ENDPOINT: it does not answer");
    }

    @Test
    void verifyingReadsEverything() {
        outcomes();
        bucket.replace(mine.get(0), new byte[] {1});

        assertThat(command().run(List.of("verify"))).isEqualTo(1);

        assertThat(output()).contains("DAMAGED " + mine.get(0).key(), "2 sound");
    }

    @Test
    void withoutAVerbTheUsageIsShown() {
        assertThat(command().run(List.of())).isEqualTo(2);
    }

    private List<Outcome> outcomes() {
        var outcomes = new ArrayList<Outcome>();
        inventory().copy((address, outcome) -> {
            if (mine.contains(address)) {
                outcomes.add(outcome);
            }
        });
        assertThat(outcomes).hasSameSizeAs(mine);
        return outcomes;
    }

    private FilesCommand command() {
        return new FilesCommand(inventory(), stores(), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private ContentInventory inventory() {
        return new ContentInventory(stores(), jdbc);
    }

    private ContentStores stores() {
        return new ContentStores(Optional.of(bucket.store()), List.of(folder.store()));
    }
}
