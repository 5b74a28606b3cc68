package org.hejie.matter.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.matter.supervision.CardDetail;
import org.hejie.matter.supervision.CardDetail.Deed;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.matter.supervision.CardOrigin;
import org.hejie.matter.supervision.CardRow;
import org.hejie.matter.supervision.CardSearch;
import org.hejie.matter.supervision.CardState;
import org.hejie.matter.supervision.CardSuggestion;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Page.Total;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads cards and suggestions with the names people know. */
@Component
class CardReader {

    private static final int CAP = 1000;

    private static final String ROW = """
            select c.id, c.matter_id, m.code, m.title, c.unit_id, c.level, c.origin, c.rule, c.state, c.reason, c.required,
                   c.issued_at, c.issued_by, c.reply_by, c.responsible, c.follows, c.version
              from matter.card c
              join matter.matter m on m.id = c.matter_id
            """;

    private final JdbcClient jdbc;
    private final Units units;
    private final StaffDirectory staff;
    private final Clock clock;

    CardReader(JdbcClient jdbc, Units units, StaffDirectory staff, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.staff = staff;
        this.clock = clock;
    }

    Optional<CardDetail> detail(Card card, Set<Deed> may) {
        List<CardDetail.CardEntry> entries = jdbc.sql("""
                select seq, kind, at, staff, unit_id, text from matter.card_entry where card_id = :id order by seq
                """).param("id", card.id())
                .query((row, number) -> new CardDetail.CardEntry(row.getInt("seq"), CardState.valueOf(row.getString("kind")),
                        at(row, "at"), name(row.getObject("staff", Long.class)), unit(row.getObject("unit_id", Long.class)),
                        row.getString("text")))
                .list();
        return jdbc.sql(ROW + " where c.id = :id").param("id", card.id())
                .query((row, number) -> new CardDetail(row(row), row.getObject("follows", Long.class), entries, may)).optional();
    }

    Page<CardRow> list(CardSearch search, @Nullable String cursor, int limit, boolean counted) {
        var sql = new CardSql(search, clock.instant());
        Total total = counted ? total(sql) : null;
        if (cursor != null) {
            List<String> after = Cursor.decode(cursor, 2);
            sql.after(time(after.getFirst()), number(after.getLast()));
        }
        List<CardRow> rows = jdbc.sql(ROW + sql.where() + " order by c.issued_at desc, c.id desc limit :rows")
                .params(sql.parameters()).param("rows", limit + 1).query((row, number) -> row(row)).list();
        return Page.of(rows, limit, row -> Cursor.encode(row.issuedAt(), row.id()), total);
    }

    private Total total(CardSql sql) {
        long count = jdbc.sql("select count(*) from (select 1 from matter.card c" + sql.where() + " limit :cap) found")
                .params(sql.parameters()).param("cap", CAP + 1).query(Long.class).single();
        return new Total(Math.min(count, CAP), count > CAP);
    }

    Page<CardSuggestion> suggestions(@Nullable String cursor, int limit) {
        List<String> after = cursor == null ? List.of(Instant.EPOCH.toString(), "0") : Cursor.decode(cursor, 2);
        List<CardSuggestion> rows = jdbc.sql("""
                select s.id, s.matter_id, m.code, m.title, s.unit_id, s.level, s.rule, s.follows, s.suggested_at
                  from matter.card_suggestion s
                  join matter.matter m on m.id = s.matter_id
                 where s.decided_at is null and (s.suggested_at, s.id) > (:at, :id)
                 order by s.suggested_at, s.id
                 limit :rows
                """)
                .param("at", Times.utc(time(after.getFirst()))).param("id", number(after.getLast())).param("rows", limit + 1)
                .query((row, number) -> new CardSuggestion(row.getLong("id"), row.getLong("matter_id"), row.getString("code"),
                        row.getString("title"), known(row.getLong("unit_id")), CardLevel.valueOf(row.getString("level")),
                        row.getString("rule"), row.getObject("follows", Long.class), at(row, "suggested_at")))
                .list();
        return Page.of(rows, limit, row -> Cursor.encode(row.suggestedAt(), row.id()), null);
    }

    private CardRow row(ResultSet row) throws SQLException {
        CardState state = CardState.valueOf(row.getString("state"));
        Instant replyBy = at(row, "reply_by");
        boolean waits = state == CardState.ISSUED || state == CardState.ACKNOWLEDGED || state == CardState.SENT_BACK;
        Long responsible = row.getObject("responsible", Long.class);
        return new CardRow(row.getLong("id"), row.getLong("matter_id"), row.getString("code"), row.getString("title"),
                known(row.getLong("unit_id")), CardLevel.valueOf(row.getString("level")),
                CardOrigin.valueOf(row.getString("origin")), row.getString("rule"), state, row.getString("reason"),
                row.getString("required"), at(row, "issued_at"), name(row.getObject("issued_by", Long.class)), replyBy,
                waits && replyBy.isBefore(clock.instant()), responsible, name(responsible), row.getInt("version"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private @Nullable String name(@Nullable Long id) {
        return id == null ? null : staff.displayName(new StaffId(id)).orElse(null);
    }

    private CardRow.@Nullable CardUnit unit(@Nullable Long id) {
        return id == null ? null : known(id);
    }

    CardRow.CardUnit known(long id) {
        return units.find(new UnitId(id)).map(unit -> new CardRow.CardUnit(id, unit.name(), unit.nameEn()))
                .orElseGet(() -> new CardRow.CardUnit(id, "—", null));
    }

    static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
