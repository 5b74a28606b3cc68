package org.hejie.matter.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.org.StaffId;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Supervision cards (督办卡). A card goes to a unit, never to a person; the unit names who is responsible. Every step is
 * an event in the matter's history. No card moves a deadline.
 *
 * <p>Changes throw NOT_FOUND outside the scope, STALE when somebody was quicker, FORBIDDEN, or WRONG_STATE.
 */
public interface Cards {

    /**
     * Issues a card by hand, for the current actor.
     *
     * @return the card
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless the role may issue that level
     */
    long issue(MatterId matter, NewCard card);

    /**
     * Issues the same card on several matters, one each, for the current actor: what is refused for one stops no other.
     *
     * @return which were issued, and which not and why
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless the role may issue that level; INVALID_FIELDS
     */
    CardBatch.CardBatchOutcome issueEach(CardBatch batch);

    /** The unit takes note and names who is responsible, who has a post there. */
    int acknowledge(long card, int seen, StaffId responsible);

    /** The unit answers. */
    int reply(long card, int seen, String text);

    /** The answer will do; by one who may supervise and did not write it. */
    int accept(long card, int seen, @Nullable String text);

    /** The answer will not do; it is to be given again by the day. */
    int sendBack(long card, int seen, String reason, @Nullable LocalDate replyBy);

    /** The card should not have been, or is needed no more. */
    int recall(long card, int seen, String reason);

    /** A card with all on it, if it lies in the scope. */
    Optional<CardDetail> detail(long card);

    /** Cards in the scope, the newest first. */
    Page<CardRow> list(CardSearch search, @Nullable String cursor, int limit, boolean counted);

    /** What waits for somebody's decision, the oldest first. */
    Page<CardSuggestion> suggestions(@Nullable String cursor, int limit);

    /**
     * Issues what was suggested, in the words of the rule, for the current actor who answers for it.
     *
     * @param reason why he does
     * @return the card
     */
    long confirm(long suggestion, String reason, @Nullable LocalDate replyBy);

    /** Does not. */
    void dismiss(long suggestion, String reason);

    /** The rules in force, for the words of their names. */
    List<RuleText> rules();

    /** A rule with its words. @param verified whether its thresholds have been verified on site */
    record RuleText(String code, CardLevel level, String nameZh, String nameEn, String requiredZh, String requiredEn,
            boolean verified) {
    }
}
