package org.hejie.matter.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hejie.calendar.Limit;
import org.hejie.matter.Act;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.ResultKind;
import org.hejie.matter.internal.History.Data;
import org.hejie.matter.internal.StepRun.Outcome;
import org.hejie.matter.procedure.ClockRule;
import org.hejie.matter.procedure.ExtensionRule;
import org.hejie.matter.procedure.Procedure;
import org.hejie.matter.procedure.Procedures;
import org.hejie.matter.procedure.UnknownProcedure;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What each act changes in the matter itself, beside status, clocks and history. */
@Component
class Effects {

    private final Procedures procedures;
    private final Units units;
    private final Timing timing;

    Effects(Procedures procedures, Units units, Timing timing) {
        this.procedures = procedures;
        this.units = units;
        this.timing = timing;
    }

    /** What must be known before the move is looked up: a dispatch may choose another procedure. */
    void before(Matter matter, Act act) {
        if (act instanceof Act.Dispatch dispatch && dispatch.procedure() != null
                && !dispatch.procedure().equals(matter.procedure.id())) {
            if (matter.dispatchedAt != null) {
                throw Problem.field("procedure", "TOO_LATE");
            }
            try {
                matter.procedure = procedures.current(dispatch.procedure());
            } catch (UnknownProcedure unknown) {
                throw Problem.field("procedure", "UNKNOWN");
            }
            if (matter.neverMediate && matter.procedure.mediates()) {
                throw Problem.field("procedure", "NEVER_MEDIATED");
            }
            if (!matter.procedure.statuses().contains(matter.status)) {
                throw Problem.field("procedure", "NOT_POSSIBLE_NOW");
            }
        }
    }

    /** Changes the matter and tells what the event should say. */
    Data apply(Matter matter, Act act, Doer doer, Instant at) {
        var data = new Data();
        switch (act) {
            case Act.Accept _ -> matter.acceptedAt = at;
            case Act.Decline decline -> matter.endReason = decline.reason();
            case Act.Guide guide -> matter.endReason = guide.reason();
            case Act.Dispatch dispatch -> {
                matter.limitKey = limitKey(matter, dispatch.limitKey(), dispatch.lead());
                hand(matter, dispatch.lead(), dispatch.coHandlers(), doer, at, null, data);
            }
            case Act.Adjudicate adjudicate ->
                    hand(matter, adjudicate.lead(), adjudicate.coHandlers(), doer, at, null, data);
            case Act.Transfer transfer ->
                    hand(matter, transfer.lead(), transfer.coHandlers(), doer, at, Outcome.TRANSFERRED, data);
            case Act.Escalate _ -> escalate(matter, doer, at, data);
            case Act.Sign _ -> sign(matter, doer, at, false);
            case Act.AutoSign _ -> sign(matter, doer, at, true);
            case Act.Return _ -> {
                matter.returnCount++;
                endStep(matter, at, Outcome.RETURNED);
                matter.leadUnit = null;
            }
            case Act.RequestExtension request -> requestExtension(matter, request, doer, data);
            case Act.DecideExtension decision -> decideExtension(matter, decision, data);
            case Act.Suspend suspend -> {
                if (!suspend.reviewOn().isAfter(Times.dateOf(at))) {
                    throw Problem.field("reviewOn", "NOT_FUTURE");
                }
                data.put("reviewOn", suspend.reviewOn().toString());
            }
            case Act.Resume _ -> { }
            case Act.SubmitResult result -> submit(matter, result, doer, at, data);
            case Act.Check check -> check(matter, check, at);
            case Act.Visit visit -> {
                matter.visitCount++;
                data.put("relapse", visit.relapse());
            }
            case Act.Evaluate evaluate -> {
                matter.evaluation = evaluate.level();
                matter.evaluationReasons = List.copyOf(evaluate.reasons());
                matter.evaluationCount++;
                matter.evaluatedAt = at;
                data.put("level", evaluate.level().name()).put("reasons", evaluate.reasons());
            }
            case Act.Reopen _ -> reopen(matter, at);
            case Act.Archive _ -> matter.archivedAt = at;
            case Act.Withdraw _ -> matter.endReason = "WITHDRAWN";
            case Act.TransferOut out -> data.put("destination", out.destination());
            case Act.Note _ -> { }
            case Act.AddMaterial material -> data.put("documents", material.attachments().stream()
                    .map(Act.Attachment::documentId).toList());
            case Act.RecordPerformance performance -> matter.performedAt = dayOf(performance.performedOn(), at, "performedOn");
        }
        return data;
    }

    /** A move made by the same act before the one asked for. */
    void implied(Matter matter, MatterAction implied, Doer doer, Instant at) {
        switch (implied) {
            case ACCEPT -> matter.acceptedAt = at;
            case SIGN -> sign(matter, doer, at, false);
            case DECLINE, GUIDE, DISPATCH, RETURN, ADJUDICATE, TRANSFER, REQUEST_EXTENSION, DECIDE_EXTENSION, SUSPEND,
                 RESUME, ESCALATE, SUBMIT_RESULT, CHECK_PASS, CHECK_FAIL, VISIT, EVALUATE, REOPEN, ARCHIVE, WITHDRAW,
                 TRANSFER_OUT, AUTO_SIGN, NOTE, ADD_MATERIAL, RECORD_PERFORMANCE ->
                    throw new IllegalStateException("no act implies " + implied);
        }
    }

    /** What follows once status and clocks have moved. */
    void after(Matter matter, Act act, Doer doer, Instant at) {
        if (act instanceof Act.DecideExtension decision && decision.granted()) {
            extend(matter);
        }
        if (matter.procedure.isEnd(matter.status)) {
            endStep(matter, at, Outcome.ENDED);
        }
    }

    private void hand(Matter matter, UnitId lead, List<UnitId> coHandlers, Doer doer, Instant at, @Nullable Outcome last,
            Data data) {
        if (coHandlers.contains(lead)) {
            throw Problem.field("coUnitIds", "LEAD_AMONG_THEM");
        }
        endStep(matter, at, last == null ? Outcome.ENDED : last);
        handling(lead, "leadUnitId");
        List<Long> helpers = new ArrayList<>();
        coHandlers.forEach(unit -> helpers.add(handling(unit, "coUnitIds").id().value()));
        matter.leadUnit = lead.value();
        matter.dispatchedAt = at;
        matter.handler = null;
        matter.steps.add(new StepRun(++matter.stepSeq, lead.value(), helpers, at, doer.id()));
        see(matter, lead);
        coHandlers.forEach(unit -> see(matter, unit));
        data.put("lead", lead.value()).put("co", helpers.isEmpty() ? null : helpers).put("limit", matter.limitKey);
    }

    private void see(Matter matter, UnitId unit) {
        if (!units.isWithin(new UnitId(matter.homeUnit), unit)) {
            matter.newParticipants.add(unit.value());
        }
        long county = units.county().id().value();
        matter.show(units.lineage(unit).stream().map(UnitId::value).filter(key -> key != county).toList());
    }

    private Unit handling(UnitId id, String field) {
        Unit unit = units.find(id).orElseThrow(() -> Problem.field(field, "UNKNOWN"));
        if (unit.kind() == UnitKind.COUNTY || unit.kind() == UnitKind.COMMITTEE) {
            throw Problem.field(field, "HANDLES_NO_MATTERS");
        }
        return unit;
    }

    private void escalate(Matter matter, Doer doer, Instant at, Data data) {
        Unit here = units.get(new UnitId(matter.leadUnit == null ? matter.homeUnit : matter.leadUnit));
        UnitId above = switch (here.kind()) {
            case GRID, VILLAGE -> here.parent();
            case TOWN_CENTER, DEPARTMENT, STATIONED_AGENCY -> units.countyCenter().id();
            case COUNTY, COUNTY_CENTER, COMMITTEE -> throw Refusal.guarded("HIGHEST_LEVEL");
        };
        data.put("from", here.id().value());
        List<UnitId> below = here.kind() == UnitKind.GRID || here.kind() == UnitKind.VILLAGE ? List.of(here.id()) : List.of();
        matter.limitKey = limitKey(matter, null, above);
        hand(matter, above, below, doer, at, Outcome.ESCALATED, data);
    }

    /** The ladder's limits go by level; at the county the dispatcher's choice or the procedure's default holds. */
    private @Nullable String limitKey(Matter matter, @Nullable String chosen, UnitId lead) {
        if (chosen != null) {
            if (!matter.procedure.limitKeys().contains(chosen)) {
                throw Problem.field("limit", "UNKNOWN");
            }
            if (matter.neverMediate && chosen.equals(Procedure.MEDIATION)) {
                throw Problem.field("limit", "NEVER_MEDIATED");
            }
            return chosen;
        }
        return switch (handling(lead, "leadUnitId").kind()) {
            case GRID -> "grid";
            case VILLAGE -> "village";
            case TOWN_CENTER -> "town";
            case COUNTY, COUNTY_CENTER, DEPARTMENT, STATIONED_AGENCY, COMMITTEE -> null;
        };
    }

    private static void sign(Matter matter, Doer doer, Instant at, boolean auto) {
        matter.signedAt = at;
        matter.firstOwner = matter.leadUnit == null ? matter.firstOwner : matter.leadUnit;
        matter.currentStep().ifPresent(step -> step.sign(at, doer.id(), auto));
    }

    private static void endStep(Matter matter, Instant at, Outcome outcome) {
        matter.currentStep().ifPresent(step -> step.end(at, outcome));
    }

    private void requestExtension(Matter matter, Act.RequestExtension request, Doer doer, Data data) {
        String key = request.clock() == null ? "handle" : request.clock();
        ClockRule rule = matter.procedure.clocks().get(key);
        if (rule == null || matter.running(key).isEmpty()) {
            throw Problem.field("clock", "NOT_RUNNING");
        }
        ExtensionRule allowed = rule.extension();
        if (allowed == null) {
            throw Refusal.guarded("NO_EXTENSION");
        }
        if (matter.running(key).orElseThrow().extensions.size() >= allowed.times()) {
            throw Refusal.guarded("EXTENDED_TOO_OFTEN");
        }
        if (request.limit().unit() != allowed.upTo().unit() || request.limit().amount().compareTo(allowed.upTo().amount()) > 0
                || request.limit().amount().signum() <= 0) {
            throw Problem.field("limit", "BEYOND_RULE");
        }
        matter.applicant = doer.id();
        matter.pendingExtension = request.limit().toString();
        matter.pendingClock = key;
        data.put("limit", matter.pendingExtension).put("clock", key);
    }

    private static void decideExtension(Matter matter, Act.DecideExtension decision, Data data) {
        data.put("granted", decision.granted()).put("limit", matter.pendingExtension).put("clock", matter.pendingClock);
        if (!decision.granted()) {
            matter.pendingExtension = null;
            matter.pendingClock = null;
        }
    }

    private void extend(Matter matter) {
        if (matter.pendingClock == null || matter.pendingExtension == null) {
            throw new IllegalStateException("no extension has been asked for");
        }
        Limit by = Limit.parse(matter.pendingExtension);
        matter.running(matter.pendingClock).ifPresent(clock -> clock.extend(by, timing.calendar(clock.schedule)));
        matter.extensionCount++;
        matter.pendingExtension = null;
        matter.pendingClock = null;
    }

    private static void submit(Matter matter, Act.SubmitResult result, Doer doer, Instant at, Data data) {
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

    private static void check(Matter matter, Act.Check check, Instant at) {
        if (check.passed()) {
            matter.closedAt = at;
            endStep(matter, at, Outcome.ANSWERED);
        } else {
            matter.resultKind = null;
            matter.resultAt = null;
            matter.resolvedAt = null;
        }
    }

    private static void reopen(Matter matter, Instant at) {
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
    private static Instant dayOf(LocalDate day, Instant at, String field) {
        if (day.isAfter(Times.dateOf(at))) {
            throw Problem.field(field, "FUTURE");
        }
        return day.equals(Times.dateOf(at)) ? at : day.atTime(12, 0).atZone(Times.ZONE).toInstant();
    }
}
