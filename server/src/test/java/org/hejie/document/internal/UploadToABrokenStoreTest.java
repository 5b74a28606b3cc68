package org.hejie.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.document.internal.ContentStoreTest.unavailable;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hejie.document.Documents;
import org.hejie.document.FileId;
import org.hejie.document.NewFile;
import org.hejie.shared.Ids;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Files whose bucket works, and then does not. */
@HejieTest
class UploadToABrokenStoreTest {

    private static final Scope CLERK = Scope.of(911, 911, 71);

    @Autowired JdbcClient jdbc;
    @Autowired FieldCipher cipher;
    @Autowired Ids ids;
    @Autowired PlatformTransactionManager transactions;
    @Autowired @FlywayDataSource DataSource source;
    @TempDir Path temp;
    private TestedStore.Bucket bucket;
    private Documents documents;

    @BeforeEach
    void aBucket() {
        bucket = TestedStore.Bucket.in(temp);
        var vault = new KeptContent(new ContentStores(Optional.of(bucket.store()), List.of()), jdbc, Clock.systemUTC()) {
            @Override
            public Kept keep(byte[] sealed) {
                assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
                return super.keep(sealed);
            }

            @Override
            public byte[] fetch(Kept kept) {
                assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
                return super.fetch(kept);
            }
        };
        documents = new StoredDocuments(new FileRows(jdbc, cipher, vault), ids, Clock.systemUTC(), transactions);
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void aFileGoesToTheBucketAndComesBackWithNoTransactionOpen() {
        FileId file = stored("欠款八万元");

        assertThat(Scopes.as(CLERK, () -> documents.content(file)).bytes()).isEqualTo("欠款八万元".getBytes());
        assertThat(bucket.server().objects).hasSize(1);
    }

    @Test
    void whatLiesInTheBucketCannotBeReadThere() {
        stored("欠款八万元");

        assertThat(new String(bucket.server().objects.firstEntry().getValue().bytes())).doesNotContain("欠款");
    }

    @Test
    void anUploadThatCannotBeKeptLeavesNoRow() {
        long before = rows();
        bucket.breakDown();

        unavailable(() -> stored("欠款八万元"));

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aFileThatCannotBeFetchedIsUnavailableAndNotMissing() {
        FileId file = stored("欠款八万元");
        bucket.breakDown();

        unavailable(() -> Scopes.as(CLERK, () -> documents.content(file)));
    }

    private FileId stored(String text) {
        return Scopes.as(CLERK, () -> documents.store(new NewFile("欠条.txt", text.getBytes(), "material"), new long[] {71}));
    }

    private long rows() {
        return JdbcClient.create(source).sql("select (select count(*) from document.file) + (select count(*) from document.stored_content)")
                .query(Long.class).single();
    }
}
