package org.hejie.joint.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.hejie.calendar.Calendars;
import org.hejie.joint.NewTask;
import org.hejie.joint.TaskRow.State;
import org.hejie.joint.Tasks;
import org.hejie.joint.TaskRow;
import org.hejie.joint.Words;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets tasks and takes their answers; each is an event in the matter's history. */
@Service
class TaskSetting implements Tasks {

    private final TaskRows rows;
    private final MatterChronicle chronicle;
    private final Units units;
    private final Calendars calendars;
    private final Clock clock;

    TaskSetting(TaskRows rows, MatterChronicle chronicle, Units units, Calendars calendars, Clock clock) {
        this.rows = rows;
        this.chronicle = chronicle;
        this.units = units;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Sets a task in the caller's transaction.
     *
     * @param action  how the matter's history calls it
     * @param readers units that see it beside its own
     */
    long set(MatterAction action, TaskRows.Origin origin, NewTask task, Collection<UnitId> readers) {
        UnitKind kind = units.find(task.unit()).orElseThrow(() -> Problem.field("unitId", "UNKNOWN")).kind();
        if (kind == UnitKind.COUNTY || kind == UnitKind.COMMITTEE) {
            throw Problem.field("unitId", "HANDLES_NO_MATTERS");
        }
        Instant now = clock.instant();
        long id = rows.insert(origin, task, due(task, now), now, self(), keys(task.unit(), readers));
        chronicle.write(origin.matter(), new Happening(action, null, task.text(),
                Map.of("task", id, "unit", task.unit().value()), List.of(task.unit())));
        return id;
    }

    private Instant due(NewTask task, Instant now) {
        if (task.limit() != null) {
            return calendars.county().due(now, task.limit()).dueAt();
        }
        if (task.dueOn() == null || task.dueOn().isBefore(Times.dateOf(now))) {
            throw Problem.field("dueOn", "PAST");
        }
        return task.dueOn().plusDays(1).atStartOfDay(Times.ZONE).toInstant().minusMillis(1);
    }

    private long[] keys(UnitId unit, Collection<UnitId> readers) {
        var all = new LinkedHashSet<>(units.lineage(unit));
        readers.forEach(reader -> all.addAll(units.lineage(reader)));
        return all.stream().mapToLong(UnitId::value).toArray();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<TaskRow> list(@Nullable Long unit, @Nullable State state, @Nullable Boolean overdue, @Nullable String cursor, int limit) {
        return rows.list(unit, state, overdue, cursor, limit);
    }

    @Override
    @Transactional
    public int answer(long id, int seen, boolean done, String text) {
        TaskRows.Held task = rows.lock(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (task.version() != seen) {
            throw Problem.of(ProblemType.STALE);
        }
        if (task.state() != State.OPEN) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
        Actor actor = Actors.current();
        if (!JointPowers.speaksFor(actor, task.unit())) {
            throw Problem.of(ProblemType.FORBIDDEN, "TASK_OF_ANOTHER");
        }
        String said = Words.checked("text", text, Words.LONG);
        rows.answer(id, done ? State.DONE : State.RETURNED, said, clock.instant(), self());
        chronicle.write(task.matter(), new Happening(MatterAction.ANSWER_TASK, done ? "DONE" : "RETURNED", said,
                Map.of("task", id, "unit", task.unit().value())));
        return task.version() + 1;
    }

    static long self() {
        return Actors.current().staffId().map(StaffId::value).orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
    }
}
