package org.hejie.intake.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hejie.intake.SubmissionId;
import org.hejie.intake.Submissions.Origin;
import org.hejie.matter.MatterId;
import org.hejie.matter.Registered;
import org.hejie.matter.SourceLine;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the rows of submissions, many in one statement. */
@Component
class SubmissionRows {

    private final JdbcClient jdbc;

    SubmissionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row about to be written. */
    record NewRow(SubmissionId id, @Nullable String outsideNo, @Nullable String clientKey, byte[] sealed, byte[] hash,
            @Nullable Integer rowNo) {
    }

    /** A row that is there under a number or key. */
    record Known(SubmissionId id, byte[] hash, MatterId matter, String code) {
    }

    /** What all rows of one call share. */
    record Batch(SourceLine line, Origin origin, long receivedBy, Instant receivedAt, long[] visibleTo) {
    }

    /**
     * Writes those whose number and key are free; waits for a twin that is being written elsewhere.
     *
     * @return the ids written
     */
    Set<Long> receive(Batch batch, List<NewRow> rows) {
        return new HashSet<>(insert(batch, rows).query(Long.class).list());
    }

    /**
     * Keeps a submission whose number is known with other content. The same one sent again is kept once.
     *
     * @param reading what was read of it, sealed
     */
    void conflict(Batch batch, NewRow row, byte[] reading) {
        jdbc.sql("""
                insert into intake.submission (id, line, outside_no, client_key, content, content_hash, reading, channel,
                    import_id, row_no, received_by, received_at, state, visible_to)
                values (:id, :line, :number, :key, :content, :hash, :reading, :channel,
                    nullif(:import, 0), :row, :by, :at, 'CONFLICT', :visibleTo)
                on conflict do nothing
                """)
                .params(shared(batch))
                .param("id", row.id().value())
                .param("number", row.outsideNo())
                .param("key", row.clientKey())
                .param("content", row.sealed())
                .param("hash", row.hash())
                .param("reading", reading)
                .param("row", row.rowNo())
                .update();
    }

    private JdbcClient.StatementSpec insert(Batch batch, List<NewRow> rows) {
        return jdbc.sql("""
                insert into intake.submission (id, line, outside_no, client_key, content, content_hash, channel, import_id,
                    row_no, received_by, received_at, state, visible_to)
                select id, :line, outside_no, client_key, content, content_hash, :channel, nullif(:import, 0),
                    row_no, :by, :at, 'RECEIVED', :visibleTo
                  from unnest(:ids::bigint[], :numbers::text[], :keys::text[], :contents::bytea[], :hashes::bytea[], :rows::int[])
                       as given (id, outside_no, client_key, content, content_hash, row_no)
                on conflict do nothing
                returning id
                """)
                .params(shared(batch))
                .param("ids", rows.stream().mapToLong(row -> row.id().value()).toArray())
                .param("numbers", rows.stream().map(NewRow::outsideNo).toArray(String[]::new))
                .param("keys", rows.stream().map(NewRow::clientKey).toArray(String[]::new))
                .param("contents", rows.stream().map(NewRow::sealed).toArray(byte[][]::new))
                .param("hashes", rows.stream().map(NewRow::hash).toArray(byte[][]::new))
                .param("rows", rows.stream().map(NewRow::rowNo).toArray(Integer[]::new));
    }

    private static Map<String, Object> shared(Batch batch) {
        return Map.of("line", batch.line().digit(), "channel", batch.origin().channel().name(),
                "import", batch.origin().importId(), "by", batch.receivedBy(), "at", Times.utc(batch.receivedAt()),
                "visibleTo", batch.visibleTo());
    }

    /** Ties written submissions to their matters, in the same order. */
    void registered(List<SubmissionId> ids, List<Registered> matters) {
        jdbc.sql("""
                update intake.submission s
                   set state = 'REGISTERED', matter_id = given.matter_id, matter_code = given.code
                  from unnest(:ids::bigint[], :matters::bigint[], :codes::text[]) as given (id, matter_id, code)
                 where s.id = given.id
                """)
                .param("ids", ids.stream().mapToLong(SubmissionId::value).toArray())
                .param("matters", matters.stream().mapToLong(matter -> matter.id().value()).toArray())
                .param("codes", matters.stream().map(matter -> matter.code().value()).toArray(String[]::new))
                .update();
    }

    /** What holds the row's number or key now, or said the same before, if it lies in the scope. */
    Optional<Known> holding(Batch batch, NewRow row) {
        return jdbc.sql("""
                select id, content_hash, matter_id, matter_code
                  from intake.submission
                 where line = :line and state in ('REGISTERED', 'ADDED')
                   and (outside_no = :number or received_by = :by and client_key = :key)
                 order by content_hash = :hash desc, id
                 limit 1
                """)
                .param("line", batch.line().digit())
                .param("number", row.outsideNo())
                .param("key", row.clientKey())
                .param("by", batch.receivedBy())
                .param("hash", row.hash())
                .query((result, number) -> new Known(new SubmissionId(result.getLong(1)), result.getBytes(2),
                        new MatterId(result.getLong(3)), result.getString(4)))
                .optional();
    }

    /** One as it was registered, sealed. */
    record Sealed(SubmissionId id, byte[] content) {
    }

    /** What was registered under that number by itself; what was settled afterwards is not. */
    Optional<Sealed> registered(SourceLine line, String number) {
        return jdbc.sql("""
                select id, content
                  from intake.submission
                 where line = :line and outside_no = :number and state = 'REGISTERED' and settled_at is null
                 order by id
                 limit 1
                """).param("line", line.digit()).param("number", number)
                .query((row, at) -> new Sealed(new SubmissionId(row.getLong(1)), row.getBytes(2))).optional();
    }

    Map<String, MatterId> matters(SourceLine line, Collection<String> numbers) {
        Map<String, MatterId> found = new HashMap<>();
        jdbc.sql("""
                select outside_no, matter_id
                  from intake.submission
                 where line = :line and outside_no = any (:numbers) and state in ('REGISTERED', 'ADDED') and matter_id is not null
                """).param("line", line.digit()).param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), new MatterId(row.getLong(2)));
                });
        return found;
    }
}
