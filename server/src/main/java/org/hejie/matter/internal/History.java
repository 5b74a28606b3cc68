package org.hejie.matter.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hejie.audit.ChainFields;
import org.hejie.audit.HashChain;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterId;
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

    /** Where the chain of a matter ends: the last event's number and hash. */
    record Head(MatterId matter, int seq, byte[] hash) {
    }

    /** Appends one event: the matter's head moves on. */
    void append(Matter matter, @Nullable MatterAction action, @Nullable MatterStatus from, MatterStatus to, Doer doer,
            Instant at, Instant recordedAt, @Nullable String reason, @Nullable String note, Data data) {
        EventRow event = next(new Head(matter.id, matter.eventSeq, matter.headHash), action, from, to, doer, at, recordedAt, reason, note, data);
        matter.newEvents.add(event);
        matter.eventSeq = event.seq();
        matter.headHash = event.hash();
        matter.lastEventAt = at;
    }

    /** The event that follows the head. */
    EventRow next(Head head, @Nullable MatterAction action, @Nullable MatterStatus from, MatterStatus to, Doer doer,
            Instant at, Instant recordedAt, @Nullable String reason, @Nullable String note, Data data) {
        String text = data.values.isEmpty() ? null : json.writeValueAsString(data.values);
        int seq = head.seq() + 1;
        ChainFields fields = FIELDS.get();
        EventRow.hashed(fields, at, recordedAt, action == null ? EventRow.REGISTER : action.name(),
                from == null ? null : from.name(), to.name(), doer.kind(), doer.id(), doer.unit(), doer.behalfOf(),
                reason, note, text);
        byte[] hash = CHAIN.get().next(head.hash(), head.matter().value(), seq, fields);
        return new EventRow(seq, at, recordedAt, action, from, to, doer, reason, note, text, head.hash(), hash);
    }
}
