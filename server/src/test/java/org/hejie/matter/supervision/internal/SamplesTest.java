package org.hejie.matter.supervision.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.hejie.matter.Act;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.Troubles;
import org.hejie.matter.supervision.RefusalSamples;
import org.hejie.matter.supervision.RefusalSamples.Finding;
import org.hejie.matter.supervision.RefusalSamples.SampleItem;
import org.hejie.matter.supervision.RefusalSamples.Sample;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.Times;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What was declined or guided is looked at by lot. Each test has a day of its own. */
@HejieTest
class SamplesTest {

    private static int day;

    @Autowired RefusalSamples samples;
    @Autowired SampleRows rows;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired TransactionTemplate transaction;
    private final List<MatterId> declined = new ArrayList<>();
    private Actor committee;
    private LocalDate today;

    @BeforeEach
    void aDayWithSixRefusals() {
        clock.setTo(Instant.parse("2027-03-01T02:00:00Z").plus(Duration.ofDays(++day)));
        today = Times.dateOf(clock.instant());
        committee = staff.committee().actor();
        for (int i = 0; i < 6; i++) {
            MatterId id = new Troubles(matters, county).noise();
            Actors.run(county.dispatcher(315), () -> matters.act(id, 1, new Act.Decline("ALREADY_DECIDED", "法院已判决")));
            declined.add(id);
        }
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void theSampleIsDrawnAgainByItsSeed() {
        Sample sample = draw();

        List<Long> population = Actors.as(committee, () -> transaction.execute(status -> rows.refused(today, today).stream()
                .map(SampleRows.Refused::matter).toList()));
        assertThat(sample.population()).isEqualTo(6);
        assertThat(Lot.draw(population, sample.size(), Long.parseLong(sample.seed())))
                .isEqualTo(items(sample).stream().map(SampleItem::matterId).toList());
    }

    @Test
    void everyMemberIsDrawnAboutAsOften() {
        List<Long> population = LongStream.range(0, 20).boxed().toList();
        int[] taken = new int[20];
        for (long seed = 0; seed < 4000; seed++) {
            Lot.draw(population, 5, seed).forEach(one -> taken[one.intValue()]++);
        }

        assertThat(Arrays.stream(taken).boxed()).as("of 1000 expected each").allMatch(count -> count > 880 && count < 1120);
    }

    @Test
    void aPeriodIsDrawnOnce() {
        draw();

        assertThatThrownBy(this::draw).hasMessage("ALREADY_EXISTS: SAMPLE");
    }

    @Test
    void aPeriodAheadIsRefused() {
        assertThatThrownBy(() -> Actors.as(committee, () -> samples.draw(today, today.plusDays(1)))).hasMessage("INVALID_FIELDS");
    }

    @Test
    void whatAPersonFindsStandsInTheHistoryAndChangesNothingElse() {
        Sample sample = draw();
        MatterId matter = new MatterId(items(sample).getFirst().matterId());
        find(committee, sample, matter);

        MatterDetail detail = Actors.as(committee, () -> matters.detail(matter)).orElseThrow();
        assertThat(detail.timeline().getLast()).extracting(MatterDetail.Entry::action, MatterDetail.Entry::reason)
                .containsExactly("CHECK_REFUSAL", "SHOULD_HAVE_ACCEPTED");
        assertThat(detail.status()).isEqualTo("REJECTED");
        assertThat(Actors.as(committee, () -> samples.list(null, 1)).items().getFirst())
                .extracting(Sample::checked, Sample::wrong).containsExactly(1, 1);
    }

    @Test
    void aFindingIsKeptOnce() {
        Sample sample = draw();
        MatterId matter = new MatterId(items(sample).getFirst().matterId());
        find(committee, sample, matter);

        assertThatThrownBy(() -> find(committee, sample, matter)).hasMessage("WRONG_STATE");
    }

    @Test
    void whoDispatchesDrawsNoSample() {
        assertThatThrownBy(() -> Actors.as(county.dispatcher(315), () -> samples.draw(today, today))).hasMessage("FORBIDDEN");
    }

    private Sample draw() {
        return Actors.as(committee, () -> samples.draw(today, today));
    }

    private List<SampleItem> items(Sample sample) {
        return Actors.as(committee, () -> samples.items(sample.id(), null, 50)).items();
    }

    private void find(Actor by, Sample sample, MatterId matter) {
        Actors.run(by, () -> samples.find(sample.id(), matter, Finding.SHOULD_HAVE_ACCEPTED, "诉求与原判决无关"));
    }
}
