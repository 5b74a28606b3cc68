package org.hejie.joint;

import java.time.LocalDate;
import org.hejie.calendar.Limit;
import org.hejie.calendar.MalformedLimit;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A task for one unit.
 *
 * @param responsible who sees to it, as told at the session; null while the unit has not said
 * @param text        what is to be done; 1 to 1000 characters
 * @param limit       such as {@code 3wd}, by the county's working hours from now; null if a day is given
 * @param dueOn       last day, Asia/Shanghai; null if a limit is given
 */
public record NewTask(UnitId unit, @Nullable String responsible, String text, @Nullable Limit limit, @Nullable LocalDate dueOn) {

    private static final int LONGEST_NAME = 100;

    /** @throws Problem naming what cannot be taken */
    public NewTask {
        responsible = Words.optional("responsible", responsible, LONGEST_NAME);
        text = Words.checked("text", text, Words.SHORT);
        if ((limit == null) == (dueOn == null)) {
            throw Problem.field("dueOn", limit == null ? "REQUIRED" : "ONE_OF");
        }
    }

    /** Of what a form sends. */
    public static NewTask of(@Nullable Long unit, @Nullable String responsible, @Nullable String text, @Nullable String limit,
            @Nullable LocalDate dueOn) {
        if (unit == null) {
            throw Problem.field("unitId", "REQUIRED");
        }
        try {
            return new NewTask(new UnitId(unit), responsible, text == null ? "" : text,
                    limit == null || limit.isBlank() ? null : Limit.parse(limit.strip()), dueOn);
        } catch (MalformedLimit wrong) {
            throw Problem.field("limit", "INVALID");
        }
    }
}
