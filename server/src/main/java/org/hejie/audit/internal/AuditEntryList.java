package org.hejie.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hejie.audit.AuditEntryFilter;
import org.hejie.audit.AuditEntryRow;
import org.hejie.audit.AuditRecord;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of entries, paged by time and id. */
@Component
class AuditEntryList implements AuditRecord {

    private record Key(Instant at, long id) {

        static Key of(String cursor) {
            List<String> parts = Cursor.decode(cursor, 2);
            try {
                return new Key(Instant.parse(parts.getFirst()), Long.parseLong(parts.getLast()));
            } catch (DateTimeParseException | NumberFormatException e) {
                throw Problem.field("cursor", "INVALID");
            }
        }
    }

    private final JdbcClient jdbc;
    private final StaffDirectory directory;

    AuditEntryList(JdbcClient jdbc, StaffDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<AuditEntryRow> entries(AuditEntryFilter filter, @Nullable String cursor, int limit) {
        StringBuilder where = new StringBuilder();
        Map<String, @Nullable Object> params = new HashMap<>();
        and(where, params, "kind = :kind", "kind", filter.kind() == null ? null : filter.kind().name());
        and(where, params, "result = :result", "result", filter.result() == null ? null : filter.result().name());
        and(where, params, "action = :action", "action", filter.action());
        and(where, params, "actor_kind = :actorKind", "actorKind", filter.actorKind() == null ? null : filter.actorKind().name());
        and(where, params, "actor_id = :actorId", "actorId", filter.actorId());
        and(where, params, "object_type = :objectType", "objectType", filter.objectType());
        and(where, params, "object_id = :objectId", "objectId", filter.objectId());
        and(where, params, "at >= :from", "from", Times.utc(filter.from()));
        and(where, params, "at < :to", "to", Times.utc(filter.to()));
        if (cursor != null) {
            Key after = Key.of(cursor);
            and(where, params, "(at, id) < (:afterAt, :afterId)", "afterAt", Times.utc(after.at()));
            params.put("afterId", after.id());
        }
        List<AuditEntryRow> rows = jdbc.sql("""
                select id, at, kind, action, actor_kind, actor_id, on_behalf_of, result, object_type, object_id, reason,
                       purpose, address
                  from audit.entry
                %s order by at desc, id desc
                 limit :limit
                """.formatted(where))
            .params(params)
            .param("limit", limit + 1)
            .query((row, number) -> entry(row))
            .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.at(), last.id()), null);
    }

    private static void and(StringBuilder where, Map<String, @Nullable Object> params, String condition, String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(where.isEmpty() ? " where " : "   and ").append(condition).append('\n');
            params.put(name, value);
        }
    }

    private AuditEntryRow entry(ResultSet row) throws SQLException {
        AuditActor.Kind kind = AuditActor.Kind.valueOf(row.getString("actor_kind"));
        long actor = row.getLong("actor_id");
        return new AuditEntryRow(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(),
                AuditKind.valueOf(row.getString("kind")), row.getString("action"),
                kind, actor, kind == AuditActor.Kind.STAFF && actor > 0
                        ? directory.displayName(new StaffId(actor)).orElse(null) : null,
                row.getObject("on_behalf_of", Long.class), AuditEntry.Result.valueOf(row.getString("result")),
                row.getString("object_type"), row.getObject("object_id", Long.class), row.getString("reason"),
                row.getString("purpose"), row.getString("address"));
    }
}
