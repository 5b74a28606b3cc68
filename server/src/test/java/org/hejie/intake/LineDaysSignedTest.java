package org.hejie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hejie.intake.LineDay.State;
import org.hejie.testing.HejieTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** What a person asks a line for again and signs for at the end of its day. */
@HejieTest
@Import(Intakes.class)
class LineDaysSignedTest extends LineDayFixture {

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

    private LineDay sign(@Nullable String note) {
        String seen = now().figures().told();
        return as(() -> reconciliation.sign(LINE, day, seen, note));
    }
}
