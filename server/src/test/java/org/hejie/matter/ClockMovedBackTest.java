package org.hejie.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.link.LinkId;
import org.hejie.matter.link.LinkKind;
import org.hejie.matter.link.MatterLinks;
import org.hejie.matter.link.NewLink;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody sets the machine's clock back an hour between two acts. */
@HejieTest
class ClockMovedBackTest {

    @Autowired Matters matters;
    @Autowired MatterLinks links;
    @Autowired County county;
    @Autowired TestClock clock;
    @Autowired AuditVerification audit;

    private MatterId id;
    private Instant registered;

    @BeforeEach
    void anHourBack() {
        registered = clock.instant();
        clock.setTo(registered);
        id = new Troubles(matters, county).noise();
        clock.advance(Duration.ofHours(-1));
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void workGoesOnAndTheHistoryDoesNotGoBack() {
        dispatch();

        assertThat(detail().timeline()).extracting(MatterDetail.Entry::at).isSorted().allSatisfy(at -> assertThat(at).isEqualTo(registered));
    }

    @Test
    void deadlinesCountFromTheLastEventAndNotFromTheWrongHour() {
        dispatch();

        assertThat(detail().clocks()).allSatisfy(running -> assertThat(running.startedAt()).isEqualTo(registered));
    }

    @Test
    void theHistoryStillVerifies() {
        dispatch();

        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void aLinkTurnsNeitherHistoryBack() {
        clock.advance(Duration.ofHours(2));
        MatterId later = new Troubles(matters, county).noise();
        Instant last = clock.instant();
        clock.advance(Duration.ofHours(-3));

        Actors.as(county.dispatcher(302), () -> links.add(id, detail().version(), new NewLink(LinkKind.SAME_CAUSE, later, "同一栋楼")));
        Actors.as(county.dispatcher(302), () -> links.remove(id, detail().version(), new LinkId(links.of(id).getFirst().id()), "关联有误"));

        assertThat(detail(id).timeline()).extracting(MatterDetail.Entry::at).containsExactly(registered, last, last);
        assertThat(detail(later).timeline()).extracting(MatterDetail.Entry::at).containsOnly(last);
    }

    private void dispatch() {
        Actors.as(county.dispatcher(302), () -> matters.act(id, detail().version(),
                new Act.Dispatch(county.unit("housing").id(), List.of(), null, null, "请依法调处")));
    }

    private MatterDetail detail() {
        return detail(id);
    }

    private MatterDetail detail(MatterId one) {
        return Actors.as(county.dispatcher(302), () -> matters.detail(one)).orElseThrow();
    }
}
