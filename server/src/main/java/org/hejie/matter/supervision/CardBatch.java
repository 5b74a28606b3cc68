package org.hejie.matter.supervision;

import java.time.LocalDate;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The same card on several matters, one each, to whichever unit leads each of them.
 *
 * @param matters 1 to 50; one named twice gets one card
 * @param level   of all of them
 * @param origin  LEADER or INSPECTION
 * @param reason  why, in words; as on {@link NewCard}
 * @param replyBy last day for the answers, Asia/Shanghai; null: by the level's own limit
 */
public record CardBatch(List<MatterId> matters, CardLevel level, CardOrigin origin, String reason, String required,
        @Nullable LocalDate replyBy) {

    private static final int MOST = 50;

    /** @throws Problem naming what is missing, too long or too many */
    public CardBatch {
        matters = matters.stream().distinct().toList();
        new Problem.Fields()
                .reject(matters.isEmpty(), "matterIds", "REQUIRED")
                .reject(matters.size() > MOST, "matterIds", "RANGE")
                .reject(origin == CardOrigin.RULE, "origin", "UNKNOWN")
                .done();
        reason = NewCard.checked("reason", reason);
        required = NewCard.checked("required", required);
    }

    /** The card for the unit that leads one of them. */
    public NewCard to(UnitId unit) {
        return new NewCard(unit, level, origin, reason, required, replyBy);
    }

    /** What became of it. */
    public record CardBatchOutcome(List<CardOnMatter> issued, List<CardRefusal> refused) {

        /** Keeps copies. */
        public CardBatchOutcome {
            issued = List.copyOf(issued);
            refused = List.copyOf(refused);
        }
    }

    /** A card that was issued. */
    public record CardOnMatter(long matterId, long cardId, long unitId) {
    }

    /**
     * A matter that got none.
     *
     * @param code NOT_FOUND outside the scope; NO_LEAD_UNIT; HAS_OPEN_CARD of that level for that unit; or another problem's code
     */
    public record CardRefusal(long matterId, String code) {
    }
}
