package org.hejie.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.document.internal.ContentStoreTest.damaged;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hejie.document.ContentVault.Kept;
import org.hejie.document.internal.ContentStoreTest.Kind;
import org.hejie.shared.Times;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Content in a folder or bucket under its address, and what becomes of uploads that were rolled back. */
@HejieTest
class ContentBesideTheDatabaseTest {

    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired FilesProperties settings;
    @Value("${hejie.data}") Path data;
    @TempDir Path temp;
    private TransactionTemplate transaction;
    private TestedStore.Folder folder;
    private TestedStore.Bucket bucket;

    @BeforeEach
    void aFolderAndABucket() {
        transaction = new TransactionTemplate(transactions);
        folder = TestedStore.Folder.in(temp.resolve("files"));
        bucket = TestedStore.Bucket.in(temp.resolve("lists"));
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    private TestedStore tested(Kind kind) {
        return switch (kind) {
            case FOLDER -> folder;
            case BUCKET -> bucket;
        };
    }

    private KeptContent vault(ContentStore chosen, ContentStore... further) {
        return new KeptContent(new ContentStores(Optional.of(chosen), List.of(further)), jdbc, Clock.systemUTC());
    }

    @ParameterizedTest
    @EnumSource
    void contentComesBackFromItsAddress(Kind kind) {
        KeptContent vault = vault(tested(kind).store());
        byte[] sealed = sealed();

        Kept kept = committed(vault, sealed);

        assertThat(kept.sealed()).isNull();
        assertThat(vault.fetch(kept)).isEqualTo(sealed);
        assertThat(tested(kind).store().holds(Address.of(sealed))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void changedOrMissingContentIsTold(Kind kind) {
        KeptContent vault = vault(tested(kind).store());
        Kept kept = committed(vault, sealed());
        Address address = Address.ofRow(kept.address());
        tested(kind).replace(address, new byte[] {1});

        damaged(() -> vault.fetch(kept), address);
        tested(kind).remove(address);
        damaged(() -> vault.fetch(kept), address);
    }

    @ParameterizedTest
    @EnumSource
    void whatARolledBackUploadLeftIsFoundAfterADay(Kind kind) {
        KeptContent vault = vault(tested(kind).store());
        var sweep = new OrphanSweep(tested(kind).store(), jdbc, Clock.systemUTC());
        Address committed = Address.ofRow(committed(vault, sealed()).address());
        Address rolledBack = Address.ofRow(rolledBack(vault, sealed()).address());
        assertThat(sweep.sweep()).isZero();
        Instant dayBeforeYesterday = Instant.now().minus(Duration.ofDays(2));
        tested(kind).putSince(committed, dayBeforeYesterday);
        tested(kind).putSince(rolledBack, dayBeforeYesterday);

        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(sweep.sweep()).isZero();
        assertThat(tested(kind).store().holds(committed)).isTrue();
        assertThat(tested(kind).trace(rolledBack, Times.dateOf(Instant.now()).toString())).isNotEmptyFile();
    }

    @Test
    void inABucketAnOrphanIsListedAndStays() {
        Address rolledBack = Address.ofRow(rolledBack(vault(bucket.store()), sealed()).address());
        bucket.putSince(rolledBack, Instant.now().minus(Duration.ofDays(2)));

        new OrphanSweep(bucket.store(), jdbc, Clock.systemUTC()).sweep();

        assertThat(bucket.store().holds(rolledBack)).isTrue();
        assertThat(bucket.trace(rolledBack, "")).content().isEqualTo(Times.dateOf(Instant.now()) + " " + rolledBack.key() + "\n");
    }

    @Test
    void whatTheFolderKeptBeforeIsReadAfterABucketWasChosen() {
        Kept kept = committed(vault(folder.store()), sealed());

        assertThat(vault(bucket.store(), folder.store()).fetch(kept)).isNotEmpty();
    }

    @Test
    void theFolderLiesInTheDataFolderUnlessSaidOtherwise() {
        assertThat(settings.folder()).isEqualTo(data.resolve("files"));
    }

    @Test
    void inTheDatabaseTheRowHoldsItAll() {
        var database = new KeptContent(new ContentStores(Optional.empty(), List.of(folder.store())), jdbc, Clock.systemUTC());
        byte[] sealed = sealed();

        assertThat(database.keep(sealed).sealed()).isEqualTo(sealed);
        assertThat(temp).isEmptyDirectory();
    }

    private Kept committed(KeptContent vault, byte[] sealed) {
        return transaction.execute(status -> {
            Kept kept = vault.keep(sealed);
            vault.claim(kept);
            return kept;
        });
    }

    private Kept rolledBack(KeptContent vault, byte[] sealed) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            Kept kept = vault.keep(sealed);
            vault.claim(kept);
            return kept;
        });
    }

    private static byte[] sealed() {
        return ("sealed " + System.nanoTime()).getBytes();
    }
}
