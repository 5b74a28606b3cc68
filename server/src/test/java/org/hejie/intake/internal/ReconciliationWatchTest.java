package org.hejie.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hejie.intake.Intakes;
import org.hejie.intake.LineDay.Source;
import org.hejie.intake.Reconciliation;
import org.hejie.intake.Submissions;
import org.hejie.intake.Submissions.Origin;
import org.hejie.matter.SourceLine;
import org.hejie.notify.NoticeEvent;
import org.hejie.notify.NoticeRow;
import org.hejie.notify.OwnNotices;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who is told of a gap, and how often. */
@HejieTest
@Import(Intakes.class)
class ReconciliationWatchTest {

    private static final SourceLine LINE = SourceLine.HOTLINE;

    @Autowired
    ReconciliationWatch watch;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Submissions submissions;

    @Autowired
    OwnNotices notices;

    @Autowired
    Intakes intakes;

    @Autowired
    County county;

    @Autowired
    TestClock clock;

    private Actor dispatcher;

    @BeforeEach
    void dispatcher() {
        dispatcher = county.dispatcher(731);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aGapIsToldOnceAndNotBeforeItCouldHaveArrived() {
        LocalDate day = morning("2025-03-03");
        Actors.as(dispatcher, () -> reconciliation.say(LINE, day, null, List.of("gap-1"), Source.TYPED));
        watch.look();
        assertThat(told(NoticeEvent.LINE_GAP)).doesNotContain("12345 " + day);

        clock.advance(Duration.ofMinutes(11));
        watch.look();
        watch.look();

        assertThat(told(NoticeEvent.LINE_GAP)).containsOnlyOnce("12345 " + day);
    }

    @Test
    void whatComesBehindASignatureIsToldOnce() {
        LocalDate day = morning("2025-05-05");
        arrive("late-1");
        String seen = Actors.as(dispatcher, () -> reconciliation.of(LINE, day)).figures().told();
        Actors.as(dispatcher, () -> reconciliation.sign(LINE, day, seen, null));
        arrive("late-2");
        watch.look();
        watch.look();

        assertThat(told(NoticeEvent.LINE_CHANGED)).containsOnlyOnce("12345 " + day);
    }

    private LocalDate morning(String day) {
        clock.setTo(Instant.parse(day + "T01:00:00Z"));
        return LocalDate.parse(day);
    }

    private void arrive(String number) {
        Actors.as(intakes.hotline(), () -> submissions.take(LINE, Origin.API, List.of(Intakes.incoming(Intakes.noise("watch-" + number)))));
    }

    private List<String> told(NoticeEvent event) {
        return Actors.as(dispatcher, () -> notices.page(dispatcher, null, 100)).items().stream()
                .filter(notice -> notice.event() == event).map(NoticeRow::subject).toList();
    }
}
