package org.hejie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hejie.intake.LineDay.Source;
import org.hejie.intake.LineDay.State;
import org.hejie.intake.Submissions.Origin;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.SourceLine;
import org.hejie.matter.link.LinkKind;
import org.hejie.matter.link.MatterLinks;
import org.hejie.matter.link.NewLink;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a line says it sent against what came, and what a person signs for. Each test has a day of its own. */
@HejieTest
@Import(Intakes.class)
class ReconciliationTest {

    private static final SourceLine LINE = SourceLine.HOTLINE;
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Submissions submissions;

    @Autowired
    Intakes intakes;

    @Autowired
    Matters matters;

    @Autowired
    MatterLinks links;

    @Autowired
    County county;

    @Autowired
    TestClock clock;

    private LocalDate day;
    private Actor dispatcher;

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

    @Test
    void aNumberTheLineNamesAndThatCameNowhereIsMissing() {
        arrive("M1");
        say("M1", "M2");

        assertThat(now().figures().missing()).isEqualTo(1);
        assertThat(rows(ReconciledKind.MISSING)).extracting(ReconciledRow::outsideNo).containsExactly(no("M2"));
    }

    @Test
    void aCountAloneIsMissingByWhatItIsNotReachedBy() {
        arrive("C1");
        as(() -> reconciliation.say(LINE, day, 3, null, Source.TYPED));

        assertThat(now().figures()).extracting(LineFigures::said, LineFigures::received, LineFigures::missing).containsExactly(3, 1, 2);
    }

    @Test
    void whatWasTurnedAwayIsRefusedAndNotMissing() {
        take(new Incoming(Intakes.noise(no("R1"), ""), "{}", null, null, List.of()));
        say("R1");

        assertThat(now().figures()).extracting(LineFigures::refused, LineFigures::missing).containsExactly(1, 0);
        assertThat(rows(ReconciledKind.REFUSED).getFirst().codes()).contains("facts:REQUIRED");
    }

    @Test
    void whatWasSentRightAfterwardsIsReceivedAndNotRefused() {
        take(new Incoming(Intakes.noise(no("R2"), ""), "{}", null, null, List.of()));
        arrive("R2");

        assertThat(now().figures()).extracting(LineFigures::received, LineFigures::refused).containsExactly(1, 0);
    }

    @Test
    void whatComesAgainAlikeIsRepeatedAndReceivedOnce() {
        arrive("D1");
        arrive("D1");

        assertThat(now().figures()).extracting(LineFigures::received, LineFigures::repeated).containsExactly(1, 1);
    }

    @Test
    void whatComesUnderAKnownNumberWithOtherWordsWaits() {
        arrive("W1");
        take(Intakes.incoming(Intakes.noise(no("W1"), "别的内容")));

        assertThat(now().figures().waiting()).isEqualTo(1);
    }

    @Test
    void aDuplicateOfAnotherMatterIsMergedAndStillReceived() {
        MatterId master = arrive("G1");
        MatterId twin = arrive("G2");
        as(() -> {
            int version = matters.standing(twin).orElseThrow().version();
            return links.add(twin, version, new NewLink(LinkKind.DUP, master, "同一件事"));
        });

        assertThat(now().figures()).extracting(LineFigures::received, LineFigures::merged).containsExactly(2, 1);
    }

    @Test
    void whatCameOnAnotherDayIsLateAndNotMissing() {
        clock.setTo(Instant.parse(day.plusDays(1) + "T01:00:00Z"));
        arrive("L1");
        say("L1");

        assertThat(now().figures()).extracting(LineFigures::late, LineFigures::missing, LineFigures::received).containsExactly(1, 0, 0);
    }

    @Test
    void whatTheListDoesNotNameIsUnannounced() {
        arrive("U1");
        arrive("U2");
        say("U1");

        assertThat(now().figures().unannounced()).isEqualTo(1);
    }

    @Test
    void aHoleInRunningNumbersIsMissing() {
        as(() -> {
            reconciliation.setRunningDigits(LINE, 3);
            return null;
        });
        arrive("H-001");
        arrive("H-003");

        assertThat(rows(ReconciledKind.MISSING)).extracting(ReconciledRow::outsideNo).containsExactly(no("H-002"));
        as(() -> {
            reconciliation.setRunningDigits(LINE, null);
            return null;
        });
    }

    @Test
    void aMissingNumberIsAskedForAgain() {
        say("A1", "A2");
        int asked = as(() -> reconciliation.askAgain(LINE, day, List.of(no("A2"))));

        assertThat(asked).isEqualTo(1);
        assertThat(now().figures()).extracting(LineFigures::missing, LineFigures::asked).containsExactly(2, 1);
    }

    @Test
    void onlyWhatIsMissingIsAskedForAgain() {
        arrive("A3");
        say("A3");

        assertThatThrownBy(() -> as(() -> reconciliation.askAgain(LINE, day, List.of(no("A3"))))).hasMessage("INVALID_FIELDS");
    }

    @Test
    void aGapIsNotSignedForWithoutAWord() {
        say("S1");

        assertThatThrownBy(() -> sign(null)).hasMessage("INVALID_FIELDS");
    }

    @Test
    void whoSignsForWhatHeHasNotSeenIsTold() {
        String seen = now().figures().told();
        arrive("S2");

        assertThatThrownBy(() -> as(() -> reconciliation.sign(LINE, day, seen, null))).hasMessage("STALE");
    }

    @Test
    void whatIsSignedTwiceAlikeIsRefused() {
        arrive("S3");
        sign(null);

        assertThatThrownBy(() -> sign(null)).hasMessageStartingWith("WRONG_STATE");
    }

    @Test
    void aSignedSheetStaysAsItWasWhenMoreComes() {
        arrive("F1");
        sign(null);
        arrive("F2");

        LineDay later = now();
        assertThat(later.state()).isEqualTo(State.CHANGED);
        assertThat(later.signed().getFirst().figures().received()).isEqualTo(1);
        assertThat(as(() -> reconciliation.rows(LINE, day, 1, null, null, 50)).items()).hasSize(1);
    }

    @Test
    void theNextSignatureMakesAnotherRevision() {
        arrive("F3");
        sign(null);
        arrive("F4");
        sign(null);

        assertThat(now().signed()).extracting(LineDay.Sheet::revision).containsExactly(2, 1);
        assertThat(now().state()).isEqualTo(State.SIGNED);
    }

    @Test
    void aChangedOrGapDayIsListedAsOpen() {
        say("O1");

        assertThat(as(() -> reconciliation.open(1))).extracting(LineDay::day).contains(day);
    }

    @Test
    void rowsArePagedWithoutLossOrDouble() {
        for (int i = 0; i < 7; i++) {
            arrive("P" + i);
        }
        say("P0", "P8", "P9");

        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            var page = as(() -> reconciliation.rows(LINE, day, null, null, from, 2));
            page.items().forEach(row -> read.add(row.outsideNo()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(read).doesNotHaveDuplicates().hasSize(9);
    }

    @Test
    void aFileIsReadByItsFirstColumnWithOrWithoutHeading() {
        assertThat(reconciliation.numbersIn("编号,日期\nWX1,2026\nWX2,2026\n".getBytes(StandardCharsets.UTF_8))).containsExactly("WX1", "WX2");
        assertThat(reconciliation.numbersIn("WX1,x\nWX2,y\n".getBytes(StandardCharsets.UTF_8))).containsExactly("WX1", "WX2");
    }

    @Test
    void whoSeesAPartOfALineReadsNoFiguresOfIt() {
        assertThatThrownBy(() -> Actors.as(county.townClerk(702, "620123104"), () -> reconciliation.of(LINE, day))).hasMessage("FORBIDDEN");
    }

    @Test
    void aDayToComeIsNotSaid() {
        assertThatThrownBy(() -> as(() -> reconciliation.say(LINE, day.plusDays(3), 1, null, Source.TYPED))).hasMessage("INVALID_FIELDS");
    }

    private String no(String number) {
        return "rec-" + day + "-" + number;
    }

    private MatterId arrive(String number) {
        return ((Taken.Registered) take(Intakes.incoming(Intakes.noise(no(number))))).matter();
    }

    private Taken take(Incoming incoming) {
        return Actors.as(intakes.hotline(), () -> submissions.take(LINE, Origin.API, List.of(incoming))).getFirst();
    }

    private void say(String... numbers) {
        as(() -> reconciliation.say(LINE, day, null, Arrays.stream(numbers).map(this::no).toList(), Source.TYPED));
    }

    private LineDay sign(@Nullable String note) {
        String seen = now().figures().told();
        return as(() -> reconciliation.sign(LINE, day, seen, note));
    }

    private LineDay now() {
        return as(() -> reconciliation.of(LINE, day));
    }

    private List<ReconciledRow> rows(ReconciledKind kind) {
        return as(() -> reconciliation.rows(LINE, day, null, kind, null, 50)).items();
    }

    private <T> T as(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Actors.as(dispatcher, work);
    }
}
