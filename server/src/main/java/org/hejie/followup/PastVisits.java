package org.hejie.followup;

import java.util.List;
import org.hejie.matter.PastMatters.Written;
import org.hejie.org.StaffId;
import org.jspecify.annotations.Nullable;

/** Keeps the visits of matters that were written together with their past. */
public interface PastVisits {

    /**
     * Plans and keeps the visits as they were at the time, in the transaction of the caller.
     *
     * @throws IllegalArgumentException if a matter has fewer visits than moves that say so
     */
    void keep(List<Visited> batch);

    /** @param visits those made, in order: one for each visit among its moves */
    record Visited(Written matter, List<PastVisit> visits) {

        public Visited {
            visits = List.copyOf(visits);
        }
    }

    /** @param by null: the server, as after a call by machine */
    record PastVisit(NewVisit visit, @Nullable StaffId by) {
    }
}
