package org.hejie.rules;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hejie.rules.Trial.Aspect;
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
     * @param otherwise how many would have gone otherwise, in every respect in which some would; empty when it was kept before this was
     */
    public record TrialMark(int matters, int elsewhere, int overdue, int stuck, Map<Aspect, Integer> otherwise, Instant at) {

        /** Keeps a copy. */
        public TrialMark {
            otherwise = otherwise == null ? Map.of() : Map.copyOf(otherwise);
        }

        /** What the trial showed, without its matters. */
        public static TrialMark of(Trial trial, Instant at) {
            var otherwise = new EnumMap<Aspect, Integer>(Aspect.class);
            trial.groups().forEach(group -> otherwise.merge(group.aspect(), group.count(), Integer::sum));
            return new TrialMark(trial.matters(), trial.count(Aspect.UNIT), trial.count(Aspect.OVERDUE), trial.count(Aspect.STUCK), otherwise,
                    at);
        }
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
