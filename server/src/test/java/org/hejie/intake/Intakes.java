package org.hejie.intake;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.hejie.org.Actor;
import org.hejie.org.ClientRights;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Submissions that read aloud, the hotline's system, and counts that no scope hides. */
@TestComponent
public class Intakes {

    private final Units units;
    private final JdbcClient owner;

    Intakes(Units units, @FlywayDataSource DataSource owner) {
        this.units = units;
        this.owner = JdbcClient.create(owner);
    }

    public Actor hotline() {
        UnitId unit = units.ofLine(4).orElseThrow().id();
        return Actor.line(4_004, "12345", new ClientRights(unit, 4, Set.of("line:12345:submit")));
    }

    public long matters() {
        return count("matter.matter");
    }

    public long submissions() {
        return count("intake.submission");
    }

    public long conflicts() {
        return owner.sql("select count(*) from intake.submission where state = 'CONFLICT'").query(Long.class).single();
    }

    public long count(String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }

    public JdbcClient owner() {
        return owner;
    }

    public static Incoming incoming(Submission submission) {
        return new Incoming(submission, "{}", null, null, List.of());
    }

    public static Submission noise(@Nullable String number) {
        return noise(number, "楼上住户连续三天夜间装修,影响休息。");
    }

    public static Submission noise(@Nullable String number, String facts) {
        return new Submission(number, OffsetDateTime.parse("2026-03-02T09:12:00+08:00"), "0202", "楼上夜间施工", facts,
                "某小区三号楼", "620123104", null, null, null, null, new BigDecimal("1200.50"), 2,
                List.of(new SubmittedParty(null, null, "王小民", null, null, "13800001234", null)));
    }
}
