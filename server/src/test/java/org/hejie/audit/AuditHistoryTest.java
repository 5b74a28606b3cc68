package org.hejie.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.hejie.testing.HejieTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an attacker with the owner's account does to the record is found. Each attack is rolled back or undone. */
@HejieTest
class AuditHistoryTest {

    @Autowired
    private AuditLog log;
    @Autowired
    private AuditVerification verification;
    @Autowired
    private Seals seals;
    @Autowired
    private JdbcClient app;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    @FlywayDataSource
    private DataSource ownerDataSource;

    private JdbcClient owner;

    @BeforeEach
    void someEntries() {
        owner = JdbcClient.create(ownerDataSource);
        for (int i = 0; i < 5; i++) {
            log.record(AuditEntry.of(AuditKind.READ, "MATTER_READ").by(AuditActor.staff(7)).on("matter", 40 + i)
                    .because("DUTY", "值班查阅"));
        }
    }

    @Test
    void theRecordIsSound() {
        assertThat(verification.verify(Map.of()).fault()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "id            | id + 1",
        "at            | at + interval $$1 microsecond$$",
        "kind          | $$EXPORT$$",
        "action        | concat(action, $$X$$)",
        "actor_kind    | $$SYSTEM$$",
        "actor_id      | actor_id + 1",
        "on_behalf_of  | 1",
        "result        | $$REFUSED$$",
        "object_type   | null",
        "object_id     | object_id + 1",
        "reason        | null",
        "purpose       | $$$$",
        "address       | $$10.0.0.1$$",
        "hash          | set_byte(hash, 31, (get_byte(hash, 31) + 1) % 256)",
    })
    void aChangeOfAnyFieldIsFoundAndNamed(String column, String value) {
        Place place = newestPlace();
        Fault fault = tampered("update audit.entry set %s = %s where lane_id = %d and seq = %d"
                .formatted(column, value, place.lane(), place.seq()));

        assertThat(fault).isEqualTo(new Fault("audit.entry", place.lane(), place.seq(), Fault.Kind.CONTENT));
    }

    @Test
    void aChangedLinkIsFoundAndNamed() {
        Place place = newestPlace();
        Fault fault = tampered("update audit.entry set previous_hash = hash where lane_id = %d and seq = %d"
                .formatted(place.lane(), place.seq()));

        assertThat(fault).isEqualTo(new Fault("audit.entry", place.lane(), place.seq(), Fault.Kind.LINK));
    }

    @Test
    void aFaultAtTheBeginningOfALongHistoryIsNamedAndTheNextLookWorks() {
        for (int i = 0; i < 1_500; i++) {
            log.record(AuditEntry.of(AuditKind.READ, "MATTER_READ").by(AuditActor.staff(7)).on("matter", i).because("DUTY", "值班查阅"));
        }
        Place first = owner.sql("select lane_id as lane, seq from audit.entry order by lane_id, seq limit 1").query(Place.class).single();

        Fault fault = tampered("update audit.entry set action = concat(action, 'X') where lane_id = %d and seq = %d"
                .formatted(first.lane(), first.seq()));

        assertThat(fault).isEqualTo(new Fault("audit.entry", first.lane(), first.seq(), Fault.Kind.CONTENT));
        assertThat(verification.verify(Map.of()).fault()).isNull();
    }

    @Test
    void aCutTailIsFound() {
        Place place = newestPlace();
        Fault fault = tampered("delete from audit.entry where lane_id = %d and seq = %d"
                .formatted(place.lane(), place.seq()));

        assertThat(fault).isNotNull().extracting(Fault::chainId, Fault::kind)
                .containsExactly(place.lane(), Fault.Kind.HEAD);
    }

    @Test
    void aChainDeletedWithItsHeadAfterTheSealIsFound() {
        seals.seal();
        Place place = newestPlace();
        Fault fault = tampered(
                "delete from audit.entry where lane_id = " + place.lane(),
                "update audit.lane set seq = 0, hash = null where id = " + place.lane());

        assertThat(fault).isNotNull().extracting(Fault::chainId, Fault::kind)
                .containsExactly(place.lane(), Fault.Kind.SEALED_ROW_MISSING);
    }

    @Test
    void aHeadTakenOutOfASealIsFound() {
        Seal seal = seals.seal();
        Fault fault = tampered("delete from audit.sealed_head where seal = " + seal.number());

        assertThat(fault).isEqualTo(new Fault("audit.seal", seal.number(), null, Fault.Kind.SEAL_ROOT));
    }

    @Test
    void aSealWithAnotherDateIsFound() {
        Seal seal = seals.seal();
        Fault fault = tampered("update audit.seal set sealed_on = sealed_on + 1 where seq = " + seal.number());

        assertThat(fault).isEqualTo(new Fault("audit.seal", seal.number(), null, Fault.Kind.SEAL_CHAIN));
    }

    @Test
    void aSealWithoutTheKeyIsFound() {
        Seal seal = seals.seal();
        Fault fault = tampered("update audit.seal set mac = hash where seq = " + seal.number());

        assertThat(fault).isEqualTo(new Fault("audit.seal", seal.number(), null, Fault.Kind.SEAL_KEY));
    }

    @Test
    void aSealOtherThanTheOneNotedIsFound() {
        Seal seal = seals.seal();

        assertThat(verification.verify(Map.of(seal.number(), seal.hash())).sound()).isTrue();
        assertThat(verification.verify(Map.of(seal.number(), "00".repeat(32))).fault())
                .isEqualTo(new Fault("audit.seal", seal.number(), null, Fault.Kind.SEAL_NOTED));
        assertThat(verification.verify(Map.of(seal.number() + 1, seal.hash())).fault())
                .isEqualTo(new Fault("audit.seal", seal.number() + 1, null, Fault.Kind.SEAL_NOTED));
    }

    @Test
    void aSealCoversOnlyChainsThatGrew() {
        seals.seal();
        log.record(AuditEntry.of(AuditKind.SIGN_IN, "SIGNED_IN").by(AuditActor.staff(7)));

        assertThat(seals.seal().heads()).isEqualTo(1);
    }

    @Test
    void anEntryGoesWithItsTransaction() {
        long before = entries();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            log.record(AuditEntry.of(AuditKind.EXPORT, "LIST_EXPORTED"));
            status.setRollbackOnly();
        });

        assertThat(entries()).isEqualTo(before);
        assertThat(verification.verify(Map.of()).sound()).isTrue();
    }

    @Test
    void anEntryApartStaysWhenItsTransactionIsRolledBack() {
        long before = entries();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            log.recordApart(AuditEntry.of(AuditKind.SIGN_IN, "SIGN_IN_REFUSED").refused("WRONG_PASSWORD"));
            status.setRollbackOnly();
        });

        assertThat(entries()).isEqualTo(before + 1);
    }

    @Test
    void manyWritersAtOnceKeepTheChainsWhole() throws Exception {
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < 16; t++) {
            threads.add(Thread.startVirtualThread(() -> {
                for (int i = 0; i < 20; i++) {
                    log.record(AuditEntry.of(AuditKind.READ, "MATTER_READ").by(AuditActor.staff(i)));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(verification.verify(Map.of()).fault()).isNull();
    }

    @Test
    void theServersRoleCannotChangeAnEntry() {
        for (String sql : List.of("update audit.entry set reason = null", "delete from audit.entry", "truncate audit.entry")) {
            assertThatThrownBy(() -> app.sql(sql).update()).as(sql).rootCause().hasMessageContaining("permission denied");
        }
    }

    @Test
    void evenTheOwnerIsStopped() {
        for (String sql : List.of("update audit.entry set reason = null", "delete from audit.seal", "truncate audit.sealed_head")) {
            assertThatThrownBy(() -> owner.sql(sql).update()).as(sql).rootCause().hasMessageContaining("append-only");
        }
    }

    /** The driver's setting, seen on a table without row-level security: with it PostgreSQL itself leaves the row out. */
    @Test
    void anErrorOfTheDatabaseDoesNotRepeatTheRow() {
        assertThatThrownBy(() -> app.sql("update audit.lane set seq = 4711, hash = null where id = 1").update())
                .rootCause().hasMessageContaining("violates check constraint").hasMessageNotContaining("4711");
    }

    @Test
    void withoutAScopeNoEntryIsRead() {
        Long seen = new TransactionTemplate(transactions).execute(status ->
                app.sql("select count(*) from audit.entry").query(Long.class).single());
        Long scoped = Scopes.as(Scope.job("test", 1), () -> new TransactionTemplate(transactions).execute(status ->
                app.sql("select count(*) from audit.entry").query(Long.class).single()));

        assertThat(seen).isZero();
        assertThat(scoped).isPositive();
    }

    private record Place(long lane, long seq) {}

    private Place newestPlace() {
        return owner.sql("select lane_id as lane, seq from audit.entry where kind = 'READ' order by id desc limit 1")
                .query(Place.class).single();
    }

    private long entries() {
        return owner.sql("select count(*) from audit.entry").query(Long.class).single();
    }

    /** Does it with the triggers switched off, verifies, and puts the tables back as they were. */
    private @Nullable Fault tampered(String... attack) {
        try {
            run("""
                create table public.entry_kept as select * from audit.entry;
                create table public.lane_kept as select * from audit.lane;
                create table public.seal_kept as select * from audit.seal;
                create table public.head_kept as select * from audit.sealed_head;
                """);
            run("set session_replication_role = replica; " + String.join(";", attack));
            return verification.verify(Map.of()).fault();
        } finally {
            run("""
                set session_replication_role = replica;
                delete from audit.entry; insert into audit.entry select * from public.entry_kept;
                update audit.lane l set seq = k.seq, hash = k.hash from public.lane_kept k where k.id = l.id;
                delete from audit.seal; insert into audit.seal select * from public.seal_kept;
                delete from audit.sealed_head; insert into audit.sealed_head select * from public.head_kept;
                drop table public.entry_kept, public.lane_kept, public.seal_kept, public.head_kept;
                """);
        }
    }

    private void run(String sql) {
        try (Connection connection = ownerDataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("set session_replication_role = origin");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
