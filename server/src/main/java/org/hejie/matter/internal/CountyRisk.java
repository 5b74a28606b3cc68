package org.hejie.matter.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters.Standing;
import org.hejie.matter.risk.RiskChecks;
import org.hejie.matter.risk.RiskFinding;
import org.hejie.matter.risk.RiskView;
import org.hejie.matter.risk.RiskView.RiskMove;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.StaffId;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Raises and lowers red risk: one transaction a step, with its event in the matter's history. */
@Service
class CountyRisk implements RiskChecks {

    private final MatterLoader loader;
    private final MatterStore store;
    private final RiskRows rows;
    private final Timing timing;
    private final History history;
    private final Doers doers;
    private final MatterNotices notices;
    private final Clock clock;

    CountyRisk(MatterLoader loader, MatterStore store, RiskRows rows, Timing timing, History history, Doers doers, MatterNotices notices,
            Clock clock) {
        this.loader = loader;
        this.store = store;
        this.rows = rows;
        this.timing = timing;
        this.history = history;
        this.doers = doers;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RiskView> of(MatterId id) {
        return loader.read(id).map(matter -> new RiskView(matter.redRisk, matter.riskCheckRequired, rows.of(id), may(matter)));
    }

    private List<RiskMove> may(Matter matter) {
        Actor actor = Actors.current();
        List<RiskMove> may = new ArrayList<>();
        if (!matter.open() || actor.staffId().isEmpty()) {
            return may;
        }
        if (!matter.redRisk) {
            add(may, assesses(actor), RiskMove.RAISE);
            add(may, clears(actor), RiskMove.CLEAR);
            return may;
        }
        Long asked = rows.standing(matter.id).map(RiskRows.Standing::askedBy).orElse(null);
        add(may, asked == null && assesses(actor), RiskMove.ASK_TO_LOWER);
        add(may, asked != null && actor.may(Permission.MATTER_CHECK) && asked != self(actor), RiskMove.DECIDE);
        return may;
    }

    private static void add(List<RiskMove> may, boolean open, RiskMove move) {
        if (open) {
            may.add(move);
        }
    }

    @Override
    @Transactional
    public Standing find(MatterId id, int seen, RiskFinding finding) {
        long self = allowed(finding.red() ? assesses(Actors.current()) : clears(Actors.current()));
        Matter matter = open(id, seen);
        if (matter.redRisk) {
            throw Refusal.guarded("RED_ALREADY");
        }
        Instant at = now(matter);
        matter.riskCheckRequired = false;
        var data = new History.Data();
        if (finding.red()) {
            data.put("mark", rows.raise(id, finding, at, self));
            matter.redRisk = true;
            data.put("clocks", timing.redden(matter, at));
        }
        MatterAction action = finding.red() ? MatterAction.RAISE_RISK : MatterAction.CLEAR_RISK;
        String ground = finding.ground() == null ? null : finding.ground().name();
        Standing after = save(matter, seen, action, at, ground, finding.reason(), data);
        if (finding.red()) {
            notices.tellOfRedRisk(matter);
        }
        return after;
    }

    @Override
    @Transactional
    public Standing askToLower(MatterId id, int seen, String reason) {
        long self = allowed(assesses(Actors.current()));
        Matter matter = open(id, seen);
        RiskRows.Standing mark = rows.standing(id).orElseThrow(Refusal::wrongState);
        if (mark.askedBy() != null) {
            throw Refusal.guarded("LOWERING_ASKED");
        }
        Instant at = now(matter);
        rows.ask(mark.id(), reason, at, self);
        return save(matter, seen, MatterAction.ASK_TO_LOWER_RISK, at, null, reason, marked(mark));
    }

    @Override
    @Transactional
    public Standing decide(MatterId id, int seen, boolean granted, String reason) {
        long self = allowed(Actors.current().may(Permission.MATTER_CHECK));
        Matter matter = open(id, seen);
        RiskRows.Standing mark = rows.standing(id).filter(standing -> standing.askedBy() != null).orElseThrow(Refusal::wrongState);
        if (mark.askedBy() == self) {
            throw Refusal.guarded("APPROVER_NOT_APPLICANT");
        }
        Instant at = now(matter);
        if (granted) {
            rows.lower(mark.id(), at, self);
            matter.redRisk = false;
        } else {
            rows.keep(mark.id());
        }
        return save(matter, seen, granted ? MatterAction.LOWER_RISK : MatterAction.KEEP_RISK, at, null, reason, marked(mark));
    }

    private Matter open(MatterId id, int seen) {
        Matter matter = loader.forMove(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (matter.version != seen) {
            throw Problem.of(ProblemType.STALE);
        }
        if (!matter.open()) {
            throw Refusal.wrongState();
        }
        return matter;
    }

    private Standing save(Matter matter, int seen, MatterAction action, Instant at, @Nullable String reason, String note, History.Data data) {
        history.append(matter, action, matter.status, matter.status, doers.of(Actors.current()), at, at, reason, note, data);
        matter.version++;
        store.update(matter, seen);
        notices.changed();
        return new Standing(matter.id, matter.code, matter.status, matter.version, matter.visitCount, matter.redRisk);
    }

    private static History.Data marked(RiskRows.Standing mark) {
        return new History.Data().put("mark", mark.id());
    }

    /** Whoever works on matters; a window clerk sets no level alone. */
    private static boolean assesses(Actor actor) {
        return clears(actor) || actor.may(Permission.MATTER_HANDLE);
    }

    private static boolean clears(Actor actor) {
        return Stream.of(Permission.MATTER_DISPATCH, Permission.MATTER_CHECK).anyMatch(actor::may);
    }

    private static long allowed(boolean may) {
        if (!may) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return self(Actors.current());
    }

    private static long self(Actor actor) {
        return actor.staffId().map(StaffId::value).orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
    }

    /** Now, though not before the last event: a clock set back does not turn a history back. */
    private Instant now(Matter matter) {
        Instant now = clock.instant();
        return now.isBefore(matter.lastEventAt) ? matter.lastEventAt : now;
    }
}
