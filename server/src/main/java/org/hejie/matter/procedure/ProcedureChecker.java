package org.hejie.matter.procedure;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;

/**
 * Checks a procedure whose names are all known: every status reachable, none a trap, every clock
 * that starts stops on every way to an end, and the guards the house never does without.
 *
 * <p>Source: design.md §5.7, domain.md §5.2.
 */
final class ProcedureChecker {

    /** Guards no procedure may leave out (domain.md §5.2, 核查, 延期, 退回). */
    private static final Map<MatterAction, Condition> GUARDS = Map.of(
            MatterAction.CHECK_PASS, Condition.CHECKER_NOT_HANDLER,
            MatterAction.CHECK_FAIL, Condition.CHECKER_NOT_HANDLER,
            MatterAction.DECIDE_EXTENSION, Condition.APPROVER_NOT_APPLICANT,
            MatterAction.REOPEN, Condition.APPROVER_NOT_APPLICANT,
            MatterAction.RETURN, Condition.FEWER_THAN_TWO_RETURNS);

    private final Procedure procedure;
    private final List<PlacedTransition> moves;
    private final Findings findings;

    ProcedureChecker(Procedure procedure, List<PlacedTransition> moves, Findings findings) {
        this.procedure = procedure;
        this.moves = moves;
        this.findings = findings;
    }

    void check() {
        statusesAreDeclared();
        statusesAreReachable();
        noStatusIsATrap();
        endsAreRestedIn();
        guardsAreThere();
        windowsAreOpened();
        extensionsHaveARule();
        new ClockChecker(procedure, moves, findings).check();
    }

    private void statusesAreDeclared() {
        undeclared(Set.of(procedure.entry().status()), "entry.status");
        undeclared(procedure.ends(), "ends");
        moves.forEach(move -> {
            undeclared(Set.of(move.transition().from()), move.path() + ".from");
            undeclared(move.transition().targets(), move.path() + ".to");
        });
    }

    private void undeclared(Collection<MatterStatus> used, String path) {
        used.stream()
                .filter(status -> !procedure.statuses().contains(status))
                .forEach(status -> findings.add(path, status + " 不在各状态之中", status + " is not among the statuses"));
    }

    private void statusesAreReachable() {
        var reached = reachedFrom(procedure.entry().status());
        missing(reached).forEach(status -> findings.add("statuses", "状态 " + status + " 永远到不了", status + " is never reached"));
    }

    private void noStatusIsATrap() {
        for (var status : procedure.statuses()) {
            var reached = reachedFrom(status);
            if (reached.stream().noneMatch(procedure::isEnd)) {
                findings.add("statuses", "状态 " + status + " 是陷阱：从它走不到任何终点", status + " is a trap: no way leads from it to an end");
            }
        }
    }

    /** From an end a matter may only be opened again, or be written to. */
    private void endsAreRestedIn() {
        moves.stream()
                .filter(move -> procedure.isEnd(move.transition().from()))
                .filter(move -> move.transition().action() != MatterAction.REOPEN)
                .filter(move -> !move.transition().targets().equals(EnumSet.of(move.transition().from())))
                .forEach(move -> findings.add(move.path(), move + " 不经重开就离开了终点", move + " leaves an end without reopening"));
    }

    private void guardsAreThere() {
        for (var move : moves) {
            var guard = GUARDS.get(move.transition().action());
            if (guard != null && !move.transition().requires(guard)) {
                findings.add(move.path(), move.transition().action() + " 须有条件 " + guard, move.transition().action() + " needs the condition " + guard);
            }
            if (move.transition().action() == MatterAction.RETURN && !adjudicatesSecondReturn(move.transition())) {
                findings.add(move.path(), "第二次退回须进入 ADJUDICATION（裁定）", "a second return must lead to ADJUDICATION");
            }
        }
    }

    private static boolean adjudicatesSecondReturn(Transition move) {
        return new Detour(Circumstance.SECOND_RETURN, MatterStatus.ADJUDICATION).equals(move.detour());
    }

    private void windowsAreOpened() {
        var made = moves.stream().map(move -> move.transition().action()).collect(Collectors.toSet());
        procedure.windows().values().forEach(window -> window.since().stream()
                .filter(since -> !made.contains(since))
                .forEach(since -> findings.add(
                        "windows." + window.key() + ".since", since + " 不是本程序的动作", since + " is no move of this procedure")));
    }

    private void extensionsHaveARule() {
        for (var clock : procedure.clocks().values()) {
            var extending = moves.stream()
                    .filter(move -> move.transition().clocks().extended().contains(clock.key()))
                    .toList();
            if (clock.extension() == null) {
                extending.forEach(move -> findings.add(
                        move.path() + ".extends", "计时“" + clock.key() + "”没有延期规则", "clock “" + clock.key() + "” has no extension rule"));
            } else if (extending.isEmpty()) {
                findings.add("clocks." + clock.key() + ".extension", "没有动作延长这个计时", "no move extends this clock");
            }
        }
    }

    private Set<MatterStatus> missing(Set<MatterStatus> reached) {
        return procedure.statuses().stream()
                .filter(status -> !reached.contains(status))
                .collect(Collectors.toSet());
    }

    /** Every status reached from that one, itself included. */
    private Set<MatterStatus> reachedFrom(MatterStatus start) {
        var reached = EnumSet.of(start);
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            procedure.from(open.remove()).values().stream()
                    .flatMap(move -> move.targets().stream())
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }
}
