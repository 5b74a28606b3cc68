package org.hejie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hejie.intake.LineDay.Source;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.link.LinkKind;
import org.hejie.matter.link.MatterLinks;
import org.hejie.matter.link.NewLink;
import org.hejie.org.Actors;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a line says it sent against what came. */
@HejieTest
@Import(Intakes.class)
class ReconciliationTest extends LineDayFixture {

    @Autowired Matters matters;
    @Autowired MatterLinks links;

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

    private List<ReconciledRow> rows(ReconciledKind kind) {
        return as(() -> reconciliation.rows(LINE, day, null, kind, null, 50)).items();
    }
}
