package org.hejie.followup;

import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** Follow-up visits (回访). */
public interface Visits {

    /** Which planned visits are looked for. */
    enum Due {
        /** Planned for today. */
        TODAY,
        /** Planned for a day that has passed. */
        OVERDUE,
        /** Planned for today and the six days after, and what is overdue. */
        WEEK
    }

    /** Planned visits in the scope, the earliest first. */
    Page<DueVisit> due(Due due, @Nullable String cursor, int limit);

    /**
     * Keeps a visit and moves the matter by it. A relapse or a dissatisfied party reopens the matter where its
     * procedure lets the system do so.
     *
     * @param seen the version the visitor saw
     * @return where the matter stands after it
     * @throws org.hejie.shared.web.Problem as {@link Matters#act}; RULE_REFUSED VISIT_IN_PERSON when it must be
     *         made face to face
     */
    Matters.Standing make(MatterId matter, int seen, NewVisit visit);

    /** The visits made to a matter, the newest first; none outside the scope. */
    List<Made> of(MatterId matter);

    /** A visit that was made. */
    record Made(long id, NewVisit visit) {
    }
}
