package org.hejie.matter.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hejie.matter.Act;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.ResultKind;
import org.hejie.matter.internal.History.Data;
import org.hejie.matter.internal.StepRun.Outcome;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;

/** What came of a matter: closed, resolved and performed, each apart; and all of it undone when it is reopened. */
final class Outcomes {

    private Outcomes() {
    }

    static void submit(Matter matter, Act.SubmitResult result, Doer doer, Instant at, Data data) {
        if (!matter.procedure.results().contains(result.kind())) {
            throw Problem.field("resultKind", "NOT_IN_PROCEDURE");
        }
        if (matter.neverMediate && result.kind().agreed()) {
            throw Refusal.guarded("NEVER_MEDIATED");
        }
        matter.resultKind = result.kind();
        matter.resultAt = at;
        matter.handler = doer.id();
        matter.resolvedAt = result.resolved() ? at : null;
        if (result.kind() == ResultKind.PERFORMED_ON_SPOT && result.performedOn() == null) {
            matter.performedAt = at;
        } else if (result.performedOn() != null) {
            matter.performedAt = dayOf(result.performedOn(), at, "performedOn");
        }
        data.put("result", result.kind().name()).put("resolved", result.resolved());
    }

    static void check(Matter matter, Act.Check check, Instant at) {
        if (check.passed()) {
            matter.closedAt = at;
            Handing.endStep(matter, at, Outcome.ANSWERED);
        } else {
            matter.resultKind = null;
            matter.resultAt = null;
            matter.resolvedAt = null;
        }
    }

    static void reopen(Matter matter, Instant at) {
        matter.reopenSeq++;
        matter.reopenedAt = at;
        matter.leadUnit = null;
        matter.closedAt = null;
        matter.resolvedAt = null;
        matter.archivedAt = null;
        matter.resultKind = null;
        matter.resultAt = null;
        matter.endReason = null;
        matter.returnCount = 0;
        matter.extensionCount = 0;
        matter.visitCount = 0;
        if (matter.status == MatterStatus.ARCHIVED || matter.evaluation != null) {
            matter.evaluation = null;
            matter.evaluationReasons = List.of();
            matter.evaluationCount = 0;
            matter.evaluatedAt = null;
        }
    }

    /** The day as an instant: the act's own time when it is that day, else noon in Asia/Shanghai. */
    static Instant dayOf(LocalDate day, Instant at, String field) {
        if (day.isAfter(Times.dateOf(at))) {
            throw Problem.field(field, "FUTURE");
        }
        return day.equals(Times.dateOf(at)) ? at : day.atTime(12, 0).atZone(Times.ZONE).toInstant();
    }
}
