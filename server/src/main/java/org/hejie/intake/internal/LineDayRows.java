package org.hejie.intake.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.hejie.intake.LineFigures;
import org.hejie.intake.ReconciledKind;
import org.hejie.intake.ReconciledRow;
import org.hejie.matter.SourceLine;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A line's day as it stands now: one query tells each outside number's fate, the figures count what it tells. A read model
 * over submissions and matters, because a clerk at the window registers a line's matter without a submission.
 */
@Repository
class LineDayRows {

    /** How far back a run of numbers is looked for, days. */
    private static final int RUN = 31;
    /** How long after its day a matter registered by hand is looked for, days. */
    private static final int BY_HAND = 31;

    /** Each row: kind, its rank, number, submission, matter, code, time, times, codes, asked. */
    static final String ENTRIES = """
            with arrived as materialized (
                select s.id, s.outside_no, s.state, s.received_at as at, s.matter_id, s.matter_code
                  from intake.submission s
                 where s.line = :line and s.received_at >= :from and s.received_at < :to
                union all
                select null, m.outside_no, 'REGISTERED', m.registered_at, m.id, m.code
                  from matter.matter m
                 where m.line = :line and m.registered_at >= :from and m.registered_at < :to
                   and not exists (select 1 from intake.submission s where s.matter_id = m.id)),
            named as materialized (
                select distinct no from unnest(:named::text[]) as given (no)),
            sought as materialized (
                select no from named
                union
                select no from unnest(:holes::text[]) as given (no)),
            by_hand as materialized (
                select m.outside_no, m.id, m.code, m.registered_at as at
                  from matter.matter m
                 where m.line = :line and m.outside_no is not null and cardinality(:named::text[]) > 0
                   and m.registered_at >= :to and m.registered_at < :handUntil),
            elsewhere as (
                select n.no, s.id, s.matter_id, s.matter_code, s.received_at as at
                  from sought n
                  join intake.submission s on s.line = :line and s.outside_no = n.no and s.state <> 'CONFLICT' and s.settled_at is null
                 where s.received_at < :from or s.received_at >= :to
                union
                select n.no, null, h.id, h.code, h.at from sought n join by_hand h on h.outside_no = n.no
                 where not exists (select 1 from intake.submission s where s.line = :line and s.outside_no = n.no)),
            entry (kind, outside_no, submission_id, matter_id, matter_code, at, times, codes) as (
                select case when a.state = 'CONFLICT' then 'WAITING' when a.state = 'REFUSED' then 'REFUSED'
                            when m.status = 'MERGED' then 'MERGED' else 'RECEIVED' end,
                       a.outside_no, a.id, a.matter_id, a.matter_code, a.at, 1, '{}'::text[]
                  from arrived a left join matter.matter m on m.id = a.matter_id
                union all
                select 'REFUSED', t.outside_no, null, null, null, t.last_at,
                       case when t.outside_no = '' then t.times else 1 end, t.codes
                  from intake.turned_away t
                 where t.line = :line and t.day = :day and t.kind = 'REFUSED'
                   and not exists (select 1 from intake.submission s where s.line = :line and s.outside_no = t.outside_no)
                union all
                select 'REPEATED', t.outside_no, null, null, null, t.last_at, t.times, t.codes
                  from intake.turned_away t
                 where t.line = :line and t.day = :day and t.kind = 'REPEATED'
                union all
                select 'LATE', e.no, e.id, e.matter_id, e.matter_code, e.at, 1, '{}' from elsewhere e join named n on n.no = e.no
                 where not exists (select 1 from arrived a where a.outside_no = e.no)
                union all
                select 'MISSING', n.no, null, null, null, null, 1, '{}'
                  from sought n
                 where not exists (select 1 from arrived a where a.outside_no = n.no)
                   and not exists (select 1 from elsewhere e where e.no = n.no)
                   and not exists (select 1 from intake.turned_away t where t.line = :line and t.outside_no = n.no and t.kind = 'REFUSED')),
            row as (
                select e.*, array_position(:kinds::text[], e.kind) as rank,
                       case when e.kind = 'MISSING' then
                           (select max(k.asked_at) from intake.asked_again k
                             where k.line = :line and k.day = :day and k.outside_no = e.outside_no) end as asked_at
                  from entry e)
            """;

    private static final String KINDS_IN_ORDER = "kinds";

    private final JdbcClient jdbc;

    LineDayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is asked of a day.
     *
     * @param said  how many the line says it sent; null while it has not said
     * @param named the numbers it named; empty where it gave none
     * @param holes numbers its run leaves out
     */
    record Question(SourceLine line, LocalDate day, @Nullable Integer said, List<String> named, List<String> holes) {

        JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql) {
            OffsetDateTime to = day.plusDays(1).atStartOfDay(Times.ZONE).toOffsetDateTime();
            return sql.param("line", line.digit()).param("day", day)
                    .param("from", day.atStartOfDay(Times.ZONE).toOffsetDateTime()).param("to", to)
                    .param("handUntil", to.plusDays(BY_HAND))
                    .param("named", named.toArray(String[]::new)).param("holes", holes.toArray(String[]::new))
                    .param(KINDS_IN_ORDER, Arrays.stream(ReconciledKind.values()).map(Enum::name).toArray(String[]::new));
        }
    }

    private record Count(int rows, int times, int asked, int unannounced) {
    }

    LineFigures figures(Question question) {
        Map<ReconciledKind, Count> counts = new EnumMap<>(ReconciledKind.class);
        question.bind(jdbc.sql(ENTRIES + """
                select kind, count(*) as rows, sum(times) as times, count(asked_at) as asked,
                       count(*) filter (where kind in ('RECEIVED', 'MERGED', 'WAITING') and cardinality(:named::text[]) > 0
                           and (outside_no is null or not outside_no = any (:named::text[]))) as unannounced
                  from row group by kind
                """)).query(row -> {
                    counts.put(ReconciledKind.valueOf(row.getString(1)), new Count(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)));
                });
        int waiting = count(counts, ReconciledKind.WAITING).rows();
        int merged = count(counts, ReconciledKind.MERGED).rows();
        int received = count(counts, ReconciledKind.RECEIVED).rows() + merged + waiting;
        int refused = count(counts, ReconciledKind.REFUSED).times();
        int missing = count(counts, ReconciledKind.MISSING).rows();
        if (question.said() != null && question.named().isEmpty()) {
            missing = Math.max(missing, question.said() - received - refused);
        }
        int unannounced = count(counts, ReconciledKind.RECEIVED).unannounced() + count(counts, ReconciledKind.MERGED).unannounced()
                + count(counts, ReconciledKind.WAITING).unannounced();
        return new LineFigures(question.said(), received, refused, waiting, merged, count(counts, ReconciledKind.LATE).rows(), missing,
                count(counts, ReconciledKind.REPEATED).times(), count(counts, ReconciledKind.MISSING).asked(), unannounced);
    }

    private static Count count(Map<ReconciledKind, Count> counts, ReconciledKind kind) {
        return counts.getOrDefault(kind, new Count(0, 0, 0, 0));
    }

    /** The rows after a place, in their order. */
    List<ReconciledRow> page(Question question, @Nullable ReconciledKind kind, RowPlace after, int limit) {
        return question.bind(jdbc.sql(ENTRIES + """
                select kind, outside_no, submission_id, matter_id, matter_code, at, times, codes, asked_at
                  from row
                 where (:kind::text is null or kind = :kind or :kind = 'RECEIVED' and kind in ('MERGED', 'WAITING'))
                   and (rank, coalesce(outside_no, '') collate "C", coalesce(submission_id, matter_id, 0)) > (:rank, :no, :id)
                 order by rank, coalesce(outside_no, '') collate "C", coalesce(submission_id, matter_id, 0)
                 limit :limit
                """))
                .param("kind", kind == null ? null : kind.name()).param("limit", limit)
                .param("rank", after.rank()).param("no", after.outsideNo()).param("id", after.id())
                .query((row, number) -> row(row)).list();
    }

    /** Of the numbers, those that are missing. */
    List<String> missing(Question question) {
        return question.bind(jdbc.sql(ENTRIES + "select outside_no from row where kind = 'MISSING' order by outside_no"))
                .query(String.class).list();
    }

    static ReconciledRow row(ResultSet row) throws SQLException {
        Array codes = row.getArray("codes");
        String outsideNo = row.getString("outside_no");
        return new ReconciledRow(ReconciledKind.valueOf(row.getString("kind")), outsideNo == null || outsideNo.isEmpty() ? null : outsideNo,
                row.getObject("submission_id", Long.class), row.getObject("matter_id", Long.class), row.getString("matter_code"),
                Times.instant(row.getObject("at", OffsetDateTime.class)), row.getInt("times"),
                List.of((String[]) codes.getArray()), Times.instant(row.getObject("asked_at", OffsetDateTime.class)));
    }

    /** How many digits of the line's numbers run, and the holes of a day; none where they do not run. */
    List<String> holes(SourceLine line, LocalDate day) {
        OptionalInt digits = runningDigits(line);
        if (digits.isEmpty()) {
            return List.of();
        }
        return new RunningNumbers(digits.getAsInt()).holes(numbers(line, day, day.plusDays(1), 0),
                numbers(line, day.minusDays(RUN), day, digits.getAsInt()));
    }

    /** The numbers of days; with digits only the last of each run. */
    private List<String> numbers(SourceLine line, LocalDate from, LocalDate to, int digits) {
        String numbers = """
                select outside_no as no from intake.submission
                 where line = :line and received_at >= :from and received_at < :to and outside_no is not null
                union
                select outside_no from matter.matter
                 where line = :line and registered_at >= :from and registered_at < :to and outside_no is not null
                """;
        String last = "select max(no) from (" + numbers + ") n where length(no) >= :digits group by left(no, -:digits), length(no)";
        return jdbc.sql(digits == 0 ? numbers : last)
                .param("line", line.digit()).param("digits", digits)
                .param("from", from.atStartOfDay(Times.ZONE).toOffsetDateTime())
                .param("to", to.atStartOfDay(Times.ZONE).toOffsetDateTime())
                .query(String.class).list();
    }

    OptionalInt runningDigits(SourceLine line) {
        return jdbc.sql("select digits from intake.running_number where line = :line").param("line", line.digit())
                .query(Integer.class).list().stream().mapToInt(Integer::intValue).findFirst();
    }
}
