package org.hejie.matter.supervision.internal;

import java.util.Set;
import org.hejie.calendar.Limit;
import org.hejie.matter.procedure.Wording;
import org.hejie.matter.supervision.CardLevel;
import org.jspecify.annotations.Nullable;

/**
 * What draws a card.
 *
 * @param verified whether the threshold has been verified on site
 */
record CardRule(String code, CardLevel level, When when, Wording name, Wording required, boolean verified) {

    /** The condition. */
    sealed interface When {

        /** A clock of the matter has run out, and that long ago. @param after null: just now */
        record ClockOverdue(Set<String> clocks, @Nullable Limit after) implements When {
        }

        /** The system signed because the unit did not. */
        record SignedBySystem() implements When {
        }

        /** Returned that often. */
        record Returns(int count) implements When {
        }

        /** The director gave it back to the unit that had returned it. */
        record ReturnRefused() implements When {
        }

        /** Extended that often. */
        record Extensions(int count) implements When {
        }

        /** Dissatisfied, and it had been reopened before. */
        record DissatisfiedAfterReopening() implements When {
        }

        /** Called to a joint session and did not come. */
        record NoShow() implements When {
        }

        /** A card of that level was not answered in time. */
        record Unanswered(CardLevel level) implements When {
        }
    }
}
