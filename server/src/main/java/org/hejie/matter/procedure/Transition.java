package org.hejie.matter.procedure;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;
import org.jspecify.annotations.Nullable;

/**
 * One move from one status.
 *
 * @param from the status it starts from
 * @param action what is done
 * @param to the status reached; the same as {@code from} when the move changes no status
 * @param detour where it leads instead in a certain circumstance, or null
 * @param roles who may do it: names of post roles, {@code RESIDENT} and {@code SYSTEM}
 * @param conditions what must hold besides
 * @param within the key of the window it must be made in, or null
 * @param reasons codes of the reasons to choose from; empty means no coded reason is asked
 * @param papers codes of the papers that must be there
 * @param clocks what it does to the clocks, those of the implied moves included
 * @param implies the move made by the same act before it, such as signing by answering, or null
 * @param basis its source
 */
public record Transition(
        MatterStatus from,
        MatterAction action,
        MatterStatus to,
        @Nullable Detour detour,
        Set<String> roles,
        Set<Condition> conditions,
        @Nullable String within,
        Set<String> reasons,
        Set<String> papers,
        ClockEffects clocks,
        @Nullable MatterAction implies,
        Basis basis) {

    public Transition {
        roles = Set.copyOf(roles);
        conditions = Set.copyOf(conditions);
        reasons = Set.copyOf(reasons);
        papers = Set.copyOf(papers);
    }

    /** Whether one of these roles may do it. */
    public boolean open(Collection<String> held) {
        return held.stream().anyMatch(roles::contains);
    }

    /** Whether the condition must hold. */
    public boolean requires(Condition condition) {
        return conditions.contains(condition);
    }

    /** The status reached under these circumstances. */
    public MatterStatus target(Set<Circumstance> circumstances) {
        return detour != null && circumstances.contains(detour.when()) ? detour.to() : to;
    }

    /** Every status it may lead to. */
    public Set<MatterStatus> targets() {
        return detour == null ? EnumSet.of(to) : EnumSet.of(to, detour.to());
    }
}
