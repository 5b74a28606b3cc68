package org.hejie.joint.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.joint.MeetingView;
import org.hejie.joint.MorningMeetings;
import org.hejie.joint.NewTask;
import org.hejie.joint.JointSession.Deed;
import org.hejie.joint.Words;
import org.hejie.joint.internal.MeetingRows.Meeting;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterId;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Morning meetings of the centres, by those who may call units together. */
@Service
class CountyMeetings implements MorningMeetings {

    private static final Duration FIRST = Duration.ofDays(1);

    private final MeetingRows rows;
    private final JointReader sessions;
    private final JointStore store;
    private final TaskRows taskRows;
    private final TaskSetting tasks;
    private final Names names;
    private final Units units;
    private final Clock clock;

    CountyMeetings(MeetingRows rows, JointReader sessions, JointStore store, TaskRows taskRows, TaskSetting tasks, Names names,
            Units units, Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.store = store;
        this.taskRows = taskRows;
        this.tasks = tasks;
        this.names = names;
        this.units = units;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<MeetingView.AgendaItem> agenda() {
        return agendaOf(keeper());
    }

    private List<MeetingView.AgendaItem> agendaOf(UnitId unit) {
        Instant now = clock.instant();
        return rows.agenda(rows.lastBegan(unit, Times.dateOf(now)).orElse(now.minus(FIRST)), now);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MeetingView> today() {
        return rows.of(keeper(), Times.dateOf(clock.instant())).map(this::view);
    }

    @Override
    @Transactional
    public long begin() {
        UnitId unit = keeper();
        try {
            return rows.insert(unit, clock.instant(), TaskSetting.self(),
                    units.lineage(unit).stream().mapToLong(UnitId::value).toArray(), agendaOf(unit));
        } catch (DuplicateKeyException begun) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "MEETING");
        }
    }

    @Override
    @Transactional
    public long decide(long id, MatterId matter, NewTask task) {
        Meeting meeting = open(id, Deed.RECORD);
        store.ground(matter).orElseThrow(() -> Problem.field("matterId", "UNKNOWN"));
        return tasks.set(MatterAction.DECIDE_AT_MEETING, new TaskRows.Origin(matter, null, id), task, List.of(meeting.unit()));
    }

    @Override
    @Transactional
    public int minutes(long id, int seen, String text) {
        Meeting meeting = open(id, Deed.RECORD);
        fresh(meeting, seen);
        String kept = Words.optional("text", text, Words.MINUTES);
        rows.minutes(meeting, kept == null ? "" : kept);
        return meeting.version() + 1;
    }

    @Override
    @Transactional
    public int sign(long id, int seen) {
        Meeting meeting = open(id, Deed.SIGN);
        fresh(meeting, seen);
        if (meeting.minutes().isBlank()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MINUTES_EMPTY");
        }
        rows.sign(meeting, clock.instant(), TaskSetting.self());
        return meeting.version() + 1;
    }

    @Override
    @Transactional
    public void add(long id, String text) {
        open(id, Deed.ADD);
        store.add(null, id, Words.checked("text", text, Words.LONG), clock.instant(), TaskSetting.self());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MeetingView> find(long id) {
        return rows.find(id, false).map(this::view);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<MeetingView.MeetingRow> list(@Nullable String cursor, int limit) {
        return rows.list(cursor, limit);
    }

    private MeetingView view(Meeting meeting) {
        return new MeetingView(meeting.id(), names.unit(meeting.unit().value()), meeting.heldOn(), meeting.startedAt(),
                names.staff(meeting.startedBy()), rows.items(meeting.id()), taskRows.of(null, meeting.id()), meeting.minutes(),
                meeting.signedAt(), names.staff(meeting.signedBy()), sessions.addenda(null, meeting.id()), meeting.version(),
                may(meeting));
    }

    private static Set<Deed> may(Meeting meeting) {
        Actor actor = Actors.current();
        boolean keeps = JointPowers.mayCall(actor) && actor.unitId().filter(meeting.unit()::equals).isPresent();
        if (!keeps) {
            return Set.of();
        }
        return meeting.signedAt() == null ? EnumSet.of(Deed.RECORD, Deed.SIGN) : EnumSet.of(Deed.ADD);
    }

    private Meeting open(long id, Deed deed) {
        Meeting meeting = rows.find(id, true).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (!may(meeting).contains(deed)) {
            throw meeting.signedAt() == null != (deed == Deed.ADD) ? Problem.of(ProblemType.FORBIDDEN, "MEETING")
                    : Problem.of(ProblemType.WRONG_STATE);
        }
        return meeting;
    }

    private static void fresh(Meeting meeting, int seen) {
        if (meeting.version() != seen) {
            throw Problem.of(ProblemType.STALE);
        }
    }

    /** The unit whose meeting the actor may keep. */
    private static UnitId keeper() {
        Actor actor = Actors.current();
        if (!JointPowers.mayCall(actor)) {
            throw Problem.of(ProblemType.FORBIDDEN, "MEETING");
        }
        return actor.unitId().orElseThrow();
    }
}
