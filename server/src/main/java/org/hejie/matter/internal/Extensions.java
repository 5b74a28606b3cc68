package org.hejie.matter.internal;

import org.hejie.calendar.Limit;
import org.hejie.matter.Act;
import org.hejie.matter.internal.History.Data;
import org.hejie.matter.procedure.ClockRule;
import org.hejie.matter.procedure.ExtensionRule;
import org.hejie.shared.web.Problem;
import org.springframework.stereotype.Component;

/** Extensions: asked for within the rule of the clock, decided by another. */
@Component
class Extensions {

    private final Timing timing;

    Extensions(Timing timing) {
        this.timing = timing;
    }

    void request(Matter matter, Act.RequestExtension request, Doer doer, Data data) {
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

    static void decide(Matter matter, Act.DecideExtension decision, Data data) {
        data.put("granted", decision.granted()).put("limit", matter.pendingExtension).put("clock", matter.pendingClock);
        if (!decision.granted()) {
            matter.pendingExtension = null;
            matter.pendingClock = null;
        }
    }

    void grant(Matter matter) {
        if (matter.pendingClock == null || matter.pendingExtension == null) {
            throw new IllegalStateException("no extension has been asked for");
        }
        Limit by = Limit.parse(matter.pendingExtension);
        matter.running(matter.pendingClock).ifPresent(clock -> clock.extend(by, timing.calendar(clock.schedule)));
        matter.extensionCount++;
        matter.pendingExtension = null;
        matter.pendingClock = null;
    }
}
