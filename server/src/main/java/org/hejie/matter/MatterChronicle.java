package org.hejie.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
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
     * Writes an event for each, one after the other.
     *
     * @param happenings at least one
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope
     */
    void write(MatterId matter, List<Happening> happenings);

    /**
     * Writes on from where the caller's own query has found the end of the chain, in the same transaction and under the
     * matter's lock, so that it is not read again. Whatever wrote into the history since makes the database refuse it.
     *
     * @throws IllegalArgumentException if a unit joins by it
     */
    void write(End end, List<Happening> happenings);

    /** Columns of {@link End} for a query that locks the matter, which it names m; a function of the database names its own the same. */
    String END = "m.id as end_matter, m.event_seq as end_seq, m.head_hash as end_hash, m.status as end_status";

    /**
     * Where the chain of a matter ends.
     *
     * @param seq  number of its last event
     * @param hash of its last event
     */
    record End(MatterId matter, int seq, byte[] hash, MatterStatus status) {

        /** Of a row with the columns that {@link #END} names. */
        public static End of(ResultSet row) throws SQLException {
            return new End(new MatterId(row.getLong("end_matter")), row.getInt("end_seq"), row.getBytes("end_hash"),
                    MatterStatus.valueOf(row.getString("end_status")));
        }
    }

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
