package org.hejie.matter.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hejie.calendar.Deadline;
import org.hejie.calendar.Limit;
import org.hejie.calendar.Pause;
import org.hejie.calendar.ScheduleId;
import org.hejie.calendar.WorkCalendar;
import org.hejie.matter.procedure.ClockKind;
import org.jspecify.annotations.Nullable;

/** One run of a clock: what started it, what it allows, what moved it, and the deadline with its trace. */
final class ClockRun {

    final String key;
    final int run;
    final ClockKind kind;
    final String basis;
    final ScheduleId schedule;
    final Limit limit;
    final Instant startedAt;
    final List<Limit> extensions = new ArrayList<>();
    final List<Pause> pauses = new ArrayList<>();
    @Nullable Instant pausedAt;
    @Nullable String pauseReason;
    @Nullable LocalDate reviewOn;
    @Nullable Instant stoppedAt;
    Deadline deadline;
    boolean fresh = true;
    boolean reckoned = true;
    private boolean moved;
    private boolean stopped;

    ClockRun(String key, int run, ClockKind kind, String basis, Limit limit, Instant startedAt, WorkCalendar calendar) {
        this(key, run, kind, basis, calendar.schedule().id(), limit, startedAt, calendar.due(startedAt, limit));
    }

    ClockRun(String key, int run, ClockKind kind, String basis, ScheduleId schedule, Limit limit, Instant startedAt,
            Deadline deadline) {
        this.key = key;
        this.run = run;
        this.kind = kind;
        this.basis = basis;
        this.schedule = schedule;
        this.limit = limit;
        this.startedAt = startedAt;
        this.deadline = deadline;
    }

    /** The same clock as it stands in the database once it is saved, where its trace stays. */
    ClockRun asSaved() {
        var saved = new ClockRun(key, run, kind, basis, schedule, limit, startedAt,
                new Deadline(deadline.dueAt(), deadline.amberAt(), List.of(), deadline.version(), deadline.provisional()));
        saved.extensions.addAll(extensions);
        saved.pauses.addAll(pauses);
        saved.pausedAt = pausedAt;
        saved.pauseReason = pauseReason;
        saved.reviewOn = reviewOn;
        saved.stoppedAt = stoppedAt;
        saved.stored();
        return saved;
    }

    /** As it stands in the database. */
    void stored() {
        fresh = false;
        reckoned = false;
        moved = false;
        stopped = false;
    }

    /** Since it was loaded. */
    boolean changed() {
        return moved || stopped;
    }

    /** Of all that may change, since it was loaded, only that it has stopped. */
    boolean onlyStopped() {
        return stopped && !moved;
    }

    boolean running() {
        return stoppedAt == null;
    }

    boolean ticking() {
        return stoppedAt == null && pausedAt == null;
    }

    void pause(Instant at, String reason, @Nullable LocalDate review) {
        if (ticking()) {
            pausedAt = at;
            pauseReason = reason;
            reviewOn = review;
            moved = true;
        }
    }

    void resume(Instant at, WorkCalendar calendar) {
        if (running() && pausedAt != null && pauseReason != null) {
            pauses.add(new Pause(pausedAt, at, pauseReason));
            pausedAt = null;
            pauseReason = null;
            reviewOn = null;
            recompute(calendar);
        }
    }

    void extend(Limit by, WorkCalendar calendar) {
        extensions.add(by);
        recompute(calendar);
    }

    /** Reckons the deadline again: after a pause, an extension, or a change of the calendar. */
    void recompute(WorkCalendar calendar) {
        deadline = calendar.due(startedAt, limit, extensions, pauses);
        reckoned = true;
        moved = true;
    }

    void stop(Instant at) {
        if (running()) {
            stoppedAt = at;
            stopped = true;
        }
    }
}
