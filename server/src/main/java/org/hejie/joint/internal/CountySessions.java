package org.hejie.joint.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.joint.JointSessions;
import org.hejie.joint.NewSession;
import org.hejie.joint.NewTask;
import org.hejie.joint.ResponseRow;
import org.hejie.joint.SessionRow;
import org.hejie.joint.JointSession;
import org.hejie.joint.JointSession.Answer;
import org.hejie.joint.JointSession.Deed;
import org.hejie.joint.JointSession.State;
import org.hejie.joint.Words;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterId;
import org.hejie.matter.supervision.CalledUnitAbsent;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door's work: one transaction a deed, with its event in the matter's history. */
@Service
class CountySessions implements JointSessions {

    private static final Duration SLACK = Duration.ofHours(1);
    private static final int LONGEST_AHEAD = 90;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 500;

    private final JointStore store;
    private final JointReader reader;
    private final JointPowers powers;
    private final TaskSetting tasks;
    private final MatterChronicle chronicle;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CountySessions(JointStore store, JointReader reader, JointPowers powers, TaskSetting tasks, MatterChronicle chronicle,
            ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.powers = powers;
        this.tasks = tasks;
        this.chronicle = chronicle;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long call(MatterId matter, NewSession session) {
        Actor actor = Actors.current();
        if (!JointPowers.mayCall(actor)) {
            throw Problem.of(ProblemType.FORBIDDEN, "JOINT_CALL");
        }
        JointStore.Ground ground = store.ground(matter).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (ground.never()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "JOINT_NEVER");
        }
        if (!ground.open()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "JOINT_MATTER_ENDED");
        }
        Instant now = clock.instant();
        new Problem.Fields()
                .reject(session.meetsAt().isBefore(now.minus(SLACK)), "meetsAt", "PAST")
                .reject(session.meetsAt().isAfter(now.plus(Duration.ofDays(LONGEST_AHEAD))), "meetsAt", "RANGE")
                .done();
        long id = store.insert(matter, session, now, TaskSetting.self(), actor.unitId().orElseThrow());
        chronicle.write(matter, new Happening(MatterAction.CALL_UNITS, null, session.reason(),
                Map.of("session", id, "units", session.units().stream().map(UnitId::value).toList()), session.units()));
        return id;
    }

    @Override
    @Transactional
    public void answer(long id, Answer answer, @Nullable String note) {
        Session session = open(id, Deed.ANSWER);
        String why = answer == Answer.CANNOT ? Words.checked("note", note, LONGEST_NOTE) : Words.optional("note", note, LONGEST_NOTE);
        UnitId unit = Actors.current().unitId().orElseThrow();
        store.answer(id, unit, answer, why, clock.instant(), TaskSetting.self());
        write(session, MatterAction.ANSWER_CALL, answer.name(), why, unit);
    }

    @Override
    @Transactional
    public void arrived(long id, UnitId unit, String attendee, Instant at) {
        Session session = open(id, Deed.RECORD);
        called(session, unit);
        if (at.isAfter(clock.instant()) || at.isBefore(session.calledAt().truncatedTo(ChronoUnit.MINUTES))) { // a clock on the wall tells minutes
            throw Problem.field("arrivedAt", at.isAfter(clock.instant()) ? "FUTURE" : "BEFORE_CALL");
        }
        mark(session, unit, Words.checked("attendee", attendee, LONGEST_NAME), at);
        if (session.state() == State.CALLED) {
            store.state(id, State.HELD, null);
        }
        write(session, MatterAction.RECORD_ATTENDANCE, "CAME", null, unit);
    }

    @Override
    @Transactional
    public void absent(long id, UnitId unit) {
        Session session = open(id, Deed.RECORD);
        called(session, unit);
        mark(session, unit, null, null);
        write(session, MatterAction.RECORD_ATTENDANCE, "ABSENT", null, unit);
        events.publishEvent(new CalledUnitAbsent(session.matter(), unit, id, clock.instant()));
    }

    private void mark(Session session, UnitId unit, @Nullable String attendee, @Nullable Instant at) {
        if (!store.mark(session.id(), unit, attendee, at, TaskSetting.self())) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
    }

    @Override
    @Transactional
    public void opinion(long id, UnitId unit, String text, boolean dissents) {
        Session session = open(id, Deed.RECORD);
        part(session, unit);
        String said = Words.checked("text", text, Words.LONG);
        store.opinion(id, unit, said, dissents, clock.instant(), TaskSetting.self());
        write(session, MatterAction.RECORD_OPINION, dissents ? "DISSENTS" : null, said, unit);
    }

    @Override
    @Transactional
    public long task(long id, NewTask task) {
        Session session = open(id, Deed.RECORD);
        part(session, task.unit());
        List<UnitId> readers = new ArrayList<>(session.units());
        readers.add(session.calledUnit());
        return tasks.set(MatterAction.ASSIGN_TASK, new TaskRows.Origin(session.matter(), id, null), task, readers);
    }

    @Override
    @Transactional
    public int minutes(long id, int seen, String text) {
        Session session = open(id, Deed.RECORD);
        fresh(session, seen);
        String kept = Words.optional("text", text, Words.MINUTES);
        store.minutes(session, kept == null ? "" : kept);
        return session.version() + 1;
    }

    @Override
    @Transactional
    public int sign(long id, int seen) {
        Session session = open(id, Deed.SIGN);
        fresh(session, seen);
        if (session.unmarked() > 0) {
            throw Problem.of(ProblemType.RULE_REFUSED, "JOINT_UNMARKED");
        }
        if (store.minutesOf(id).isBlank()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MINUTES_EMPTY");
        }
        store.sign(session, clock.instant(), TaskSetting.self());
        write(session, MatterAction.SIGN_MINUTES, null, null, null);
        return session.version() + 1;
    }

    @Override
    @Transactional
    public void add(long id, String text) {
        Session session = open(id, Deed.ADD);
        String added = Words.checked("text", text, Words.LONG);
        store.add(id, null, added, clock.instant(), TaskSetting.self());
        write(session, MatterAction.SIGN_MINUTES, "ADDENDUM", null, null);
    }

    @Override
    @Transactional
    public void cancel(long id, String reason) {
        Session session = open(id, Deed.CANCEL);
        String why = Words.checked("reason", reason, Words.SHORT);
        store.state(id, State.CANCELLED, why);
        write(session, MatterAction.CANCEL_SESSION, null, why, null);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<JointSession> find(long id) {
        return store.read(id).flatMap(session -> reader.view(session, powers.of(Actors.current(), session)));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<SessionRow> list(@Nullable Long matter, @Nullable LocalDate on, @Nullable String cursor, int limit) {
        return reader.list(matter, on, cursor, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ResponseRow> responses(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String cursor, int limit) {
        return reader.responses(from, to, cursor, limit);
    }

    /** The session, locked, if the deed is open to the actor as it stands. */
    private Session open(long id, Deed deed) {
        Session session = store.lock(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (!powers.of(Actors.current(), session).contains(deed)) {
            boolean over = deed == Deed.ADD ? !session.signed() : session.signed() || session.state() == State.CANCELLED
                    || session.state() == State.HELD && (deed == Deed.ANSWER || deed == Deed.CANCEL)
                    || session.state() == State.CALLED && deed == Deed.SIGN;
            throw over ? Problem.of(ProblemType.WRONG_STATE) : Problem.of(ProblemType.FORBIDDEN, "JOINT_" + deed.name());
        }
        return session;
    }

    private static void fresh(Session session, int seen) {
        if (session.version() != seen) {
            throw Problem.of(ProblemType.STALE);
        }
    }

    private static void called(Session session, UnitId unit) {
        if (!session.units().contains(unit)) {
            throw Problem.field("unitId", "NOT_CALLED");
        }
    }

    private static void part(Session session, UnitId unit) {
        if (!session.includes(unit)) {
            throw Problem.field("unitId", "NOT_CALLED");
        }
    }

    private void write(Session session, MatterAction action, @Nullable String reason, @Nullable String note, @Nullable UnitId unit) {
        chronicle.write(session.matter(), new Happening(action, reason, note,
                unit == null ? Map.of("session", session.id()) : Map.of("session", session.id(), "unit", unit.value())));
    }
}
