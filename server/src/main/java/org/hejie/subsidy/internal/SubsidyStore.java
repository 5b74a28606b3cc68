package org.hejie.subsidy.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.subsidy.SubsidyClaim.Ground;
import org.hejie.subsidy.SubsidyClaim.Mark;
import org.hejie.subsidy.SubsidyClaim.Step;
import org.hejie.subsidy.SubsidyRow.Band;
import org.hejie.subsidy.SubsidyState;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes claims, decisions, objections, lists and batches. */
@Component
class SubsidyStore {

    private final JdbcClient jdbc;
    private final Ids ids;

    SubsidyStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** A claim, locked or read. */
    record Held(long id, MatterId matter, long mediator, long claimant, int rules, int points, SubsidyState state, @Nullable Long list,
            int version) {
    }

    /** What was reckoned. */
    record Reckoned(int rules, Band band, int points, BigDecimal amount, List<Mark> marks, List<ClaimGround.Alike> splits) {
    }

    /** @throws DuplicateKeyException when a claim of the matter stands */
    long insert(ClaimGround.Ground ground, Reckoned sum, Instant at, long by) {
        long id = ids.next();
        jdbc.sql("""
                insert into subsidy.claim (id, mediation_id, matter_id, agreement_id, mediator, rules, band, oral, points, amount, state,
                                           claimed_at, claimed_by, version)
                values (:id, :mediation, :matter, :agreement, :mediator, :rules, :band, :oral, :points, :amount, 'CLAIMED', :at, :by, 1)
                """)
                .param("id", id).param("mediation", ground.mediation()).param("matter", ground.matter().value())
                .param("agreement", ground.agreement()).param("mediator", ground.mediator()).param("rules", sum.rules())
                .param("band", sum.band().name()).param("oral", ground.oral()).param("points", sum.points()).param("amount", sum.amount())
                .param("at", Times.utc(at)).param("by", by).update();
        for (int i = 0; i < sum.marks().size(); i++) {
            Mark mark = sum.marks().get(i);
            jdbc.sql("insert into subsidy.point (claim_id, position, code, detail, points) values (:id, :position, :code, :detail, :points)")
                    .param("id", id).param("position", i + 1).param("code", mark.code()).param("detail", mark.detail())
                    .param("points", mark.points()).update();
        }
        sum.splits().forEach(split -> jdbc.sql("insert into subsidy.split (claim_id, matter_id, reasons) values (:id, :matter, :reasons)")
                .param("id", id).param("matter", split.matter()).param("reasons", split.reasons().toArray(String[]::new)).update());
        return id;
    }

    boolean stands(MatterId matter) {
        return jdbc.sql("select exists (select 1 from subsidy.claim where matter_id = :matter and state <> 'REFUSED')")
                .param("matter", matter.value()).query(Boolean.class).single();
    }

    Optional<Held> lock(long id) {
        return jdbc.sql("""
                select id, matter_id, mediator, claimed_by, rules, points, state, list_id, version
                  from subsidy.claim where id = :id for no key update
                """).param("id", id)
                .query((row, number) -> new Held(row.getLong(1), new MatterId(row.getLong(2)), row.getLong(3), row.getLong(4), row.getInt(5),
                        row.getInt(6), SubsidyState.valueOf(row.getString(7)), row.getObject(8, Long.class), row.getInt(9)))
                .optional();
    }

    void decide(long claim, Step step, boolean passed, @Nullable String why, Instant at, long by) {
        jdbc.sql("""
                insert into subsidy.decision (claim_id, step, passed, why, decided_at, decided_by)
                values (:claim, :step, :passed, :why, :at, :by)
                """).param("claim", claim).param("step", step.name()).param("passed", passed).param("why", why).param("at", Times.utc(at))
                .param("by", by).update();
    }

    List<Long> deciders(long claim) {
        return jdbc.sql("select decided_by from subsidy.decision where claim_id = :claim").param("claim", claim).query(Long.class).list();
    }

    boolean flagged(long claim) {
        return jdbc.sql("select exists (select 1 from subsidy.split where claim_id = :claim)").param("claim", claim).query(Boolean.class).single();
    }

    void move(long claim, SubsidyState state) {
        jdbc.sql("update subsidy.claim set state = :state, version = version + 1 where id = :id").param("id", claim)
                .param("state", state.name()).update();
    }

    long object(long claim, Ground ground, Instant at, long by) {
        long id = ids.next();
        jdbc.sql("insert into subsidy.objection (id, claim_id, ground, recorded_at, recorded_by) values (:id, :claim, :ground, :at, :by)")
                .param("id", id).param("claim", claim).param("ground", ground.name()).param("at", Times.utc(at)).param("by", by).update();
        return id;
    }

    Optional<Long> claimOf(long objection) {
        return jdbc.sql("select claim_id from subsidy.objection where id = :id").param("id", objection).query(Long.class).optional();
    }

    boolean answer(long objection, boolean upheld, String answer, Instant at, long by) {
        return jdbc.sql("""
                update subsidy.objection set upheld = :upheld, answer = :answer, answered_at = :at, answered_by = :by
                 where id = :id and upheld is null
                """).param("id", objection).param("upheld", upheld).param("answer", answer).param("at", Times.utc(at)).param("by", by).update() == 1;
    }

    /** Locked, so that two who publish at once do not list a claim twice. */
    List<Held> approved() {
        return jdbc.sql("select id from subsidy.claim where state = 'APPROVED' order by id for no key update").query(Long.class).list().stream()
                .map(id -> lock(id).orElseThrow()).toList();
    }

    long publish(int year, int days, Instant at, Instant until, long by) {
        long id = ids.next();
        jdbc.sql("select pg_advisory_xact_lock(hashtext('subsidy.public_list'))").query((row, number) -> 0).list();
        jdbc.sql("""
                insert into subsidy.public_list (id, year, number, published_at, published_by, working_days, objections_due)
                values (:id, :year, (select coalesce(max(number), 0) + 1 from subsidy.public_list where year = :year), :at, :by, :days, :until)
                """).param("id", id).param("year", year).param("at", Times.utc(at)).param("by", by).param("days", days)
                .param("until", Times.utc(until)).update();
        return id;
    }

    void list(long claim, long list) {
        jdbc.sql("update subsidy.claim set state = 'LISTED', list_id = :list, version = version + 1 where id = :id").param("id", claim)
                .param("list", list).update();
    }

    /** @throws DuplicateKeyException when the list has one */
    long batch(long list, Instant at, long by) {
        long id = ids.next();
        jdbc.sql("insert into subsidy.batch (id, list_id, made_at, made_by) values (:id, :list, :at, :by)").param("id", id).param("list", list)
                .param("at", Times.utc(at)).param("by", by).update();
        return id;
    }

    List<Held> of(String column, long id, SubsidyState state) {
        return jdbc.sql("select id from subsidy.claim where " + column + " = :id and state = :state order by id for no key update").param("id", id)
                .param("state", state.name()).query(Long.class).list().stream().map(one -> lock(one).orElseThrow()).toList();
    }

    void take(long claim, long batch) {
        jdbc.sql("update subsidy.claim set state = 'IN_BATCH', batch_id = :batch, version = version + 1 where id = :id").param("id", claim)
                .param("batch", batch).update();
    }

    void paid(long claim, LocalDate on) {
        jdbc.sql("update subsidy.claim set state = 'PAID', paid_on = :on, version = version + 1 where id = :id").param("id", claim)
                .param("on", on).update();
    }
}
