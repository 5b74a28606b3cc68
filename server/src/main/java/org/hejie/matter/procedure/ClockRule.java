package org.hejie.matter.procedure;

import java.util.Map;
import java.util.Set;
import org.hejie.matter.SourceLine;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a procedure. Starting a clock that runs changes nothing; a move that lists it both
 * under stops and starts restarts it, because stops come first.
 *
 * @param key its name in the procedure, such as {@code sign}
 * @param name what is shown
 * @param kind ours or the law's
 * @param lines the lines it is kept for; empty means all
 * @param categories first digits of the categories it is kept for; empty means all
 * @param limits the limits to choose from by key, never empty
 * @param defaultLimit the key of the limit that holds when the matter's limit key is not among them
 * @param red the limit at red risk, or null when the risk changes nothing
 * @param extension how far it may be extended, or null when it may not
 */
public record ClockRule(
        String key,
        Wording name,
        ClockKind kind,
        Set<SourceLine> lines,
        Set<String> categories,
        Map<String, TimeLimit> limits,
        String defaultLimit,
        @Nullable TimeLimit red,
        @Nullable ExtensionRule extension) {

    /** @throws IllegalArgumentException when the default is not one of the limits */
    public ClockRule {
        lines = Set.copyOf(lines);
        categories = Set.copyOf(categories);
        limits = Map.copyOf(limits);
        if (!limits.containsKey(defaultLimit)) {
            throw new IllegalArgumentException("the default limit is not one of the limits");
        }
    }

    /** Whether the clock is kept for a matter of that line and category (code such as 0401). */
    public boolean appliesTo(SourceLine line, String category) {
        return (lines.isEmpty() || lines.contains(line))
                && (categories.isEmpty() || categories.stream().anyMatch(category::startsWith));
    }

    /**
     * The limit that holds.
     *
     * @param limitKey the matter's limit key, or null when none has been chosen
     * @param redRisk whether the matter stands at red risk
     */
    public TimeLimit limit(@Nullable String limitKey, boolean redRisk) {
        if (redRisk && red != null) {
            return red;
        }
        var chosen = limitKey == null ? null : limits.get(limitKey);
        return chosen != null ? chosen : limits.get(defaultLimit);
    }
}
