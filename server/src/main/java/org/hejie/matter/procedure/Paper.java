package org.hejie.matter.procedure;

import java.util.Set;
import org.hejie.matter.ResultKind;

/**
 * A paper of the file (卷宗).
 *
 * @param code its name in the procedure, such as {@code mediation-record}
 * @param name what is shown and printed
 * @param madeBySystem true when the system writes it from its own data; false when somebody has to
 *     add a document
 * @param when the results it is needed for; empty means all
 */
public record Paper(String code, Wording name, boolean madeBySystem, Set<ResultKind> when) {

    public Paper {
        when = Set.copyOf(when);
    }

    /** Whether a matter that ended so needs the paper. */
    public boolean neededFor(ResultKind result) {
        return when.isEmpty() || when.contains(result);
    }
}
