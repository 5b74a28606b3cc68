package org.hejie.matter.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.hejie.matter.list.ListSql.Order;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL uses no condition for an index that it holds for leaky, beside row-level security (ADR 0030). */
@HejieTest
class WorkListPlanTest {

    private static final String HAND = "matter_open_by_hand";
    private static final String DUE = "matter_open_by_due";

    @Autowired County county;
    @Autowired Units units;
    @Autowired JdbcClient jdbc;
    @Autowired @FlywayDataSource DataSource owner;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    @Test
    void aTownsWorkIsFoundByTheUnitsInWhoseHandsItLies() throws SQLException {
        assertThat(planBy(List.of(HAND), county.townClerk(341, "620123104"), Bucket.IN_HAND))
                .containsPattern("Index Cond: \\(+CASE WHEN \\(?lead_unit IS NULL");
    }

    @Test
    void theCountysOverdueWorkIsOneRangeOfItsDeadlines() throws SQLException {
        assertThat(planBy(List.of(DUE), county.dispatcher(342), Bucket.OVERDUE))
                .containsPattern("Index Scan using matter_open_by_due")
                .containsPattern("Index Cond: .*CASE WHEN \\(?due_at IS NULL");
    }

    @Test
    void whatIsDueSoonIsKnownFromTheIndexForTheCountyAndATown() throws SQLException {
        for (Actor reader : List.of(county.dispatcher(342), county.townClerk(341, "620123104"))) {
            assertThat(planBy(List.of(DUE, HAND), reader, Bucket.DUE_SOON)).containsPattern("Index Cond: .*amber_at <= ");
        }
    }

    /** By status PostgreSQL would read all that is open. */
    @Test
    void deadlinesAreNeverLookedUpByStatus() {
        for (Actor reader : List.of(county.dispatcher(342), county.townClerk(341, "620123104"))) {
            for (Bucket bucket : List.of(Bucket.OVERDUE, Bucket.DUE_SOON)) {
                assertThat(plan(reader, bucket)).containsPattern("Filter: .*status <> ALL");
            }
        }
    }

    private String plan(Actor reader, Bucket bucket) {
        return Actors.as(reader, () -> new TransactionTemplate(transactions).execute(status -> explained(jdbc, reader, bucket)));
    }

    /** While a table holds next to nothing any index will do: the others are taken away until the plan is made. */
    private String planBy(List<String> indexes, Actor reader, Bucket bucket) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                JdbcClient alone = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                alone.sql("""
                        select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indexrelid
                         where i.indrelid = 'matter.matter'::regclass and not i.indisunique and c.relname not in (:kept)
                        """).param("kept", indexes).query(String.class).list().forEach(other -> alone.sql("drop index " + other).update());
                alone.sql("set local role hejie_app").update();
                return explained(alone, reader, bucket);
            } finally {
                connection.rollback();
            }
        }
    }

    private String explained(JdbcClient client, Actor reader, Bucket bucket) {
        var sql = new ListSql(Filter.NONE, units, clock.instant());
        sql.work(bucket, bucket.statuses(reader), Reach.of(reader, units), List.of());
        String page = sql.page(Order.DUE, null, 51);
        client.sql("set local enable_seqscan = off").update();
        client.sql("set local enable_bitmapscan = off").update();
        return String.join("\n", client.sql("explain " + page).params(sql.parameters()).query(String.class).list());
    }
}
