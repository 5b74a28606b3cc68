package org.hejie.referral.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hejie.matter.MatterId;
import org.hejie.org.Actor;
import org.hejie.org.StaffId;
import org.hejie.referral.Direction;
import org.hejie.referral.Outcome;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.ReferralState;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes referrals and their steps, and reads what a step needs. */
@Component
class ReferralStore {

    private static final String HELD = """
            select r.id, r.system, r.direction, r.outside_no, r.kind, r.state, r.matter_id, m.code, r.sign_by, r.signed_at, r.due_at,
                   r.extension_text is not null as extended, r.outcome, r.answer, r.reason, r.source_id, r.version, r.content_hash
              from referral.referral r
              left join matter.matter m on m.id = r.matter_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReferralStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One that is known by its number, with the hash of its content. */
    record Known(Held held, byte[] hash) {
    }

    /**
     * Writes those whose number is free; waits for a twin that is being written elsewhere.
     *
     * @param rows columns by name
     * @return the ids written
     */
    Set<Long> insert(Partner partner, List<Map<String, @Nullable Object>> rows) {
        return new HashSet<>(jdbc.sql("""
                insert into referral.referral (id, system, direction, outside_no, doc_no, kind, state, matter_id, cause, text, source_id, amount,
                    people, both_consent, consent_proof, sent_at, received_at, received_by, sign_by, due_at, partner_due_on, transfer_due_on,
                    handle_due_on, handle_last_on, reason, ended_at, content, content_hash, version, visible_to)
                select id, :system, direction, outside_no, doc_no, kind, state, matter_id, cause, text, source_id, amount,
                       people, coalesce(both_consent, false), consent_proof, sent_at, received_at, received_by, sign_by, sign_by,
                       partner_due_on, transfer_due_on, handle_due_on, handle_last_on, reason, ended_at,
                       decode(content, 'hex'), decode(content_hash, 'hex'), 1, :visibleTo
                  from json_to_recordset(:rows::json) as r (id bigint, direction text, outside_no text, doc_no text, kind text, state text,
                       matter_id bigint, cause text, text text, source_id bigint, amount numeric, people int, both_consent boolean,
                       consent_proof text, sent_at timestamptz, received_at timestamptz, received_by bigint, sign_by timestamptz,
                       partner_due_on date, transfer_due_on date, handle_due_on date, handle_last_on date, reason text, ended_at timestamptz,
                       content text, content_hash text)
                on conflict do nothing
                returning id
                """).param("system", partner.system().name()).param("visibleTo", partner.keys()).param("rows", json.writeValueAsString(rows))
                .query(Long.class).list());
    }

    /** Those of the numbers that have come before, by number. */
    Map<String, Known> known(PartnerSystem system, Collection<String> numbers) {
        Map<String, Known> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql(HELD + " where r.system = :system and r.direction = 'IN' and r.outside_no = any (:numbers)")
                    .param("system", system.name()).param("numbers", numbers.toArray(String[]::new))
                    .query(row -> {
                        Held held = held(row);
                        found.put(Objects.requireNonNull(held.outsideNo()), new Known(held, row.getBytes("content_hash")));
                    });
        }
        return found;
    }

    /** Keeps other content that came under a number. False if that was kept before. */
    boolean conflict(long id, long referral, byte[] content, byte[] hash, Instant at, long by) {
        return jdbc.sql("""
                insert into referral.conflict (id, referral_id, content, content_hash, received_at, received_by)
                values (:id, :referral, :content, :hash, :at, :by) on conflict do nothing
                """).param("id", id).param("referral", referral).param("content", content).param("hash", hash).param("at", Times.utc(at))
                .param("by", by).update() == 1;
    }

    Optional<Held> lock(long id) {
        return one(" where r.id = :id for no key update of r", id);
    }

    /** The one that a wage clue became. */
    Optional<Held> lockOfSource(long source) {
        return one(" where r.source_id = :id for no key update of r", source);
    }

    Optional<Held> read(long id) {
        return one(" where r.id = :id", id);
    }

    Optional<Held> lockByNumber(PartnerSystem system, String number) {
        return jdbc.sql(HELD + " where r.system = :system and r.direction = 'IN' and r.outside_no = :number for no key update of r")
                .param("system", system.name()).param("number", number).query((row, at) -> held(row)).optional();
    }

    private Optional<Held> one(String where, long id) {
        return jdbc.sql(HELD + where).param("id", id).query((row, number) -> held(row)).optional();
    }

    private static Held held(ResultSet row) throws SQLException {
        Long matter = row.getObject("matter_id", Long.class);
        String outcome = row.getString("outcome");
        return new Held(row.getLong("id"), PartnerSystem.valueOf(row.getString("system")), Direction.valueOf(row.getString("direction")),
                row.getString("outside_no"), row.getString("kind"), ReferralState.valueOf(row.getString("state")),
                matter == null ? null : new MatterId(matter), row.getString("code"), at(row, "sign_by"),
                Times.instant(row.getObject("signed_at", OffsetDateTime.class)), at(row, "due_at"), row.getBoolean("extended"),
                outcome == null ? null : Outcome.valueOf(outcome), row.getString("answer"), row.getString("reason"),
                row.getObject("source_id", Long.class), row.getInt("version"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    void sign(Held one, Instant at, long by, String limit, Instant due, @Nullable String outsideNo) {
        jdbc.sql("""
                update referral.referral
                   set state = 'SIGNED', signed_at = :at, signed_by = :by, limit_text = :limit, due_at = :due,
                       outside_no = coalesce(outside_no, :number), version = version + 1
                 where id = :id
                """).param("id", one.id()).param("at", Times.utc(at)).param("by", by).param("limit", limit).param("due", Times.utc(due))
                .param("number", outsideNo).update();
    }

    void extend(Held one, String by, String proof, Instant due) {
        jdbc.sql("""
                update referral.referral
                   set extension_text = :by, extension_proof = :proof, due_first_at = due_at, due_at = :due, version = version + 1
                 where id = :id
                """).param("id", one.id()).param("by", by).param("proof", proof).param("due", Times.utc(due)).update();
    }

    void end(Held one, ReferralState state, @Nullable String reason, @Nullable String text, Instant at) {
        jdbc.sql("""
                update referral.referral
                   set state = :state, reason = :reason, reason_text = :text, ended_at = :at, version = version + 1
                 where id = :id
                """).param("id", one.id()).param("state", state.name()).param("reason", reason).param("text", text)
                .param("at", Times.utc(at)).update();
    }

    void answer(Held one, Answered answered, Instant at) {
        jdbc.sql("""
                update referral.referral
                   set state = 'ANSWERED', outcome = :outcome, agreement_no = :agreement, performed = :performed, undisputed = :undisputed,
                       answer = :answer, reason = :reason, answered_at = :at, ended_at = :at, version = version + 1
                 where id = :id
                """).param("id", one.id()).param("outcome", answered.outcome().name()).param("agreement", answered.agreementNo())
                .param("performed", answered.performed()).param("undisputed", answered.undisputed()).param("answer", answered.text())
                .param("reason", answered.reason()).param("at", Times.utc(at)).update();
    }

    /** An answer that was checked. */
    record Answered(Outcome outcome, @Nullable String agreementNo, @Nullable Boolean performed, @Nullable String reason,
            @Nullable String undisputed, @Nullable String text) {
    }

    void step(long referral, String act, Instant at, Actor by, @Nullable String reason, @Nullable String note) {
        jdbc.sql("""
                insert into referral.step (referral_id, seq, act, at, actor_kind, actor, reason, note)
                select :referral, coalesce(max(seq), 0) + 1, :act, :at, :kind, :actor, :reason, :note
                  from referral.step where referral_id = :referral
                """).param("referral", referral).param("act", act).param("at", Times.utc(at)).param("kind", by.kind().name())
                .param("actor", number(by)).param("reason", reason).param("note", note).update();
    }

    /** The number of who acts: of the member of staff, or of the system. */
    static long number(Actor actor) {
        return actor.staffId().map(StaffId::value).orElse(actor.id());
    }
}
