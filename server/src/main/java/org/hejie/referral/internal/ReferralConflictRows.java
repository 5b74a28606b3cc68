package org.hejie.referral.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hejie.referral.Envelope;
import org.hejie.referral.ReferralConflict.Decision;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what came under a known number, and writes what was decided on it. */
@Component
class ReferralConflictRows {

    private final JdbcClient jdbc;

    ReferralConflictRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that came under a known number, sealed. */
    record Row(long id, byte[] content, byte[] hash, Instant receivedAt, @Nullable Decision decision, @Nullable String reason,
            @Nullable Instant settledAt, @Nullable Long settledBy) {
    }

    List<Row> of(long referral) {
        return jdbc.sql("""
                select id, content, content_hash, received_at, decision, reason, settled_at, settled_by
                  from referral.conflict
                 where referral_id = :referral
                 order by received_at, id
                """).param("referral", referral).query((row, number) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return new Row(row.getLong("id"), row.getBytes("content"), row.getBytes("content_hash"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(), decision == null ? null : Decision.valueOf(decision),
                row.getString("reason"), Times.instant(row.getObject("settled_at", OffsetDateTime.class)), row.getObject("settled_by", Long.class));
    }

    void settle(long id, Decision decision, String reason, Instant at, long by) {
        jdbc.sql("update referral.conflict set decision = :decision, reason = :reason, settled_at = :at, settled_by = :by where id = :id")
                .param("id", id).param("decision", decision.name()).param("reason", reason).param("at", Times.utc(at)).param("by", by).update();
    }

    /** What the referral itself keeps of what came, sealed; empty where the register of what came in has it. */
    Optional<byte[]> content(long referral) {
        return jdbc.sql("select content from referral.referral where id = :id and content is not null").param("id", referral)
                .query((row, number) -> row.getBytes(1)).optional();
    }

    /** What the referral's own columns say. */
    Envelope columns(Held one) {
        return jdbc.sql("""
                select doc_no, cause, amount, people, both_consent, consent_proof, partner_due_on from referral.referral where id = :id
                """).param("id", one.id())
                .query((row, number) -> new Envelope(one.outsideNo(), row.getString("doc_no"), one.kind(), null, row.getString("cause"), null, null,
                        null, null, null, null, row.getBigDecimal("amount"), row.getObject("people", Integer.class), null,
                        row.getBoolean("both_consent"), row.getString("consent_proof"), row.getObject("partner_due_on", LocalDate.class), null,
                        null, null, null, null)).single();
    }

    /** The referral says this from now on. @param days of a petition, by column */
    void take(long referral, Envelope said, Map<String, LocalDate> days, byte[] content, byte[] hash) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", referral);
        values.put("docNo", Texts.bare(said.docNo()));
        values.put("kind", Objects.requireNonNull(said.kind()));
        values.put("cause", Texts.bare(said.cause()));
        values.put("amount", said.amount());
        values.put("people", said.people());
        values.put("consent", Boolean.TRUE.equals(said.bothConsent()));
        values.put("proof", Texts.bare(said.consentProof()));
        values.put("due", said.dueOn());
        values.put("transfer", days.get("transfer_due_on"));
        values.put("handle", days.get("handle_due_on"));
        values.put("last", days.get("handle_last_on"));
        values.put("content", content);
        values.put("hash", hash);
        jdbc.sql("""
                update referral.referral
                   set doc_no = :docNo, kind = :kind, cause = :cause, amount = :amount, people = :people, both_consent = :consent,
                       consent_proof = :proof, partner_due_on = :due, transfer_due_on = :transfer, handle_due_on = :handle,
                       handle_last_on = :last, content = :content, content_hash = :hash, version = version + 1
                 where id = :id
                """).params(values).update();
    }
}
