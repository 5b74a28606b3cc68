package org.hejie.matter.internal;

import static org.hejie.audit.ChainField.INSTANT;
import static org.hejie.audit.ChainField.NUMBER;
import static org.hejie.audit.ChainField.TEXT;

import java.util.List;
import org.hejie.audit.ChainField;
import org.hejie.audit.ChainSource;
import org.springframework.stereotype.Component;

/** Offers the matters' histories to the verifier. */
@Component
class EventChain implements ChainSource {

    @Override
    public String table() {
        return History.TABLE;
    }

    @Override
    public String rows() {
        return """
                select matter_id, seq, prev_hash, hash, at, recorded_at, action, from_status, to_status, actor_kind, actor,
                       actor_unit, on_behalf_of, reason, note, data
                  from matter.event
                 order by matter_id, seq
                """;
    }

    @Override
    public String heads() {
        return "select id, event_seq, head_hash from matter.matter order by id";
    }

    @Override
    public List<ChainField> fields() {
        return List.of(INSTANT, INSTANT, TEXT, TEXT, TEXT, TEXT, NUMBER, NUMBER, NUMBER, TEXT, TEXT, TEXT);
    }
}
