package org.hejie.matter.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.SourceLine;
import org.junit.jupiter.api.Test;

class ProceduresTest {

    private static final ProcedureId DISPUTE = new ProcedureId("dispute");
    private static final ProcedureText FIRST = ProcedureTexts.shipped("dispute");
    private static final ProcedureText SECOND =
            new ProcedureText("dispute-2.yaml", FIRST.yaml().replace("version: 1", "version: 2"));

    private final Procedures procedures = new CheckedProcedures(List.of(() -> List.of(FIRST), () -> List.of(SECOND)));

    @Test
    void newMattersBeginWithTheHighestVersion() {
        assertThat(procedures.current(DISPUTE).version()).isEqualTo(2);
    }

    @Test
    void olderVersionIsKept() {
        assertThat(procedures.get(DISPUTE, 1).source()).isEqualTo(FIRST.yaml());
    }

    @Test
    void versionThatDoesNotExistIsUnknown() {
        assertThatThrownBy(() -> procedures.get(DISPUTE, 3)).isInstanceOf(UnknownProcedure.class);
    }

    @Test
    void changedTextUnderTheSameVersionIsRefused() {
        var changed = new ProcedureText("changed.yaml", FIRST.yaml().replace("0.5wd", "1wd"));

        assertThatThrownBy(() -> new CheckedProcedures(List.of(() -> List.of(FIRST, changed))))
                .hasMessageContaining("a changed text needs a new version");
    }

    @Test
    void answeringWhatWasNotSignedForStopsTheSigningClock() {
        var answer = procedures.current(DISPUTE)
                .transition(MatterStatus.ASSIGNED, MatterAction.SUBMIT_RESULT).orElseThrow();

        assertThat(answer.clocks().stops()).contains("sign", "contact");
    }

    @Test
    void secondReturnGoesToAdjudication() {
        var giveBack = procedures.current(DISPUTE)
                .transition(MatterStatus.ASSIGNED, MatterAction.RETURN).orElseThrow();

        assertThat(giveBack.target(Set.of(Circumstance.SECOND_RETURN)))
                .isEqualTo(MatterStatus.ADJUDICATION);
    }

    @Test
    void redRiskShortensTheSigningLimit() {
        var sign = procedures.current(DISPUTE).clock("sign");

        assertThat(sign.limit(null, true).limit()).hasToString("2h");
    }

    @Test
    void dispatcherChoosesTheHandlingLimitByKey() {
        var handle = procedures.current(DISPUTE).clock("handle");

        assertThat(handle.limit("mediation", false).limit()).hasToString("30cd");
    }

    @Test
    void dispatcherIsOfferedOnlyLimitsThatLeaveAChoice() {
        assertThat(procedures.current(DISPUTE).limitKeys()).containsExactly("county-general", "county-simple",
                "grid", "mediation", "town", "town-government", "village");
    }

    @Test
    void delegatedMediationIsKeptForTheCourtsMattersOnly() {
        var clock = procedures.current(DISPUTE).clock("delegated-mediation");

        assertThat(SourceLine.values()).filteredOn(line -> clock.appliesTo(line, "0901"))
                .containsExactly(SourceLine.COURT);
    }
}
