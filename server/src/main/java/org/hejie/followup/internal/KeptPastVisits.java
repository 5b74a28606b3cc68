package org.hejie.followup.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.calendar.Calendars;
import org.hejie.followup.NewVisit;
import org.hejie.followup.PastVisits;
import org.hejie.matter.PastMatters.Moved;
import org.hejie.matter.procedure.Procedures;
import org.hejie.matter.procedure.VisitRule;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.database.CopiedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes through the moves of each matter as {@link VisitPlans} and {@link CountyVisits} would have met them: closing
 * plans, a visit takes the plan that is due first, reopening and archiving drop what is left.
 */
@Service
class KeptPastVisits implements PastVisits {

    private final Procedures procedures;
    private final Calendars calendars;
    private final CopiedRows copied;
    private final Ids ids;

    KeptPastVisits(Procedures procedures, Calendars calendars, CopiedRows copied, Ids ids) {
        this.procedures = procedures;
        this.calendars = calendars;
        this.copied = copied;
        this.ids = ids;
    }

    /** A planned visit while the past goes by. */
    private static final class Plan {

        private final String key;
        private final Instant closedAt;
        private final LocalDate due;
        private @Nullable Long visit;
        private @Nullable Instant droppedAt;

        Plan(String key, Instant closedAt, LocalDate due) {
            this.key = key;
            this.closedAt = closedAt;
            this.due = due;
        }

        boolean open() {
            return visit == null && droppedAt == null;
        }
    }

    @Override
    @Transactional
    public void keep(List<Visited> batch) {
        List<Map<String, @Nullable Object>> visits = new ArrayList<>();
        List<Map<String, @Nullable Object>> plans = new ArrayList<>();
        for (Visited one : batch) {
            goThrough(one, visits, plans);
        }
        copied.insert("followup.visit", visits);
        copied.insert("followup.plan", plans);
    }

    private void goThrough(Visited one, List<Map<String, @Nullable Object>> visits, List<Map<String, @Nullable Object>> rows) {
        long matter = one.matter().registered().id().value();
        Iterator<PastVisit> made = one.visits().iterator();
        List<Plan> plans = new ArrayList<>();
        for (Moved move : one.matter().moves()) {
            switch (move.action()) {
                case CHECK_PASS -> plan(one, move.at(), plans);
                case VISIT -> {
                    if (!made.hasNext()) {
                        throw new IllegalArgumentException("a visit of matter " + matter + " is not told");
                    }
                    long id = ids.next();
                    visits.add(row(id, matter, made.next(), move.at()));
                    first(plans).ifPresent(plan -> plan.visit = id);
                }
                case REOPEN, ARCHIVE -> plans.stream().filter(Plan::open).forEach(plan -> plan.droppedAt = move.at());
                case ACCEPT, DECLINE, GUIDE, TRANSFER_OUT, WITHDRAW, DISPATCH, ADJUDICATE, TRANSFER, ESCALATE, SIGN, AUTO_SIGN, RETURN,
                        REQUEST_EXTENSION, DECIDE_EXTENSION, SUSPEND, RESUME, SUBMIT_RESULT, CHECK_FAIL, EVALUATE,
                        RECORD_PERFORMANCE, NOTE, ADD_MATERIAL -> { }
            }
        }
        plans.forEach(plan -> rows.add(row(matter, plan)));
    }

    private void plan(Visited one, Instant closedAt, List<Plan> plans) {
        for (VisitRule rule : procedures.get(one.matter().procedure(), one.matter().procedureVersion()).visits()) {
            plans.add(new Plan(rule.key(), closedAt,
                    Times.dateOf(calendars.county().due(closedAt, rule.afterClosing().limit()).dueAt())));
        }
    }

    private static Optional<Plan> first(List<Plan> plans) {
        return plans.stream().filter(Plan::open).min(Comparator.comparing(plan -> plan.due));
    }

    private static Map<String, @Nullable Object> row(long id, long matter, PastVisit made, Instant at) {
        NewVisit visit = made.visit();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("matter_id", matter);
        row.put("done_on", visit.doneOn());
        row.put("mode", visit.mode().name());
        row.put("fulfilled", visit.fulfilled());
        row.put("satisfaction", visit.satisfaction().name());
        row.put("relapse", visit.relapse());
        row.put("opinion", visit.opinion());
        row.put("visited_by", made.by() == null ? null : made.by().value());
        row.put("recorded_at", at);
        return row;
    }

    private static Map<String, @Nullable Object> row(long matter, Plan plan) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("matter_id", matter);
        row.put("closed_at", plan.closedAt);
        row.put("key", plan.key);
        row.put("due_on", plan.due);
        row.put("made_at", plan.closedAt);
        row.put("visit_id", plan.visit);
        row.put("dropped_at", plan.droppedAt);
        return row;
    }
}
