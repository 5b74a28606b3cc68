package org.hejie.intake;

import java.time.Instant;
import java.util.List;
import org.hejie.matter.procedure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One matter as its reporter sees it: sentences in both languages. Nothing about the other side, no opinion, no file.
 *
 * @param now            where it stands
 * @param next           what comes, and by when
 * @param history        newest first
 * @param mayAddMaterial whether he may add to it now
 * @param mayEvaluate    whether he may evaluate it now
 */
public record ResidentView(String code, String title, Wording now, @Nullable Wording next, List<Line> history,
        boolean mayAddMaterial, boolean mayEvaluate) {

    /** One thing that happened. */
    public record Line(Instant at, Wording text) {
    }
}
