package org.hejie.matter.procedure;

import java.util.Set;
import org.hejie.matter.MatterAction;

/**
 * How long after one move another stays possible, such as returning within two workdays of the
 * dispatch. A right that lapses: it is never overdue.
 *
 * @param key its name in the procedure
 * @param name what is shown
 * @param since the moves it counts from, the latest of them; while none has been made it is open
 * @param limit how long
 * @param closedAtRed whether the move is not possible at all at red risk
 */
public record WindowRule(
        String key, Wording name, Set<MatterAction> since, TimeLimit limit, boolean closedAtRed) {

    public WindowRule {
        since = Set.copyOf(since);
    }
}
