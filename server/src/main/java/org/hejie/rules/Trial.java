package org.hejie.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have done with past matters, beside what is in force.
 *
 * @param matters how many were tried, the newest that lie in the scope of whoever tries
 * @param from when the oldest of them was registered; null when there is none
 * @param millis how long it took
 * @param groups what would have gone otherwise, most first
 * @param figures sums by the rules in force and by the draft, where sums say more than single matters
 */
public record Trial(int matters, @Nullable Instant from, long millis, List<TrialGroup> groups, List<TrialFigure> figures) {

    /** Keeps copies. */
    public Trial {
        groups = List.copyOf(groups);
        figures = List.copyOf(figures);
    }

    /** What about a matter would have been otherwise. */
    public enum Aspect {
        /** Another unit would have been suggested. */
        UNIT,
        /** Another procedure. */
        PROCEDURE,
        /** Another limit. */
        LIMIT,
        /** A risk check forced, or no longer. */
        RISK_CHECK,
        /** Its category would have another name, or not be offered. */
        CATEGORY,
        /** A row of the routing tables that matches would match no longer. */
        ROUTING_ROW,
        /** A card would have been drawn that was not, or of another level, or none. */
        CARD,
        /** A pair would have been suggested as twins that is not, or no longer. */
        PAIR,
        /** A deadline still open would move. */
        DEADLINE,
        /** It would have been overdue, and is not by the rules in force. */
        OVERDUE,
        /** It would have been in time, and is overdue by the rules in force. */
        IN_TIME,
        /** An act that was done would have been refused. */
        STUCK
    }

    /**
     * Matters that would have gone otherwise in the same way.
     *
     * @param number its number within the trial, from 1; its {@link TrialRow rows} carry it
     * @param aspect what about them
     * @param from by the rules in force, in words
     * @param to by the draft, in words
     * @param count how many
     */
    public record TrialGroup(int number, Aspect aspect, TrialLabel from, TrialLabel to, int count) {
    }

    /**
     * A sum.
     *
     * @param what of what
     * @param inForce by the rules in force
     * @param draft by the draft
     */
    public record TrialFigure(TrialLabel what, int inForce, int draft) {
    }

    /** @param zh in Chinese @param en in English */
    public record TrialLabel(String zh, String en) {
    }

    /** How many would have gone otherwise in that respect. */
    public int count(Aspect aspect) {
        return groups.stream().filter(group -> group.aspect() == aspect).mapToInt(TrialGroup::count).sum();
    }
}
