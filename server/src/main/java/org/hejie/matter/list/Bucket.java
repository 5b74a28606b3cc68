package org.hejie.matter.list;

import static org.hejie.matter.MatterStatus.ACCEPTED;
import static org.hejie.matter.MatterStatus.ADJUDICATION;
import static org.hejie.matter.MatterStatus.ASSIGNED;
import static org.hejie.matter.MatterStatus.CLOSED;
import static org.hejie.matter.MatterStatus.EVALUATED;
import static org.hejie.matter.MatterStatus.EXT_PENDING;
import static org.hejie.matter.MatterStatus.IN_PROGRESS;
import static org.hejie.matter.MatterStatus.REGISTERED;
import static org.hejie.matter.MatterStatus.REOPENED;
import static org.hejie.matter.MatterStatus.RESULT_SUBMITTED;
import static org.hejie.matter.MatterStatus.REVISIT;
import static org.hejie.matter.MatterStatus.SUSPENDED;
import static org.hejie.matter.MatterStatus.TRIAGED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hejie.matter.MatterStatus;
import org.hejie.org.Actor;
import org.hejie.org.Role;

/** A queue of work: matters on which the same thing is to be done next. */
enum Bucket {

    /** 待分流; to the director also what waits for his ruling. */
    TO_DISPATCH("toDispatch", EnumSet.of(REGISTERED, ACCEPTED, TRIAGED, REOPENED)),
    /** 待签收. */
    TO_SIGN("toSign", EnumSet.of(ASSIGNED)),
    /** 办理中. */
    IN_HAND("inHand", EnumSet.of(IN_PROGRESS, SUSPENDED, EXT_PENDING)),
    /** 临期: amber has passed, the deadline has not. */
    DUE_SOON("dueSoon", open()),
    /** 超期. */
    OVERDUE("overdue", open()),
    /** 被退回. */
    RETURNED("returned", EnumSet.of(TRIAGED, ADJUDICATION)),
    /** 待核查. */
    TO_CHECK("toCheck", EnumSet.of(RESULT_SUBMITTED)),
    /** 待回访. */
    TO_VISIT("toVisit", EnumSet.of(CLOSED, REVISIT)),
    /** 挂起. */
    SUSPENDED_ONES("suspended", EnumSet.of(SUSPENDED)),
    /** Everything in the scope, the newest first. */
    ALL("all", EnumSet.allOf(MatterStatus.class));

    private final String word;
    private final Set<MatterStatus> statuses;

    Bucket(String word, Set<MatterStatus> statuses) {
        this.word = word;
        this.statuses = statuses;
    }

    /** Its name in addresses and JSON. */
    String word() {
        return word;
    }

    static Optional<Bucket> of(String word) {
        return Arrays.stream(values()).filter(bucket -> bucket.word.equals(word)).findFirst();
    }

    /** The statuses a matter in it may have, for that reader. */
    Set<MatterStatus> statuses(Actor reader) {
        if (this != TO_DISPATCH || !reader.is(Role.CENTER_DIRECTOR)) {
            return statuses;
        }
        Set<MatterStatus> also = EnumSet.copyOf(statuses);
        also.add(ADJUDICATION);
        return also;
    }

    /** What must hold beside the status; {@code :now} is bound by {@link ListSql}. */
    String condition() {
        return switch (this) {
            case DUE_SOON -> " and m.amber_at <= :now and " + ListSql.DUE + " > :now";
            case OVERDUE -> " and " + ListSql.DUE + " <= :now";
            case RETURNED -> " and m.return_count > 0";
            case TO_DISPATCH, TO_SIGN, IN_HAND, TO_CHECK, TO_VISIT, SUSPENDED_ONES, ALL -> "";
        };
    }

    /** Whether the deadline alone says what lies in it. */
    boolean byDeadline() {
        return this == DUE_SOON || this == OVERDUE;
    }

    /** Statuses in which a clock may run. A matter at its end has no place in a work bucket whatever its status. */
    private static Set<MatterStatus> open() {
        return EnumSet.of(REGISTERED, ACCEPTED, TRIAGED, ASSIGNED, IN_PROGRESS, SUSPENDED, EXT_PENDING, ADJUDICATION,
                RESULT_SUBMITTED, CLOSED, REVISIT, EVALUATED, REOPENED);
    }
}
