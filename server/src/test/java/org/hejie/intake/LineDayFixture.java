package org.hejie.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hejie.intake.LineDay.Source;
import org.hejie.intake.Submissions.Origin;
import org.hejie.matter.MatterId;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.hejie.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A day of the hotline: what it says it sent and what came. Each test has a day of its own. */
abstract class LineDayFixture {

    static final SourceLine LINE = SourceLine.HOTLINE;
    static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired Reconciliation reconciliation;
    @Autowired Submissions submissions;
    @Autowired Intakes intakes;
    @Autowired County county;
    @Autowired TestClock clock;
    LocalDate day;
    Actor dispatcher;

    @BeforeEach
    void morning() {
        day = LocalDate.of(2026, 4, 1).plusDays(DAYS.incrementAndGet() * 2L);
        clock.setTo(Instant.parse(day + "T01:00:00Z"));
        dispatcher = county.dispatcher(701);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    String no(String number) {
        return "rec-" + day + "-" + number;
    }

    MatterId arrive(String number) {
        return ((Taken.Registered) take(Intakes.incoming(Intakes.noise(no(number))))).matter();
    }

    Taken take(Incoming incoming) {
        return Actors.as(intakes.hotline(), () -> submissions.take(LINE, Origin.API, List.of(incoming))).getFirst();
    }

    void say(String... numbers) {
        as(() -> reconciliation.say(LINE, day, null, Arrays.stream(numbers).map(this::no).toList(), Source.TYPED));
    }

    LineDay now() {
        return as(() -> reconciliation.of(LINE, day));
    }

    <T> T as(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Actors.as(dispatcher, work);
    }
}
