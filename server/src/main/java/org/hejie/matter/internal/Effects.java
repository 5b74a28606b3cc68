package org.hejie.matter.internal;

import java.time.Instant;
import java.util.List;
import org.hejie.matter.Act;
import org.hejie.matter.MatterAction;
import org.hejie.matter.internal.History.Data;
import org.hejie.matter.internal.StepRun.Outcome;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.springframework.stereotype.Component;

/** What each act changes in the matter itself, beside status, clocks and history. */
@Component
class Effects {

    private final Handing handing;
    private final Extensions extensions;
    private final GivenAdvice advice;

    Effects(Handing handing, Extensions extensions, GivenAdvice advice) {
        this.handing = handing;
        this.extensions = extensions;
        this.advice = advice;
    }

    /** What must be known before the move is looked up: a dispatch may choose another procedure. */
    void before(Matter matter, Act act) {
        handing.chooseProcedure(matter, act);
    }

    /** Changes the matter and tells what the event should say. */
    Data apply(Matter matter, Act act, Doer doer, Instant at) {
        var data = new Data();
        switch (act) {
            case Act.Accept _ -> matter.acceptedAt = at;
            case Act.Decline decline -> matter.endReason = decline.reason();
            case Act.Guide guide -> matter.endReason = guide.reason();
            case Act.Dispatch dispatch -> {
                matter.limitKey = handing.limitKey(matter, dispatch.limitKey(), dispatch.lead());
                handing.hand(matter, dispatch.lead(), dispatch.coHandlers(), doer, at, null, data);
                data.put("rules", advice.rulesVersion());
            }
            case Act.Adjudicate adjudicate ->
                    handing.hand(matter, adjudicate.lead(), adjudicate.coHandlers(), doer, at, null, data);
            case Act.Transfer transfer ->
                    handing.hand(matter, transfer.lead(), transfer.coHandlers(), doer, at, Outcome.TRANSFERRED, data);
            case Act.Escalate _ -> handing.escalate(matter, doer, at, data);
            case Act.Sign _ -> Handing.sign(matter, doer, at, false);
            case Act.AutoSign _ -> Handing.sign(matter, doer, at, true);
            case Act.Return _ -> {
                matter.returnCount++;
                Handing.endStep(matter, at, Outcome.RETURNED);
                matter.leadUnit = null;
            }
            case Act.RequestExtension request -> extensions.request(matter, request, doer, data);
            case Act.DecideExtension decision -> Extensions.decide(matter, decision, data);
            case Act.Suspend suspend -> {
                if (!suspend.reviewOn().isAfter(Times.dateOf(at))) {
                    throw Problem.field("reviewOn", "NOT_FUTURE");
                }
                data.put("reviewOn", suspend.reviewOn().toString());
            }
            case Act.Resume _ -> { }
            case Act.SubmitResult result -> Outcomes.submit(matter, result, doer, at, data);
            case Act.Check check -> Outcomes.check(matter, check, at);
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
            case Act.Reopen _ -> Outcomes.reopen(matter, at);
            case Act.Archive _ -> matter.archivedAt = at;
            case Act.Withdraw _ -> matter.endReason = "WITHDRAWN";
            case Act.TransferOut out -> data.put("destination", out.destination());
            case Act.Note _ -> { }
            case Act.AddMaterial material -> data.put("documents", material.attachments().stream()
                    .map(Act.Attachment::documentId).toList());
            case Act.RecordPerformance performance -> matter.performedAt = Outcomes.dayOf(performance.performedOn(), at, "performedOn");
        }
        return data;
    }

    /** A move made by the same act before the one asked for. */
    void implied(Matter matter, MatterAction implied, Doer doer, Instant at) {
        switch (implied) {
            case ACCEPT -> matter.acceptedAt = at;
            case SIGN -> Handing.sign(matter, doer, at, false);
            case DECLINE, GUIDE, DISPATCH, RETURN, ADJUDICATE, TRANSFER, REQUEST_EXTENSION, DECIDE_EXTENSION, SUSPEND,
                 RESUME, ESCALATE, SUBMIT_RESULT, CHECK_PASS, CHECK_FAIL, VISIT, EVALUATE, REOPEN, ARCHIVE, WITHDRAW,
                 TRANSFER_OUT, AUTO_SIGN, NOTE, ADD_MATERIAL, RECORD_PERFORMANCE ->
                    throw new IllegalStateException("no act implies " + implied);
        }
    }

    /** What follows once status and clocks have moved. */
    void after(Matter matter, Act act, Doer doer, Instant at) {
        if (act instanceof Act.DecideExtension decision && decision.granted()) {
            extensions.grant(matter);
        }
        if (matter.procedure.isEnd(matter.status)) {
            Handing.endStep(matter, at, Outcome.ENDED);
        }
    }
}
