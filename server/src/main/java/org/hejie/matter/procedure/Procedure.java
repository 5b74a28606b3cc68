package org.hejie.matter.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.ResultKind;

/**
 * How one kind of matter is handled: a checked, immutable reading of one version of one file. A
 * matter keeps the version it began with.
 *
 * @param id its name
 * @param version counted from 1; a changed file has a new version
 * @param name what is shown
 * @param statuses every status it uses
 * @param entry how a matter begins
 * @param ends the statuses a matter may rest in for good
 * @param results the ways it may end, in the order offered
 * @param moves what may be done in each status, in the order of the actions
 * @param clocks by key
 * @param windows by key
 * @param papers by code, in the order of the file
 * @param archivePapers codes of the papers the archived file must hold
 * @param reasons by code
 * @param visits the follow-up visits, the earliest first
 * @param source the text it was read from
 * @param contentHash SHA-256 of the source, 64 lower-case hexadecimal digits
 */
public record Procedure(
        ProcedureId id,
        int version,
        Wording name,
        Set<MatterStatus> statuses,
        Entry entry,
        Set<MatterStatus> ends,
        List<ResultKind> results,
        Map<MatterStatus, Map<MatterAction, Transition>> moves,
        Map<String, ClockRule> clocks,
        Map<String, WindowRule> windows,
        Map<String, Paper> papers,
        Set<String> archivePapers,
        Map<String, Reason> reasons,
        List<VisitRule> visits,
        String source,
        String contentHash) {

    /** The limit for mediating. */
    public static final String MEDIATION = "mediation";

    /** The move, if that action is possible in that status at all. */
    public Optional<Transition> transition(MatterStatus from, MatterAction action) {
        return Optional.ofNullable(from(from).get(action));
    }

    /** Every move that starts from that status; empty when there is none. */
    public Map<MatterAction, Transition> from(MatterStatus status) {
        return moves.getOrDefault(status, Map.of());
    }

    /**
     * The clock of that key.
     *
     * @throws IllegalArgumentException when there is none
     */
    public ClockRule clock(String key) {
        var clock = clocks.get(key);
        if (clock == null) {
            throw new IllegalArgumentException("procedure " + id + " has no clock " + key);
        }
        return clock;
    }

    /** Whether a matter may rest in that status for good. */
    public boolean isEnd(MatterStatus status) {
        return ends.contains(status);
    }

    /** Whether matters under it are mediated: never those of domestic violence (domain.md §2.8). */
    public boolean mediates() {
        return limitKeys().contains(MEDIATION);
    }

    /**
     * The keys a dispatcher may choose the limit by, in alphabetical order: those of the clocks that
     * leave a choice.
     */
    public Set<String> limitKeys() {
        var keys = new TreeSet<String>();
        clocks.values().stream()
                .map(ClockRule::limits)
                .filter(limits -> limits.size() > 1)
                .forEach(limits -> keys.addAll(limits.keySet()));
        return keys;
    }
}
