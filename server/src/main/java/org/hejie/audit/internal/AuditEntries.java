package org.hejie.audit.internal;

import static org.hejie.audit.ChainField.INSTANT;
import static org.hejie.audit.ChainField.NUMBER;
import static org.hejie.audit.ChainField.TEXT;

import java.time.Instant;
import java.util.List;
import org.hejie.audit.ChainField;
import org.hejie.audit.ChainFields;
import org.hejie.audit.ChainSource;
import org.hejie.shared.audit.AuditEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The chains of {@code audit.entry}: one a lane. Says which fields are hashed, in which order. */
@Component
class AuditEntries implements ChainSource {

    static final String TABLE = "audit.entry";

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public String rows() {
        return """
                select lane_id, seq, previous_hash, hash,
                       id, at, kind, action, actor_kind, actor_id, on_behalf_of,
                       result, object_type, object_id, reason, purpose, address
                  from audit.entry
                 order by lane_id, seq
                """;
    }

    @Override
    public String heads() {
        return "select id, seq, hash from audit.lane where seq > 0 order by id";
    }

    @Override
    public List<ChainField> fields() {
        return List.of(NUMBER, INSTANT, TEXT, TEXT, TEXT, NUMBER, NUMBER, TEXT, TEXT, NUMBER, TEXT, TEXT, TEXT);
    }

    /** The same fields of an entry about to be written. */
    static ChainFields fields(long id, Instant at, AuditEntry entry, @Nullable String address) {
        return new ChainFields()
                .number(id)
                .instant(at)
                .text(entry.kind().name())
                .text(entry.action())
                .text(entry.actor().kind().name())
                .number(entry.actor().id())
                .number(entry.actor().onBehalfOf())
                .text(entry.result().name())
                .text(entry.objectType())
                .number(entry.objectId())
                .text(entry.reason())
                .text(entry.purpose())
                .text(address);
    }
}
