package org.hejie.rules.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.rules.ApprovedText;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.RuleState;
import org.hejie.rules.RuleVersion.Step;
import org.hejie.rules.RuleVersion.TrialMark;
import org.hejie.rules.RuleVersion;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code rules.version} and {@code rules.step}. */
@Repository
class RuleRows {

    private static final String COLUMNS = """
            select id, kind, name, number, state, revision, text, basis, drafted_by, reason, tried, effective_at
              from rules.version
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<RuleVersion> find(long id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(this::version).optional();
    }

    /** The same, held until the transaction ends; a trial may begin meanwhile, which refers to it. */
    Optional<RuleVersion> lock(long id) {
        return jdbc.sql(COLUMNS + " where id = :id for no key update").param("id", id).query(this::version).optional();
    }

    List<RuleVersion> of(RuleSet set) {
        return jdbc.sql(COLUMNS + " where kind = :kind and name = :name order by number desc")
                .param("kind", set.kind().name()).param("name", set.name()).query(this::version).list();
    }

    /** The sets that have a version. */
    Set<RuleSet> sets() {
        return Set.copyOf(jdbc.sql("select distinct kind, name from rules.version")
                .query((row, n) -> new RuleSet(RuleKind.valueOf(row.getString("kind")), row.getString("name"))).list());
    }

    /** Drafts and versions of all sets that are in force, come or wait. */
    List<RuleVersion> alive() {
        return jdbc.sql(COLUMNS + " where state in ('DRAFT', 'SUBMITTED', 'APPROVED') order by kind, name, number")
                .query(this::version).list();
    }

    List<ApprovedText> approved(RuleKind kind) {
        return jdbc.sql("""
                select id, name, number, text, effective_at
                  from rules.version
                 where kind = :kind and state = 'APPROVED'
                 order by name, effective_at, number
                """)
                .param("kind", kind.name())
                .query((row, n) -> new ApprovedText(row.getLong("id"), new RuleSet(kind, row.getString("name")),
                        row.getInt("number"), row.getString("text"), time(row)))
                .list();
    }

    void insert(RuleVersion version) {
        jdbc.sql("""
                insert into rules.version (id, kind, name, number, state, revision, text, basis, drafted_by, reason,
                    effective_at, took_effect)
                values (:id, :kind, :name, :number, :state, 1, :text, :basis, :by, :reason, :effective, :effect)
                """)
                .param("id", version.id()).param("kind", version.set().kind().name()).param("name", version.set().name())
                .param("number", version.number()).param("state", version.state().name()).param("text", version.text())
                .param("basis", version.basis()).param("by", version.draftedBy()).param("reason", version.reason())
                .param("effective", Times.utc(version.effectiveAt())).param("effect", version.effectiveAt() != null)
                .update();
    }

    /** Writes text, state, trial and time, and counts the revision up. */
    void update(RuleVersion version) {
        jdbc.sql("""
                update rules.version
                   set state = :state, text = :text, tried = cast(:tried as json), effective_at = :effective, revision = revision + 1
                 where id = :id
                """)
                .param("state", version.state().name()).param("text", version.text())
                .param("tried", version.trial() == null ? null : json.writeValueAsString(version.trial()))
                .param("effective", Times.utc(version.effectiveAt())).param("id", version.id())
                .update();
    }

    void step(long version, String action, Instant at, @Nullable Long staff, @Nullable String note) {
        jdbc.sql("""
                insert into rules.step (version_id, seq, action, at, staff, note)
                select :id, coalesce(max(seq), 0) + 1, :action, :at, :staff, :note from rules.step where version_id = :id
                """)
                .param("id", version).param("action", action).param("at", Times.utc(at)).param("staff", staff)
                .param("note", note)
                .update();
    }

    /** Marks those whose time has come, so that each is told once. */
    List<RuleVersion> takeEffect(Instant now) {
        List<Long> ids = jdbc.sql("""
                update rules.version set took_effect = true
                 where state = 'APPROVED' and not took_effect and effective_at <= :now
                returning id
                """).param("now", Times.utc(now)).query(Long.class).list();
        return ids.stream().map(id -> find(id).orElseThrow()).toList();
    }

    /** One at a time begins a version of the set. */
    void lockSet(RuleSet set) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:set, 23))").param("set", "rules " + set).query().listOfRows();
    }

    private RuleVersion version(ResultSet row, int n) throws SQLException {
        long id = row.getLong("id");
        String tried = row.getString("tried");
        return new RuleVersion(id, new RuleSet(RuleKind.valueOf(row.getString("kind")), row.getString("name")),
                row.getInt("number"), RuleState.valueOf(row.getString("state")), row.getInt("revision"), row.getString("text"),
                row.getObject("basis", Long.class), row.getObject("drafted_by", Long.class), row.getString("reason"),
                tried == null ? null : json.readValue(tried, TrialMark.class), time(row), steps(id));
    }

    private List<Step> steps(long id) {
        return jdbc.sql("select action, at, staff, note from rules.step where version_id = :id order by seq").param("id", id)
                .query((row, n) -> new Step(row.getString("action"), row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("staff", Long.class), row.getString("note")))
                .list();
    }

    private static @Nullable Instant time(ResultSet row) throws SQLException {
        return Times.instant(row.getObject("effective_at", OffsetDateTime.class));
    }
}
