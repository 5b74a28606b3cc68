package org.hejie.matter.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hejie.matter.supervision.BoardRow;
import org.hejie.matter.supervision.Boards;
import org.hejie.matter.supervision.CardRow;
import org.hejie.matter.supervision.CardSearch;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts cards by unit or by person in one query over the same rows as the list. */
@Service
class CardBoards implements Boards {

    private final JdbcClient jdbc;
    private final CardReader reader;
    private final StaffDirectory staff;
    private final Clock clock;

    CardBoards(JdbcClient jdbc, CardReader reader, StaffDirectory staff, Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<BoardRow> of(By by, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String cursor, int limit) {
        Instant now = clock.instant();
        var cards = new CardSql(new CardSearch(null, null, null, null, null, null, null, null, from, to), now);
        List<String> after = cursor == null ? List.of(Integer.toString(Integer.MAX_VALUE), "0") : Cursor.decode(cursor, 2);
        String who = switch (by) {
            case UNIT -> "c.unit_id";
            case PERSON -> "c.responsible";
        };
        List<BoardRow> rows = jdbc.sql("""
                with counted as (
                    select %1$s as who, count(*) as issued,
                           count(*) filter (where c.settled_at is null) as open,
                           count(*) filter (where %2$s) as late,
                           count(*) filter (where c.state = 'ACCEPTED') as accepted,
                           count(*) filter (where c.state = 'RECALLED') as recalled,
                           count(*) filter (where c.state <> 'RECALLED' and (c.replied_at is not null or c.reply_by < :now)) as answered,
                           count(*) filter (where c.state <> 'RECALLED' and c.replied_at <= c.reply_by) as in_time
                      from matter.card c
                      join matter.matter m on m.id = c.matter_id
                %3$s and %1$s is not null
                     group by %1$s)
                select *
                  from (select *, case when :ranked and issued >= :least and answered > 0
                               then rank() over (partition by issued >= :least and answered > 0
                                                 order by in_time::numeric / nullif(answered, 0) desc nulls last) end as place
                          from counted) board
                 where (issued, -who) < (:issued, -:who::bigint)
                 order by issued desc, who
                 limit :rows
                """.formatted(who, CardSql.LATE, cards.where()))
                .params(cards.parameters()).param("now", Times.utc(now)).param("ranked", by == By.UNIT)
                .param("least", BoardRow.LEAST_TO_RANK).param("issued", CardReader.number(after.getFirst()))
                .param("who", CardReader.number(after.getLast())).param("rows", limit + 1)
                .query((row, number) -> row(by, row)).list();
        return Page.of(rows, limit, row -> Cursor.encode(row.issued(), row.id()), null);
    }

    private BoardRow row(By by, ResultSet row) throws SQLException {
        long who = row.getLong("who");
        CardRow.CardUnit name = switch (by) {
            case UNIT -> reader.known(who);
            case PERSON -> new CardRow.CardUnit(who, staff.displayName(new StaffId(who)).orElse("—"), null);
        };
        return new BoardRow(who, name.name(), name.nameEn(), row.getInt("issued"), row.getInt("open"), row.getInt("late"),
                row.getInt("accepted"), row.getInt("recalled"), row.getInt("answered"), row.getInt("in_time"),
                row.getObject("place") == null ? null : row.getInt("place"));
    }
}
