package org.hejie.intake.internal;

import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hejie.document.sheet.SheetFormat.Kind;
import org.hejie.document.sheet.SheetFormat;
import org.hejie.intake.ImportId;
import org.hejie.intake.ImportState;
import org.hejie.matter.SourceLine;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the rows of imports and the mappings remembered. */
@Component
class ImportRows {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() { };
    private static final String COLUMNS = """
            select id, line, file_name, format, charset, separator, columns, mapping, state, rows, done, accepted, repeated,
                   errors, created_at, finished_at, coalesce(worker_until, created_at) < :now as abandoned
              from intake.import
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ImportRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insert(ImportRow row, byte[] fingerprint, long createdBy, long[] visibleTo) {
        jdbc.sql("""
                insert into intake.import (id, line, file_name, format, charset, separator, columns, fingerprint, mapping, state,
                    rows, created_by, created_at, visible_to)
                values (:id, :line, :name, :format, :charset, :separator, :columns, :fingerprint, :mapping::jsonb, :state,
                    :rows, :by, :at, :visibleTo)
                """)
                .param("id", row.id().value())
                .param("line", row.line().digit())
                .param("name", row.fileName())
                .param("format", row.format().kind().name())
                .param("charset", row.format().charset().name())
                .param("separator", String.valueOf(row.format().separator()))
                .param("columns", row.columns().toArray(String[]::new))
                .param("fingerprint", fingerprint)
                .param("mapping", json.writeValueAsString(row.mapping()))
                .param("state", row.state().name())
                .param("rows", row.rows())
                .param("by", createdBy)
                .param("at", Times.utc(row.createdAt()))
                .param("visibleTo", visibleTo)
                .update();
    }

    Optional<ImportRow> find(ImportId id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id.value()).param("now", now()).query(this::row).optional();
    }

    List<ImportRow> before(@Nullable Long id, int limit) {
        return jdbc.sql(COLUMNS + " where (:before::bigint is null or id < :before) order by id desc limit :limit")
                .param("before", id).param("limit", limit).param("now", now()).query(this::row).list();
    }

    /** Imports that ought to run and that nobody works on. */
    List<ImportId> abandoned() {
        return jdbc.sql("select id from intake.import where state = 'RUNNING' and coalesce(worker_until, created_at) < :now")
                .param("now", now()).query((row, number) -> new ImportId(row.getLong(1))).list();
    }

    void map(ImportRow row, Map<String, String> mapping, long by) {
        String text = json.writeValueAsString(mapping);
        jdbc.sql("update intake.import set mapping = :mapping::jsonb, state = 'MAPPED' where id = :id")
                .param("mapping", text).param("id", row.id().value()).update();
        jdbc.sql("""
                insert into intake.remembered_mapping (line, fingerprint, mapping, saved_by, saved_at)
                select line, fingerprint, mapping, :by, :at from intake.import where id = :id
                on conflict (line, fingerprint)
                do update set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = excluded.saved_at
                """)
                .param("by", by).param("at", now()).param("id", row.id().value()).update();
    }

    Optional<Map<String, String>> remembered(SourceLine line, byte[] fingerprint) {
        return jdbc.sql("select mapping from intake.remembered_mapping where line = :line and fingerprint = :fingerprint")
                .param("line", line.digit()).param("fingerprint", fingerprint)
                .query((row, number) -> json.readValue(row.getString(1), TEXTS)).optional();
    }

    /** Ends the work on the import in a state; false when it stands in none of the others. */
    boolean end(ImportId id, ImportState to, ImportState... from) {
        return jdbc.sql("""
                update intake.import
                   set state = :to, finished_at = case when :to = 'FINISHED' then :now::timestamptz end,
                       worker = null, worker_until = null
                 where id = :id and state = any(:from)
                """)
                .param("to", to.name()).param("now", now()).param("id", id.value())
                .param("from", names(from)).update() == 1;
    }

    /**
     * Sets the import going from one of the states; false when it stands in none of them. Until a worker takes it, it counts
     * as worked on for the span.
     */
    boolean start(ImportId id, Duration span, ImportState... from) {
        return jdbc.sql("""
                update intake.import set state = 'RUNNING', finished_at = null, worker = null, worker_until = :until
                 where id = :id and state = any(:from)
                """)
                .param("until", now().plus(span)).param("id", id.value()).param("from", names(from)).update() == 1;
    }

    private static String[] names(ImportState... states) {
        return Arrays.stream(states).map(Enum::name).toArray(String[]::new);
    }

    /** Takes the import for this worker unless another is known to work on it. */
    boolean claim(ImportId id, String worker, Duration span) {
        return jdbc.sql("""
                update intake.import set worker = :worker, worker_until = :until
                 where id = :id and state = 'RUNNING' and (worker is null or worker = :worker or worker_until < :now)
                """)
                .param("worker", worker).param("until", now().plus(span)).param("now", now()).param("id", id.value())
                .update() == 1;
    }

    /** Writes the checkpoint of a chunk; false when another worker has taken the import over. */
    boolean advance(ImportId id, String worker, int from, ChunkResult chunk, Duration span) {
        return jdbc.sql("""
                update intake.import
                   set done = :to, accepted = accepted + :accepted, repeated = repeated + :repeated, errors = errors + :errors,
                       worker_until = :until
                 where id = :id and state = 'RUNNING' and worker = :worker and done = :from
                """)
                .param("to", chunk.to()).param("accepted", chunk.accepted()).param("repeated", chunk.repeated())
                .param("errors", chunk.errors().size()).param("until", now().plus(span)).param("id", id.value())
                .param("worker", worker).param("from", from)
                .update() == 1;
    }

    private OffsetDateTime now() {
        return Objects.requireNonNull(Times.utc(clock.instant()));
    }

    private ImportRow row(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        var format = new SheetFormat(Kind.valueOf(row.getString("format")), Charset.forName(row.getString("charset")),
                row.getString("separator").charAt(0));
        return new ImportRow(new ImportId(row.getLong("id")), SourceLine.ofDigit(row.getInt("line")).orElseThrow(),
                row.getString("file_name"), format, List.of((String[]) row.getArray("columns").getArray()),
                json.readValue(row.getString("mapping"), TEXTS), ImportState.valueOf(row.getString("state")),
                row.getInt("rows"), row.getInt("done"), row.getInt("accepted"), row.getInt("repeated"), row.getInt("errors"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(), row.getBoolean("abandoned"));
    }
}
