package org.hejie.rules.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.rules.KeptTrial;
import org.hejie.rules.Trial;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code rules.trial}. The matters of a trial go with it. */
@Repository
class TrialRows {

    private static final String COLUMNS = "select id, version_id, tried_by, at, shown from rules.trial ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TrialRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One that has not shown anything yet. */
    void begin(long id, long version, long by, Instant at) {
        jdbc.sql("insert into rules.trial (id, version_id, tried_by, at) values (:id, :version, :by, :at)")
                .param("id", id).param("version", version).param("by", by).param("at", Times.utc(at)).update();
    }

    void end(KeptTrial trial) {
        jdbc.sql("update rules.trial set at = :at, shown = cast(:shown as json) where id = :id")
                .param("at", Times.utc(trial.at())).param("shown", json.writeValueAsString(trial.shown())).param("id", trial.id())
                .update();
    }

    List<KeptTrial> of(long version) {
        return jdbc.sql(COLUMNS + "where version_id = :version order by at desc, id desc").param("version", version)
                .query(this::trial).list();
    }

    Optional<KeptTrial> find(long id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(this::trial).optional();
    }

    /** Forgets what the same person tried of that version before. */
    void dropEarlier(KeptTrial than) {
        jdbc.sql("delete from rules.trial where version_id = :version and tried_by = :by and id <> :id")
                .param("version", than.version()).param("by", than.triedBy()).param("id", than.id()).update();
    }

    void dropAll(long version) {
        jdbc.sql("delete from rules.trial where version_id = :version").param("version", version).update();
    }

    /** Forgets those from before that time of versions that are not open any more and were not to come then. */
    void dropOld(Instant before) {
        jdbc.sql("""
                delete from rules.trial t
                 using rules.version v
                 where v.id = t.version_id and t.at < :before
                   and (v.state = 'WITHDRAWN' or v.state = 'APPROVED' and v.effective_at < :before)
                """).param("before", Times.utc(before)).update();
    }

    private KeptTrial trial(ResultSet row, int n) throws SQLException {
        return new KeptTrial(row.getLong("id"), row.getLong("version_id"), row.getLong("tried_by"),
                row.getObject("at", OffsetDateTime.class).toInstant(), json.readValue(row.getString("shown"), Trial.class));
    }
}
