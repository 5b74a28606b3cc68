package org.hejie.matter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hejie.matter.Act;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.Registered;
import org.hejie.matter.SourceLine;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.matter.procedure.Procedures;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@HejieTest
class LateClocksTest {

    private static final String TOWN = "620123108";

    @Autowired
    LateClocks late;

    @Autowired
    DeadlineRenewal renewal;

    @Autowired
    DeadlineChangeController changes;

    @Autowired
    Matters matters;

    @Autowired
    Procedures procedures;

    @Autowired
    County county;

    @Autowired
    TestClock clock;

    @Autowired
    @FlywayDataSource
    HikariDataSource owner;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void whatNobodySignedForInTimeIsSignedForByTheSystem() {
        MatterId id = dispatched(county.unit("housing").id());

        late.sign();
        assertThat(detail(id).status()).isEqualTo("ASSIGNED");
        clock.advance(Duration.ofDays(12));
        late.sign();

        assertThat(detail(id).timeline().getLast().action()).isEqualTo("AUTO_SIGN");
        assertThat(detail(id).status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void oneMatterWithBrokenRowsDoesNotKeepTheOthersFromBeingSigned() {
        MatterId broken = dispatched(county.unit("housing").id());
        MatterId sound = dispatched(county.unit("housing").id());
        clock(broken, "amber_at = due_at + interval '1 hour'");

        clock.advance(Duration.ofDays(12));
        late.sign();

        assertThat(detail(sound).status()).isEqualTo("IN_PROGRESS");
        clock(broken, "amber_at = due_at");
    }

    /** While a table holds next to nothing any index and any join will do: the others are taken away until the plan is made. */
    @Test
    void whatIsLateIsLookedForAmongOpenMattersByTheirStatus() throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                JdbcClient alone = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                alone.sql("drop index matter.matter_open_by_due, matter.matter_open_by_hand").update();
                for (String other : List.of("seqscan", "bitmapscan", "nestloop", "mergejoin")) {
                    alone.sql("set local enable_" + other + " = off").update();
                }
                for (String query : List.of(LateClocks.UNSIGNED, LateClocks.UNSETTLED)) {
                    assertThat(alone.sql("explain " + query).param("now", OffsetDateTime.now()).param("batch", 500)
                            .query(String.class).list()).anyMatch(line -> line.contains("using matter_open_by_status"))
                            .anyMatch(line -> line.matches(".*Index Cond: \\(\\(?status = .* AND .*CASE.* < .*"));
                }
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void whatATownDidNotSettleInItsDaysGoesToTheCounty() {
        MatterId id = dispatched(county.center(TOWN).id());

        clock.advance(Duration.ofDays(3));
        late.escalate();

        MatterDetail detail = detail(id);
        assertThat(detail.timeline().getLast().action()).isEqualTo("ESCALATE");
        assertThat(detail.leadUnit()).isNotNull().extracting(MatterDetail.Named::id).isNotEqualTo(county.center(TOWN).id().value());
    }

    @Test
    void whatADepartmentHandlesStaysThereWhenItIsLate() {
        MatterId id = dispatched(county.unit("housing").id());

        clock.advance(Duration.ofDays(60));
        late.escalate();

        assertThat(detail(id).timeline()).extracting(MatterDetail.Entry::action).doesNotContain("ESCALATE");
    }

    @Test
    void aChangedCalendarMovesOpenDeadlinesAndTellsSo() {
        MatterId id = dispatched(county.unit("housing").id());
        Instant right = due(id);
        clock(id, "calendar_version = 0, due_at = due_at - interval '1 day'");

        renewal.renew(1);

        assertThat(due(id)).isEqualTo(right);
        assertThat(Actors.as(county.dispatcher(302), () -> changes.changes(id.value()))).singleElement()
                .satisfies(change -> assertThat(change.newDueAt()).isEqualTo(right));
        assertThat(Actors.as(county.townClerk(303, "620123101"), () -> changes.changes(id.value()))).isEmpty();
    }

    @Test
    void movedDeadlinesAreListedForThoseWhoSeeTheMatter() {
        MatterId id = dispatched(county.unit("housing").id());
        clock(id, "calendar_version = 0, due_at = due_at - interval '2 days'");

        renewal.renew(1);

        assertThat(Actors.as(county.dispatcher(302), () -> changes.all(null, 1)).items()).singleElement()
                .satisfies(moved -> assertThat(moved.matterId()).isEqualTo(id.value()))
                .satisfies(moved -> assertThat(moved.newDueAt()).isEqualTo(moved.oldDueAt().plus(Duration.ofDays(2))));
        assertThat(Actors.as(county.townClerk(303, "620123101"), () -> changes.all(null, 100)).items())
                .noneMatch(moved -> moved.matterId() == id.value());
    }

    @Test
    void everyProcedureInForceIsKeptInTheDatabase() {
        List<String> kept = JdbcClient.create(owner).sql("select content_hash from matter.procedure_version").query(String.class).list();

        assertThat(kept).containsAll(procedures.current().stream().map(procedure -> procedure.contentHash()).toList());
    }

    private Instant due(MatterId id) {
        return detail(id).clocks().stream().filter(one -> one.key().equals("handle")).findFirst().orElseThrow().dueAt();
    }

    private MatterDetail detail(MatterId id) {
        return Actors.as(county.dispatcher(302), () -> matters.detail(id)).orElseThrow();
    }

    private MatterId dispatched(UnitId lead) {
        Registered registered = Actors.as(county.window(301), () -> matters.register(new RegisterMatter(SourceLine.WINDOW, null,
                null, null, "时限", "时限", "0202", null, new Place(null, TOWN, null, null, null), null, null, null, null, List.of(),
                new ProcedureId("dispute"), List.of())));
        Actors.as(county.dispatcher(302), () -> matters.act(registered.id(), registered.version(),
                new Act.Dispatch(lead, List.of(), null, null, null)));
        return registered.id();
    }

    /** Changes the clock of handling by hand. */
    private void clock(MatterId id, String change) {
        JdbcClient.create(owner).sql("with raised as (update matter.matter set save_seq = save_seq + 1 where id = :id) "
                + "update matter.clock set " + change + " where matter_id = :id and key = 'handle'").param("id", id.value()).update();
    }
}
