package org.hejie.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.hejie.document.ContentVault.DamagedContent;
import org.hejie.document.ContentVault.Kept;
import org.hejie.document.internal.FilesProperties.Store;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Content in a folder under its address, and what becomes of uploads that were rolled back. */
@HejieTest
class ContentBesideTheDatabaseTest {

    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    @TempDir Path folder;
    private TransactionTemplate transaction;
    private KeptContent vault;
    private OrphanSweep sweep;

    @BeforeEach
    void aFolder() {
        transaction = new TransactionTemplate(transactions);
        vault = new KeptContent(new FilesProperties(Store.FOLDER, folder), jdbc, Clock.systemUTC());
        sweep = new OrphanSweep(folder, jdbc, Clock.systemUTC());
    }

    @Test
    void contentComesBackFromItsAddress() {
        byte[] sealed = sealed();
        Kept kept = transaction.execute(status -> vault.keep(sealed));

        assertThat(kept.sealed()).isNull();
        assertThat(vault.fetch(kept)).isEqualTo(sealed);
        assertThat(fileOf(kept)).exists();
    }

    @Test
    void changedOrMissingContentIsTold() throws IOException {
        Kept kept = transaction.execute(status -> vault.keep(sealed()));
        Files.write(fileOf(kept), new byte[] {1});

        assertThatExceptionOfType(DamagedContent.class).isThrownBy(() -> vault.fetch(kept));
        Files.delete(fileOf(kept));
        assertThatExceptionOfType(DamagedContent.class).isThrownBy(() -> vault.fetch(kept));
    }

    @Test
    void whatARolledBackUploadLeftIsSetAsideAfterADay() throws IOException {
        Kept committed = transaction.execute(status -> vault.keep(sealed()));
        Kept rolledBack = transaction.execute(status -> {
            status.setRollbackOnly();
            return vault.keep(sealed());
        });
        assertThat(sweep.sweep()).isZero();
        old(committed);
        old(rolledBack);

        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(fileOf(committed)).exists();
        assertThat(fileOf(rolledBack)).doesNotExist();
        assertThat(folder.resolve("orphaned")).isDirectoryRecursivelyContaining("glob:**/" + HexFormat.of().formatHex(rolledBack.address()));
    }

    @Test
    void inTheDatabaseTheRowHoldsItAll() {
        var database = new KeptContent(new FilesProperties(Store.DATABASE, folder), jdbc, Clock.systemUTC());
        byte[] sealed = sealed();

        assertThat(database.keep(sealed).sealed()).isEqualTo(sealed);
        assertThat(folder).isEmptyDirectory();
    }

    private static byte[] sealed() {
        return ("sealed " + System.nanoTime()).getBytes();
    }

    private Path fileOf(Kept kept) {
        String address = HexFormat.of().formatHex(kept.address());
        return folder.resolve(address.substring(0, 2)).resolve(address);
    }

    private void old(Kept kept) throws IOException {
        Files.setLastModifiedTime(fileOf(kept), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }
}
