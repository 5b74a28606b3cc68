package org.hejie.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule set.
 *
 * @param id its number among all versions
 * @param set what it is a version of
 * @param number counted from 1 within the set
 * @param state how far it is
 * @param revision counts the changes of its text and state
 * @param text what it says
 * @param basis the version it was drafted from; null for the first
 * @param draftedBy who drafts; null for what came with the server
 * @param reason why
 * @param trial what trying the present text showed, without matters; null while it was not tried
 * @param effectiveAt from when on; null before approval
 * @param steps who did what and why, in order
 */
public record RuleVersion(
        long id,
        RuleSet set,
        int number,
        RuleState state,
        int revision,
        String text,
        @Nullable Long basis,
        @Nullable Long draftedBy,
        String reason,
        @Nullable TrialMark trial,
        @Nullable Instant effectiveAt,
        List<Step> steps) {

    /**
     * That the present text was tried.
     *
     * @param matters how many matters it was tried on
     * @param elsewhere how many would have gone to another unit
     * @param overdue how many would have been overdue, and were not
     * @param stuck how many acts would have been refused
     */
    public record TrialMark(int matters, int elsewhere, int overdue, int stuck, Instant at) {
    }

    /**
     * Something done to the version.
     *
     * @param action what: DRAFTED, CHANGED, TRIED, SUBMITTED, SENT_BACK, APPROVED, WITHDRAWN, DISCARDED, TOOK_EFFECT
     * @param by the member of staff; null for the server
     * @param note why, in his words
     */
    public record Step(String action, Instant at, @Nullable Long by, @Nullable String note) {
    }
}
