package org.hejie.matter;

import java.util.List;
import java.util.Map;
import org.hejie.org.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Writes into a matter's history what is done about it without moving it, such as supervision or a joint session. The
 * status, the clocks and the version stay, so that nobody's open page becomes stale by it.
 */
public interface MatterChronicle {

    /**
     * Writes one event for the current actor, at the time of the clock.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope
     */
    void write(MatterId matter, Happening happening);

    /**
     * What happened.
     *
     * @param reason  a stable code; null where the action says all
     * @param note    in words, for everybody who sees the matter; null for none
     * @param data    ids, codes and times
     * @param joining units that take part from now on and see the matter, as co-handlers do
     */
    record Happening(MatterAction action, @Nullable String reason, @Nullable String note, Map<String, Object> data,
            List<UnitId> joining) {

        /** Keeps copies. */
        public Happening {
            data = Map.copyOf(data);
            joining = List.copyOf(joining);
        }

        /** Without anybody joining. */
        public Happening(MatterAction action, @Nullable String reason, @Nullable String note, Map<String, Object> data) {
            this(action, reason, note, data, List.of());
        }
    }
}
