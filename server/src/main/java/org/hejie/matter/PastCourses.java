package org.hejie.matter;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.hejie.matter.procedure.ProcedureId;
import org.jspecify.annotations.Nullable;

/** The ways past matters took through their procedure, to try another on them. Holds nothing about a person. */
public interface PastCourses {

    /**
     * Goes through those of the newest matters of the procedure in the current scope, newest first, a few at a time: none is kept.
     *
     * @param most how many at most
     * @param each what is done with one; it runs inside the reading transaction
     */
    void newest(ProcedureId procedure, int most, Consumer<PastCourse> each);

    /**
     * The way of one matter.
     *
     * @param id its number
     * @param code 一案一码
     * @param limitKey the limit chosen; null for the usual one
     * @param redRisk whether at red risk
     * @param registeredAt when
     * @param dispatchedAt when it last went to a unit; null when never
     * @param answeredAt when the result came in; null while it has not
     * @param moves in order
     */
    record PastCourse(long id, String code, @Nullable String limitKey, boolean redRisk, Instant registeredAt,
            @Nullable Instant dispatchedAt, @Nullable Instant answeredAt, List<PastMove> moves) {

        /** Keeps a copy. */
        public PastCourse {
            moves = List.copyOf(moves);
        }
    }

    /** One move of the procedure. */
    record PastMove(MatterAction action, MatterStatus from, MatterStatus to) {
    }
}
