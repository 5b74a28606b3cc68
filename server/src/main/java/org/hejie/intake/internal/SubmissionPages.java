package org.hejie.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.intake.SubmissionId;
import org.hejie.intake.SubmissionList;
import org.hejie.intake.SubmissionRow;
import org.hejie.intake.SubmissionState;
import org.hejie.intake.Submissions.Channel;
import org.hejie.matter.SourceLine;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists submissions by key. */
@Service
@Transactional(readOnly = true)
class SubmissionPages implements SubmissionList {

    private static final String COLUMNS = """
            select id, line, outside_no, channel, state, received_at, import_id, row_no, matter_id, matter_code,
                   settled_at
              from intake.submission
            """;

    private final JdbcClient jdbc;

    SubmissionPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page<SubmissionRow> page(Filter filter, @Nullable String cursor, int limit) {
        List<String> after = cursor == null ? List.of() : Cursor.decode(cursor, 2);
        List<SubmissionRow> rows = jdbc.sql(COLUMNS + """
                 where (:line::int is null or line = :line)
                   and (:state::text is null or state = :state)
                   and (:from::timestamptz is null or received_at >= :from)
                   and (:to::timestamptz is null or received_at < :to)
                   and (:afterAt::timestamptz is null or (received_at, id) < (:afterAt, :afterId))
                 order by received_at desc, id desc
                 limit :limit
                """)
                .param("line", filter.line() == null ? null : filter.line().digit())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("from", startOf(filter.from()))
                .param("to", startOf(filter.to()))
                .param("afterAt", after.isEmpty() ? null : Times.utc(at(after.getFirst())))
                .param("afterId", after.isEmpty() ? 0L : id(after.getLast()))
                .param("limit", limit + 1)
                .query(SubmissionPages::row)
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.receivedAt(), last.id()), null);
    }

    @Override
    public Optional<SubmissionRow> find(SubmissionId id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id.value()).query(SubmissionPages::row).optional();
    }

    @Override
    public List<SubmissionRow> conflictsOf(SubmissionId id) {
        return jdbc.sql(COLUMNS + """
                 where (state = 'CONFLICT' or settled_at is not null)
                   and (line, outside_no) = (select line, outside_no from intake.submission where id = :id)
                   and id <> :id
                 order by id
                """)
                .param("id", id.value()).query(SubmissionPages::row).list();
    }

    private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null ? null : Times.utc(day.atStartOfDay(Times.ZONE).toInstant());
    }

    private static Instant at(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }

    private static SubmissionRow row(ResultSet row, int number) throws SQLException {
        OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
        return new SubmissionRow(row.getLong("id"), SourceLine.ofDigit(row.getInt("line")).orElseThrow().slug(),
                row.getString("outside_no"), Channel.valueOf(row.getString("channel")),
                SubmissionState.valueOf(row.getString("state")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(), row.getObject("import_id", Long.class),
                row.getObject("row_no", Integer.class), row.getObject("matter_id", Long.class), row.getString("matter_code"),
                settledAt == null ? null : settledAt.toInstant());
    }
}
