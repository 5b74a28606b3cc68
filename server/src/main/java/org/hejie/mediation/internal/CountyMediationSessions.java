package org.hejie.mediation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterChronicle;
import org.hejie.mediation.MediationCase.CaseParty;
import org.hejie.mediation.MediationSessionRow.Kind;
import org.hejie.mediation.MediationSessionRow.Result;
import org.hejie.mediation.MediationSessionRow.State;
import org.hejie.mediation.MediationSessionView.Invited;
import org.hejie.mediation.MediationSessionView.MinutesLine;
import org.hejie.mediation.MediationSessionView.Speaker;
import org.hejie.mediation.MediationSessionView;
import org.hejie.mediation.MediationSessions;
import org.hejie.mediation.NewMediationSession;
import org.hejie.mediation.RoomRow;
import org.hejie.mediation.Texts;
import org.hejie.mediation.internal.SittingStore.Course;
import org.hejie.mediation.internal.SittingStore.Held;
import org.hejie.mediation.internal.SittingStore.Sitting;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The work of sessions: planned, attended, recorded, read back. */
@Service
class CountyMediationSessions implements MediationSessions {

    private static final Duration SLACK = Duration.ofHours(1);
    private static final Duration FARTHEST = Duration.ofDays(180);
    private static final int MOST_LINES = 2000;
    private static final int LONGEST_LINE = 4000;

    private final SittingStore store;
    private final CaseStore cases;
    private final CaseReader reader;
    private final MediatorStore mediators;
    private final MatterChronicle chronicle;
    private final WishStore wishes;
    private final Clock clock;

    CountyMediationSessions(SittingStore store, CaseStore cases, CaseReader reader, MediatorStore mediators, MatterChronicle chronicle,
            WishStore wishes, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.reader = reader;
        this.mediators = mediators;
        this.chronicle = chronicle;
        this.wishes = wishes;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long plan(long mediation, NewMediationSession session) {
        CaseStore.Held held = cases.lock(mediation).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        Case one = held.one();
        Powers.requireKeeping(one);
        one.requireOpen();
        if (one.staff() == null) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MEDIATION_NO_MEDIATOR");
        }
        held.sides().requireConsent();
        List<Long> sides = held.sides().parties();
        Instant now = clock.instant();
        new Problem.Fields()
                .reject(session.startsAt().isBefore(now.minus(SLACK)), "startsAt", "PAST")
                .reject(session.startsAt().isAfter(now.plus(FARTHEST)), "startsAt", "RANGE")
                .reject(session.partyId() != null && !sides.contains(session.partyId()), "partyId", "UNKNOWN")
                .done();
        room(one, session);
        long id = store.insert(one, session, session.partyId() == null ? sides : List.of(session.partyId()), now);
        write(one, MatterAction.PLAN_MEDIATION, session.kind().name(), id);
        return id;
    }

    private void room(Case one, NewMediationSession session) {
        if (session.roomId() == null) {
            return;
        }
        boolean twoDoors = store.twoDoors(session.roomId()).orElseThrow(() -> Problem.field("roomId", "UNKNOWN"));
        boolean apart = session.unsafe() || mediators.ground(one.matter()).map(Ground::redRisk).orElse(false);
        if (session.kind() == Kind.JOINT && apart && !twoDoors) {
            throw Problem.field("roomId", "TWO_DOORS");
        }
    }

    @Override
    @Transactional
    public void answer(long id, long party, boolean willCome) {
        store.answer(open(id).sitting().id(), party, willCome);
    }

    @Override
    @Transactional
    public void attend(long id, List<Long> parties, boolean came) {
        Held held = open(id);
        Sitting sitting = held.sitting();
        if (clock.instant().isBefore(sitting.startsAt().minus(SLACK))) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MEDIATION_NOT_YET");
        }
        Asked.known("partyIds", parties, held.invited());
        store.attend(id, parties, came);
        if (came && sitting.state() == State.PLANNED) {
            store.state(id, State.HELD, null);
        }
        chronicle.write(sitting.one().held(), parties.stream().map(party -> new Happening(MatterAction.RECORD_ATTENDANCE,
                came ? "CAME" : "ABSENT", null, Map.of("mediationSession", id, "party", party))).toList());
    }

    @Override
    @Transactional
    public int minutes(long id, int seen, List<MinutesLine> lines) {
        Held held = open(id);
        Sitting sitting = held.sitting();
        alone(sitting);
        readable(lines, held.invited());
        store.minutes(held, seen, lines);
        return seen + 1;
    }

    private static void readable(List<MinutesLine> lines, List<Long> invited) {
        if (lines.size() > MOST_LINES) {
            throw Problem.field("lines", "TOO_MANY");
        }
        var fields = new Problem.Fields();
        for (int i = 0; i < lines.size(); i++) {
            MinutesLine line = lines.get(i);
            fields.reject(line.text().isBlank(), "lines[" + i + "].text", "REQUIRED")
                    .reject(line.text().length() > LONGEST_LINE, "lines[" + i + "].text", "LENGTH")
                    .reject(line.text().indexOf('\0') >= 0, "lines[" + i + "].text", "INVALID")
                    .reject((line.speaker() == Speaker.PARTY) != (line.partyId() != null && invited.contains(line.partyId())),
                            "lines[" + i + "].partyId", "UNKNOWN");
        }
        fields.done();
    }

    @Override
    @Transactional
    public int readBack(long id, int seen, Result result, @Nullable List<MinutesLine> lines) {
        Held held = open(id);
        Sitting sitting = held.sitting();
        alone(sitting);
        Course course = held.course();
        if (lines != null) {
            readable(lines, held.invited());
        }
        if (!course.marked()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MEDIATION_UNMARKED");
        }
        if (result == Result.AGREED && sitting.kind() != Kind.PRIVATE && course.sides() < 2) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MEDIATION_PARTY_MISSING", "result");
        }
        if (lines == null ? !course.recorded() : lines.isEmpty()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MEDIATION_MINUTES_EMPTY");
        }
        store.readBack(held, seen, result, lines, clock.instant(), Powers.self());
        write(sitting.one(), MatterAction.KEEP_MEDIATION_RECORD, result.name(), id);
        return seen + 1;
    }

    @Override
    @Transactional
    public void cancel(long id, String why) {
        Sitting sitting = open(id).sitting();
        if (sitting.state() != State.PLANNED) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
        store.state(id, State.CANCELLED, Texts.checked("reason", why, Texts.REASON));
        write(sitting.one(), MatterAction.PLAN_MEDIATION, "CANCELLED", id);
    }

    /** A session that may still be written in. */
    private Held open(long id) {
        Held held = store.lock(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        Sitting sitting = held.sitting();
        Powers.requireKeeping(sitting.one());
        if (sitting.readBack() || sitting.state() == State.CANCELLED) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
        return held;
    }

    /** What is said back to back is written by the mediator who hears it. */
    private static void alone(Sitting sitting) {
        if (hidden(sitting)) {
            throw Problem.of(ProblemType.FORBIDDEN, "MEDIATION_PRIVATE");
        }
    }

    private static boolean hidden(Sitting sitting) {
        return sitting.kind() == Kind.PRIVATE && sitting.staff() != Powers.self();
    }

    private void write(Case one, MatterAction action, @Nullable String reason, long session) {
        chronicle.write(one.held(), List.of(new Happening(action, reason, null, Map.of("mediation", one.id(), "mediationSession", session))));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MediationSessionView> find(long id) {
        return store.read(id).flatMap(sitting -> reader.oneSession(id)
                .map(row -> {
                    Case one = sitting.one();
                    Map<Long, CaseParty> sides = reader.sides(one.id(), one.matter()).stream()
                            .collect(Collectors.toMap(CaseParty::id, Function.identity()));
                    List<Invited> invited = store.invitations(id).stream().filter(called -> sides.containsKey(called.party()))
                            .map(called -> new Invited(called.party(), sides.get(called.party()).name(),
                                    sides.get(called.party()).role(), called.answer(), called.came())).toList();
                    boolean may = Powers.keeps(one) && !hidden(sitting) && !sitting.readBack() && sitting.state() != State.CANCELLED;
                    return new MediationSessionView(row, one.matter().value(), sitting.party(), sitting.why(), invited,
                            store.minutes(id), hidden(sitting), sitting.readBackAt(), reader.name(sitting.keptBy()), sitting.version(), may,
                            wishes.latest(one.id(), id).orElse(null));
                }));
    }

    @Override
    @Transactional(readOnly = true)
    public List<RoomRow> rooms(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            throw Problem.field("to", "BEFORE_FROM");
        }
        return store.rooms(from, to);
    }
}
