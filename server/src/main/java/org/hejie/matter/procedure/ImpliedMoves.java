package org.hejie.matter.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;

/**
 * Joins moves made by one act: answering what was not signed for signs it first. The joined move has
 * the clock effects of both, in order.
 */
final class ImpliedMoves {

    private final List<PlacedTransition> placed;
    private final Findings findings;
    private final Map<Key, PlacedTransition> byKey = new HashMap<>();

    private record Key(MatterStatus from, MatterAction action) {}

    ImpliedMoves(List<PlacedTransition> placed, Findings findings) {
        this.placed = placed;
        this.findings = findings;
        for (var move : placed) {
            var key = new Key(move.transition().from(), move.transition().action());
            if (byKey.putIfAbsent(key, move) != null) {
                findings.add(move.path(), key.from() + " 的 " + key.action() + " 写了两次", key.action() + " from " + key.from() + " is written twice");
            }
        }
    }

    List<PlacedTransition> joined() {
        var joined = new ArrayList<PlacedTransition>();
        placed.forEach(move -> joined.add(new PlacedTransition(move.path(), join(move))));
        return joined;
    }

    private Transition join(PlacedTransition move) {
        var transition = move.transition();
        var effects = transition.clocks();
        if (transition.implies() != null) {
            effects = step(move, transition.implies()).map(Transition::clocks)
                    .orElse(ClockEffects.NONE).then(effects);
        }
        return new Transition(
                transition.from(),
                transition.action(),
                transition.to(),
                transition.detour(),
                transition.roles(),
                transition.conditions(),
                transition.within(),
                transition.reasons(),
                transition.papers(),
                effects,
                transition.implies(),
                transition.basis());
    }

    /** The implied move, if it exists and the move itself can follow it to the same status. */
    private Optional<Transition> step(PlacedTransition move, MatterAction implied) {
        var transition = move.transition();
        var first = byKey.get(new Key(transition.from(), implied));
        if (first == null) {
            findings.add(move.path(), "隐含 " + implied + "，而 " + transition.from() + " 没有这个动作", "implies " + implied + ", which is no move from " + transition.from());
            return Optional.empty();
        }
        var second = byKey.get(new Key(first.transition().to(), transition.action()));
        if (second == null || second.transition().to() != transition.to()) {
            findings.add(move.path(), first.transition().to() + " 经 " + implied + " 后的 " + transition.action() + " 不到 " + transition.to(), "after " + implied + ", " + transition.action() + " from "
                    + first.transition().to() + " does not lead to " + transition.to());
        }
        return Optional.of(first.transition());
    }
}
