package org.hejie.intake.internal;

import java.sql.Array;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.intake.LineDay.Source;
import org.hejie.matter.SourceLine;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lines say they sent, and what was asked of them again. */
@Repository
class StatementRows {

    private final JdbcClient jdbc;
    private final Ids ids;

    StatementRows(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** @param numbers null where the count alone was said */
    record Said(int count, @Nullable List<String> numbers, Source source, long by, Instant at) {
    }

    Optional<Said> inForce(SourceLine line, LocalDate day) {
        return jdbc.sql("""
                select said_count, numbers, source, said_by, said_at
                  from intake.line_statement
                 where line = :line and day = :day
                 order by id desc
                 limit 1
                """).param("line", line.digit()).param("day", day)
                .query((row, number) -> {
                    Array numbers = row.getArray("numbers");
                    return new Said(row.getInt("said_count"), numbers == null ? null : List.of((String[]) numbers.getArray()),
                            Source.valueOf(row.getString("source")), row.getLong("said_by"),
                            row.getObject("said_at", OffsetDateTime.class).toInstant());
                }).optional();
    }

    void add(SourceLine line, LocalDate day, Said said, long[] visibleTo) {
        jdbc.sql("""
                insert into intake.line_statement (id, line, day, said_count, numbers, source, said_by, said_at, visible_to)
                values (:id, :line, :day, :count, :numbers, :source, :by, :at, :visibleTo)
                """)
                .param("id", ids.next()).param("line", line.digit()).param("day", day).param("count", said.count())
                .param("numbers", said.numbers() == null ? null : said.numbers().toArray(String[]::new))
                .param("source", said.source().name()).param("by", said.by()).param("at", Times.utc(said.at()))
                .param("visibleTo", visibleTo).update();
    }

    void ask(SourceLine line, LocalDate day, List<String> numbers, long by, Instant at, long[] visibleTo) {
        jdbc.sql("""
                insert into intake.asked_again (id, line, day, outside_no, asked_by, asked_at, visible_to)
                select id, :line, :day, no, :by, :at, :visibleTo from unnest(:ids::bigint[], :numbers::text[]) as given (id, no)
                """)
                .param("line", line.digit()).param("day", day).param("by", by).param("at", Times.utc(at))
                .param("visibleTo", visibleTo).param("numbers", numbers.toArray(String[]::new))
                .param("ids", numbers.stream().mapToLong(number -> ids.next()).toArray()).update();
    }

    /** Days since then of which the line or a signer has said something, and where its numbers run those on which something came. */
    List<LocalDate> days(SourceLine line, LocalDate since) {
        return jdbc.sql("""
                select day from intake.line_statement where line = :line and day >= :since
                union
                select day from intake.line_sheet where line = :line and day >= :since
                union
                select (received_at at time zone 'Asia/Shanghai')::date from intake.submission
                 where line = :line and received_at >= :from and exists (select 1 from intake.running_number where line = :line)
                """).param("line", line.digit()).param("since", since).param("from", since.atStartOfDay(Times.ZONE).toOffsetDateTime()).query(LocalDate.class).list();
    }

    /** Whether this was not yet told of the day, which it is from now on. */
    boolean tell(SourceLine line, LocalDate day, String kind, String figures, Instant at, long[] visibleTo) {
        return jdbc.sql("""
                insert into intake.line_alert (id, line, day, kind, figures, told_at, visible_to)
                values (:id, :line, :day, :kind, :figures, :at, :visibleTo)
                on conflict do nothing
                """)
                .param("id", ids.next()).param("line", line.digit()).param("day", day).param("kind", kind).param("figures", figures)
                .param("at", Times.utc(at)).param("visibleTo", visibleTo).update() > 0;
    }

    void setRunningDigits(SourceLine line, @Nullable Integer digits, long by, Instant at) {
        if (digits == null) {
            jdbc.sql("delete from intake.running_number where line = :line").param("line", line.digit()).update();
            return;
        }
        jdbc.sql("""
                insert into intake.running_number (line, digits, set_by, set_at) values (:line, :digits, :by, :at)
                on conflict (line) do update set digits = excluded.digits, set_by = excluded.set_by, set_at = excluded.set_at
                """).param("line", line.digit()).param("digits", digits).param("by", by).param("at", Times.utc(at)).update();
    }
}
