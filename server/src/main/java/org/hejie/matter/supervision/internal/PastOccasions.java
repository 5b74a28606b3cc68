package org.hejie.matter.supervision.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to past matters that may have drawn a card, a few matters at a time. */
@Component
class PastOccasions {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    PastOccasions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A clock that ran. @param endedAt when it stopped or paused; null while it runs */
    record PastClock(String key, int run, Instant dueAt, @Nullable Instant endedAt) {
    }

    /**
     * What happened to a matter.
     *
     * @param autoSigned the steps the system signed
     * @param returnsRefused the steps that went back to the unit that had returned the matter
     * @param dissatisfiedAgain how often it was evaluated as dissatisfying after a reopening
     * @param noShows the sessions a called unit did not come to
     * @param unanswered the cards that were answered late or not yet, by level
     */
    record Occasions(long id, String code, Instant registeredAt, int returns, int extensions, List<PastClock> clocks,
            List<String> autoSigned, List<String> returnsRefused, int dissatisfiedAgain, List<String> noShows,
            Map<CardLevel, List<String>> unanswered) {
    }

    /** The newest matters in the current scope; runs inside the reading transaction. */
    void newest(int most, Consumer<Occasions> each) {
        try (var rows = jdbc.sql("""
                select m.id, m.code, m.registered_at, m.return_count, m.extension_count,
                       array(select c.key || ' ' || c.run || ' ' || extract(epoch from c.due_at)::bigint || ' '
                                    || coalesce(extract(epoch from coalesce(c.stopped_at, c.paused_at))::bigint::text, '')
                               from matter.clock c where c.matter_id = m.id) as clocks,
                       array(select 'step-' || s.seq from matter.step s where s.matter_id = m.id and s.auto_signed) as auto_signed,
                       array(select 'step-' || s.seq
                               from matter.step s
                               join matter.step r on r.matter_id = s.matter_id and r.seq = s.seq - 1
                              where s.matter_id = m.id and r.outcome = 'RETURNED' and r.lead_unit = s.lead_unit) as refused,
                       (select count(*) from matter.event e
                         where e.matter_id = m.id and m.reopen_seq > 0 and e.action = 'EVALUATE' and e.data like '%"DISSATISFIED"%'
                           and exists (select 1 from matter.event r
                                        where r.matter_id = m.id and r.action = 'REOPEN' and r.seq < e.seq)) as again,
                       array(select distinct o.occurrence from matter.card_occurrence o
                              where o.matter_id = m.id and o.occurrence like 'session-%') as no_shows,
                       array(select c.level || ' card-' || c.id from matter.card c
                              where c.matter_id = m.id and c.state <> 'RECALLED'
                                and c.reply_by < coalesce(c.replied_at, :now)) as unanswered
                  from matter.matter m
                 where m.status <> 'MERGED'
                 order by m.registered_at desc, m.id desc
                 limit :most
                """).param("most", most).param("now", Times.utc(clock.instant())).withFetchSize(AT_ONCE)
                .query((row, number) -> occasions(row)).stream()) {
            rows.forEach(each);
        }
    }

    private static Occasions occasions(ResultSet row) throws SQLException {
        return new Occasions(row.getLong("id"), row.getString("code"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(), row.getInt("return_count"),
                row.getInt("extension_count"), clocks(texts(row.getArray("clocks"))), texts(row.getArray("auto_signed")),
                texts(row.getArray("refused")), row.getInt("again"), texts(row.getArray("no_shows")),
                byLevel(texts(row.getArray("unanswered"))));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static List<PastClock> clocks(List<String> joined) {
        List<PastClock> clocks = new ArrayList<>();
        for (var one : joined) {
            var parts = one.split(" ");
            clocks.add(new PastClock(parts[0], Integer.parseInt(parts[1]), Instant.ofEpochSecond(Long.parseLong(parts[2])),
                    parts.length == 3 ? null : Instant.ofEpochSecond(Long.parseLong(parts[3]))));
        }
        return clocks;
    }

    private static Map<CardLevel, List<String>> byLevel(List<String> joined) {
        Map<CardLevel, List<String>> cards = new EnumMap<>(CardLevel.class);
        for (var one : joined) {
            var parts = one.split(" ");
            cards.computeIfAbsent(CardLevel.valueOf(parts[0]), none -> new ArrayList<>()).add(parts[1]);
        }
        return cards;
    }
}
