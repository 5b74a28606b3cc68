package org.hejie.matter.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.hejie.matter.MatterId;
import org.hejie.matter.SafetyFact;
import org.jspecify.annotations.Nullable;

/** The rows of a matter by column name, as {@link MatterStore} and {@link MatterBulk} send them to PostgreSQL. */
final class MatterRows {

    private MatterRows() {
    }

    /** All columns of matter.matter, in its order. */
    static Map<String, Object> whole(Matter matter) {
        Matter.Content content = matter.content;
        Map<String, Object> row = new LinkedHashMap<>(96);
        row.put("id", matter.id.value());
        row.put("code", matter.code.value());
        row.put("county", matter.county);
        row.put("line", matter.line.digit());
        row.put("outside_no", content.outsideNo());
        row.put("category", content.category());
        row.put("secondary_category", content.secondaryCategory());
        row.put("title", content.title());
        row.put("facts", content.facts());
        row.put("place_text", content.placeText());
        row.put("area_code", content.areaCode());
        row.put("grid_code", content.gridCode());
        row.put("lon", content.lon());
        row.put("lat", content.lat());
        row.put("occurred_on", content.occurredOn() == null ? null : content.occurredOn().toString());
        row.put("people", content.people());
        row.put("amount", content.amount());
        row.put("scale", content.scale());
        row.put("safety", content.safety().stream().map(SafetyFact::name).toList());
        row.put("home_unit", matter.homeUnit);
        row.put("home_center", matter.homeCenter);
        row.put("back_entry", matter.backEntry);
        row.put("entered_by", matter.enteredBy);
        row.put("entered_for", matter.enteredFor);
        row.put("registered_at", time(matter.registeredAt));
        row.put("entered_at", time(matter.enteredAt));
        row.put("save_seq", matter.saveSeq);
        row.putAll(changing(matter));
        return row;
    }

    /** The columns a move may change. */
    static Map<String, Object> changing(Matter matter) {
        Map<String, Object> row = new LinkedHashMap<>(64);
        row.put("procedure_id", matter.procedure.id().value());
        row.put("procedure_version", matter.procedure.version());
        row.put("status", matter.status.name());
        row.put("lead_unit", matter.leadUnit);
        row.put("first_owner", matter.firstOwner);
        row.put("handler", matter.handler);
        row.put("applicant", matter.applicant);
        row.put("red_risk", matter.redRisk);
        row.put("risk_check_required", matter.riskCheckRequired);
        row.put("never_mediate", matter.neverMediate);
        row.put("limit_key", matter.limitKey);
        row.put("accepted_at", time(matter.acceptedAt));
        row.put("dispatched_at", time(matter.dispatchedAt));
        row.put("signed_at", time(matter.signedAt));
        row.put("result_at", time(matter.resultAt));
        row.put("closed_at", time(matter.closedAt));
        row.put("resolved_at", time(matter.resolvedAt));
        row.put("performed_at", time(matter.performedAt));
        row.put("evaluated_at", time(matter.evaluatedAt));
        row.put("archived_at", time(matter.archivedAt));
        row.put("reopened_at", time(matter.reopenedAt));
        row.put("result_kind", matter.resultKind == null ? null : matter.resultKind.name());
        row.put("end_reason", matter.endReason);
        row.put("return_count", matter.returnCount);
        row.put("extension_count", matter.extensionCount);
        row.put("visit_count", matter.visitCount);
        row.put("reopen_seq", matter.reopenSeq);
        row.put("evaluation", matter.evaluation == null ? null : matter.evaluation.name());
        row.put("evaluation_reasons", matter.evaluationReasons);
        row.put("evaluation_count", matter.evaluationCount);
        row.put("pending_extension", matter.pendingExtension);
        row.put("pending_clock", matter.pendingClock);
        var next = matter.next();
        row.put("due_at", next.map(clock -> time(clock.deadline.dueAt())).orElse(null));
        row.put("amber_at", next.map(clock -> time(clock.deadline.amberAt())).orElse(null));
        row.put("due_clock", next.map(clock -> clock.key).orElse(null));
        row.put("was_overdue", matter.wasOverdue);
        row.put("open", matter.open());
        row.put("step_seq", matter.stepSeq);
        row.put("event_seq", matter.eventSeq);
        row.put("head_hash", matter.headHash);
        row.put("version", matter.version);
        row.put("visible_to", List.copyOf(matter.visibleTo));
        return row;
    }

    /** Of these columns, those that differ from what stood in the database when the matter was loaded. */
    static Map<String, Object> changes(Matter matter) {
        Map<String, Object> row = changing(matter);
        row.entrySet().removeIf(column -> Objects.deepEquals(column.getValue(), matter.stored.get(column.getKey())));
        return row;
    }

    static List<Map<String, Object>> events(Matter matter) {
        return matter.newEvents.stream().map(event -> event(matter.id, event)).toList();
    }

    static Map<String, Object> event(MatterId matter, EventRow event) {
        Map<String, Object> row = new LinkedHashMap<>(32);
        row.put("matter_id", matter.value());
        row.put("seq", event.seq());
        row.put("at", time(event.at()));
        row.put("recorded_at", time(event.recordedAt()));
        row.put("action", event.actionName());
        row.put("from_status", event.from() == null ? null : event.from().name());
        row.put("to_status", event.to().name());
        row.put("actor_kind", event.doer().kind());
        row.put("actor", event.doer().id());
        row.put("actor_unit", event.doer().unit());
        row.put("on_behalf_of", event.doer().behalfOf());
        row.put("reason", event.reason());
        row.put("note", event.note());
        row.put("data", event.data());
        row.put("prev_hash", event.previous());
        row.put("hash", event.hash());
        return row;
    }

    /** Whole steps. */
    static List<Map<String, Object>> steps(Matter matter, Predicate<StepRun> which) {
        return matter.steps.stream().filter(which).map(step -> {
            Map<String, Object> row = new LinkedHashMap<>(24);
            row.put("matter_id", matter.id.value());
            row.put("seq", step.seq);
            row.put("lead_unit", step.leadUnit);
            row.put("co_units", step.coUnits);
            row.put("dispatched_at", time(step.dispatchedAt));
            row.put("dispatched_by", step.dispatchedBy);
            row.putAll(changing(step));
            return row;
        }).toList();
    }

    /** Of the steps that have changed, their numbers and what may have changed. */
    static List<Map<String, Object>> changedSteps(Matter matter) {
        return matter.steps.stream().filter(step -> !step.fresh && step.changed).map(step -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("seq", step.seq);
            row.putAll(changing(step));
            return row;
        }).toList();
    }

    private static Map<String, Object> changing(StepRun step) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("signed_at", time(step.signedAt));
        row.put("signed_by", step.signedBy);
        row.put("auto_signed", step.autoSigned);
        row.put("ended_at", time(step.endedAt));
        row.put("outcome", step.outcome == null ? null : step.outcome.name());
        return row;
    }

    static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
