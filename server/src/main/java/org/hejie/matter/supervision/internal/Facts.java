package org.hejie.matter.supervision.internal;

import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterId;
import org.hejie.matter.supervision.internal.CardRule.When;
import org.hejie.matter.supervision.internal.Triggers.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at in a matter after something has happened to it.
 *
 * @param lead       unit of the last step; the first owner where there is none
 * @param returnedBy unit of the last step that was returned
 * @param step       number of the last step
 * @param again      whether it was evaluated as dissatisfying after a reopening
 */
record Facts(MatterId matter, long lead, @Nullable Long returnedBy, int step, boolean autoSigned, int returns,
        int extensions, int reopenings, boolean again) {

    /** Whom the rule would card, and for which occurrence. */
    record Hit(long unit, String occurrence) {
    }

    /** What the rule makes of it; null when it does not apply. */
    @Nullable Hit against(CardRule rule, Trigger trigger) {
        String happened = trigger.happened();
        return switch (rule.when()) {
            case When.SignedBySystem _ -> happened.equals(MatterAction.AUTO_SIGN.name()) && autoSigned
                    ? new Hit(lead, "step-" + step) : null;
            case When.Returns many -> happened.equals(MatterAction.RETURN.name()) && returns >= many.count() && returnedBy != null
                    ? new Hit(returnedBy, "return-" + returns) : null;
            case When.ReturnRefused _ -> happened.equals(MatterAction.ADJUDICATE.name()) && returnedBy != null && returnedBy == lead
                    ? new Hit(lead, "step-" + step) : null;
            case When.Extensions many -> happened.equals(MatterAction.DECIDE_EXTENSION.name()) && extensions >= many.count()
                    ? new Hit(lead, "extension-" + extensions) : null;
            case When.DissatisfiedAfterReopening _ -> happened.equals(MatterAction.EVALUATE.name()) && again
                    ? new Hit(lead, "reopening-" + reopenings) : null;
            case When.NoShow _ -> happened.equals(Triggers.NO_SHOW) && trigger.unit() != null && trigger.occurrence() != null
                    ? new Hit(trigger.unit().value(), trigger.occurrence()) : null;
            case When.ClockOverdue _, When.Unanswered _ -> null;
        };
    }
}
