package org.hejie.matter.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.matter.supervision.CardOrigin;
import org.hejie.matter.supervision.CardState;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes cards and what is written on them. */
@Component
class CardStore {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Units units;

    CardStore(JdbcClient jdbc, Ids ids, Units units) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.units = units;
    }

    /** A card to be written. @param by null: the system */
    record Fresh(MatterId matter, UnitId unit, CardLevel level, CardOrigin origin, @Nullable String rule, String reason,
            String required, Instant replyBy, Instant at, @Nullable Long by, @Nullable Long follows) {
    }

    /** Cards of one matter are issued one after the other: whoever comes later sees the earlier card. Held until the transaction ends. */
    void lock(MatterId matter) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:matter, 23))").param("matter", "cards of " + matter.value())
                .query().listOfRows();
    }

    long insert(Fresh card) {
        long id = ids.next();
        jdbc.sql("""
                insert into matter.card (id, matter_id, unit_id, level, origin, rule, reason, required, reply_by, issued_at,
                                         issued_by, follows, state, version, visible_to)
                values (:id, :matter, :unit, :level, :origin, :rule, :reason, :required, :replyBy, :at, :by, :follows,
                        'ISSUED', 1, :keys)
                """)
                .param("id", id).param("matter", card.matter().value()).param("unit", card.unit().value())
                .param("level", card.level().name()).param("origin", card.origin().name()).param("rule", card.rule())
                .param("reason", card.reason()).param("required", card.required()).param("replyBy", Times.utc(card.replyBy()))
                .param("at", Times.utc(card.at())).param("by", card.by()).param("follows", card.follows())
                .param("keys", keys(card.unit())).update();
        return id;
    }

    /** The unit and those above it. */
    long[] keys(UnitId unit) {
        return units.lineage(unit).stream().mapToLong(UnitId::value).toArray();
    }

    /** Adds a line to a card. */
    void write(long card, CardState kind, Instant at, @Nullable Long staff, @Nullable Long unit, @Nullable String text) {
        jdbc.sql("""
                insert into matter.card_entry (card_id, seq, kind, at, staff, unit_id, text)
                select :card, coalesce(max(seq), 0) + 1, :kind, :at, :staff, :unit, :text
                  from matter.card_entry where card_id = :card
                """)
                .param("card", card).param("kind", kind.name()).param("at", Times.utc(at)).param("staff", staff)
                .param("unit", unit).param("text", text).update();
    }

    /** The card, locked until the end of the transaction. */
    Optional<Card> lock(long id) {
        return read(id, " for no key update");
    }

    Optional<Card> read(long id) {
        return read(id, "");
    }

    private Optional<Card> read(long id, String lock) {
        return jdbc.sql("""
                select id, matter_id, unit_id, level, state, issued_by, replied_by, reply_by, version
                  from matter.card where id = :id
                """ + lock).param("id", id).query((row, number) -> card(row)).optional();
    }

    static Card card(ResultSet row) throws SQLException {
        return new Card(row.getLong("id"), new MatterId(row.getLong("matter_id")), new UnitId(row.getLong("unit_id")),
                CardLevel.valueOf(row.getString("level")), CardState.valueOf(row.getString("state")),
                row.getObject("issued_by", Long.class), row.getObject("replied_by", Long.class),
                row.getObject("reply_by", OffsetDateTime.class).toInstant(), row.getInt("version"));
    }

    /** Moves the card on. @param responsible and @param replyBy null: as before */
    void move(Card card, CardState to, Instant at, @Nullable Long by, @Nullable Long responsible, @Nullable Instant replyBy) {
        int changed = jdbc.sql("""
                update matter.card
                   set state = :to, version = version + 1, reply_by = coalesce(:replyBy, reply_by),
                       acknowledged_at = case when :to = 'ACKNOWLEDGED' then :at else acknowledged_at end,
                       responsible = coalesce(:responsible, responsible),
                       replied_at = case when :to = 'REPLIED' then :at else replied_at end,
                       replied_by = case when :to = 'REPLIED' then :by else replied_by end,
                       settled_at = case when :to in ('ACCEPTED', 'RECALLED') then :at else settled_at end
                 where id = :id and version = :seen
                """)
                .param("to", to.name()).param("replyBy", Times.utc(replyBy)).param("at", Times.utc(at)).param("by", by)
                .param("responsible", responsible).param("id", card.id()).param("seen", card.version()).update();
        if (changed == 0) {
            throw Problem.of(ProblemType.STALE);
        }
    }

    /** Remembers that the rule has met this; false if it had before. */
    boolean first(MatterId matter, String rule, String occurrence, Instant at) {
        return jdbc.sql("""
                insert into matter.card_occurrence (matter_id, rule, occurrence, met_at)
                values (:matter, :rule, :occurrence, :at)
                on conflict do nothing
                """)
                .param("matter", matter.value()).param("rule", rule).param("occurrence", occurrence)
                .param("at", Times.utc(at)).update() == 1;
    }

    void suggest(MatterId matter, UnitId unit, CardRule rule, @Nullable Long follows, Instant at) {
        jdbc.sql("""
                insert into matter.card_suggestion (id, matter_id, unit_id, level, rule, follows, suggested_at, visible_to)
                values (:id, :matter, :unit, :level, :rule, :follows, :at, :keys)
                """)
                .param("id", ids.next()).param("matter", matter.value()).param("unit", unit.value())
                .param("level", rule.level().name()).param("rule", rule.code()).param("follows", follows)
                .param("at", Times.utc(at)).param("keys", supervisorKeys()).update();
    }

    /** A suggestion is no card: who supervises reads it, the unit does not. */
    private long[] supervisorKeys() {
        return new long[] {units.county().id().value()};
    }

    /** A suggestion nobody has decided on, locked. */
    record Open(MatterId matter, UnitId unit, CardLevel level, String rule, @Nullable Long follows) {
    }

    Optional<Open> lockSuggestion(long id) {
        return jdbc.sql("""
                select matter_id, unit_id, level, rule, follows from matter.card_suggestion
                 where id = :id and decided_at is null for no key update
                """).param("id", id)
                .query((row, number) -> new Open(new MatterId(row.getLong("matter_id")), new UnitId(row.getLong("unit_id")),
                        CardLevel.valueOf(row.getString("level")), row.getString("rule"), row.getObject("follows", Long.class)))
                .optional();
    }

    void decide(long suggestion, Instant at, @Nullable Long by, @Nullable Long card, String reason) {
        jdbc.sql("""
                update matter.card_suggestion set decided_at = :at, decided_by = :by, card_id = :card, reason = :reason
                 where id = :id
                """)
                .param("id", suggestion).param("at", Times.utc(at)).param("by", by).param("card", card)
                .param("reason", reason).update();
    }

    /** Whether such a suggestion exists in the scope at all. */
    List<Long> decided(long suggestion) {
        return jdbc.sql("select id from matter.card_suggestion where id = :id and decided_at is not null")
                .param("id", suggestion).query(Long.class).list();
    }
}
