package org.hejie.matter.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hejie.audit.ChainFields;
import org.hejie.audit.HashChain;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes events at the end of a matter's chain. Which fields are hashed: {@link EventRow#hashed}. */
@Component
class History {

    static final String TABLE = "matter.event";

    private static final ThreadLocal<HashChain> CHAIN = ThreadLocal.withInitial(HashChain::new);
    private static final ThreadLocal<ChainFields> FIELDS = ThreadLocal.withInitial(ChainFields::new);

    private final JsonMapper json;

    History(JsonMapper json) {
        this.json = json;
    }

    /** What an event says beyond its fixed fields, in the order put in; absent values are left out. */
    static final class Data {

        private final Map<String, Object> values = new LinkedHashMap<>();

        Data put(String key, @Nullable Object value) {
            if (value != null) {
                values.put(key, value);
            }
            return this;
        }
    }

    /** Appends one event: the matter's head moves on. */
    void append(Matter matter, @Nullable MatterAction action, @Nullable MatterStatus from, MatterStatus to, Doer doer,
            Instant at, Instant recordedAt, @Nullable String reason, @Nullable String note, Data data) {
        String text = data.values.isEmpty() ? null : json.writeValueAsString(data.values);
        int seq = matter.eventSeq + 1;
        ChainFields fields = FIELDS.get();
        EventRow.hashed(fields, at, recordedAt, action == null ? EventRow.REGISTER : action.name(),
                from == null ? null : from.name(), to.name(), doer.kind(), doer.id(), doer.unit(), doer.behalfOf(),
                reason, note, text);
        byte[] hash = CHAIN.get().next(matter.headHash, matter.id.value(), seq, fields);
        matter.newEvents.add(new EventRow(seq, at, recordedAt, action, from, to, doer, reason, note, text,
                matter.headHash, hash));
        matter.eventSeq = seq;
        matter.headHash = hash;
        matter.lastEventAt = at;
    }
}
