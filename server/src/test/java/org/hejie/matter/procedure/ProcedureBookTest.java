package org.hejie.matter.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hejie.rules.ApprovedText;
import org.hejie.rules.RuleDifference.Kind;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.junit.jupiter.api.Test;

class ProcedureBookTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final RuleSet DISPUTE = new RuleSet(RuleKind.PROCEDURE, "dispute");

    private final ShippedProcedures shipped = new ShippedProcedures();
    private final String dispute = shipped.texts().stream().filter(text -> text.file().equals("dispute.yaml")).findFirst()
            .orElseThrow().yaml();
    private final ProcedureBook book = new ProcedureBook(shipped, new ProcedureTrial((id, most, each) -> { }, null, null));

    @Test
    void theShippedProceduresHaveNoFinding() {
        assertThat(book.shipped()).allSatisfy(text -> assertThat(book.check(text.set(), text.text())).isEmpty());
    }

    @Test
    void aMalformedFileIsFoundWithItsLine() {
        assertThat(book.check(DISPUTE, "id: dispute\nversion: [")).singleElement()
                .satisfies(finding -> assertThat(finding.line()).isEqualTo(2));
    }

    @Test
    void aStatusThatTrapsIsAnError() {
        String trap = dispute.replace("action: RESUME, from: [SUSPENDED]", "action: RESUME, from: [EXT_PENDING]");

        assertThat(book.check(DISPUTE, trap)).isNotEmpty().allMatch(finding -> finding.isError() && finding.line() != null);
    }

    @Test
    void aLimitWithoutBasisIsAnError() {
        assertThat(book.check(DISPUTE, dispute.replace("grid: {limit: 1cd, basis: ladder}", "grid: {limit: 1cd}")))
                .extracting(finding -> finding.place()).anyMatch(place -> place.contains("grid"));
    }

    @Test
    void aRoleNobodyCanHoldIsAnError() {
        assertThat(book.check(DISPUTE, dispute.replace("desk: [WINDOW, DISPATCHER]", "desk: [WINDOW, MAYOR]"))).isNotEmpty();
    }

    @Test
    void anotherProceduresFileIsRefused() {
        assertThat(book.check(new RuleSet(RuleKind.PROCEDURE, "hazard"), dispute)).extracting(finding -> finding.code())
                .containsExactly("OTHER_ID");
    }

    @Test
    void changedLinesAreNamed() {
        assertThat(book.differences(DISPUTE, "a\nb\nc", "a\nx\nc")).extracting(one -> one.kind(), one -> one.place())
                .containsExactly(tuple(Kind.REMOVED, "−2"), tuple(Kind.ADDED, "+2"));
    }

    @Test
    void theVersionInTheTextIsTheNumberOfTheDraft() {
        assertThat(book.numbered(dispute, 7)).contains("\nversion: 7\n");
    }

    @Test
    void newMattersBeginWithTheApprovedVersionWhoseTimeHasCome() {
        var first = new ApprovedText(1, DISPUTE, 1, dispute, Instant.EPOCH);
        var coming = new ApprovedText(2, DISPUTE, 2, book.numbered(dispute, 2), NOON.plusSeconds(60));
        var id = new ProcedureId("dispute");

        assertThat(known(first, coming, NOON).current(id).version()).isEqualTo(1);
        assertThat(known(first, coming, NOON.plusSeconds(60)).current(id).version()).isEqualTo(2);
        assertThat(known(first, coming, NOON.plusSeconds(60)).get(id, 1).version()).isEqualTo(1);
    }

    private CheckedProcedures known(ApprovedText first, ApprovedText coming, Instant now) {
        return new CheckedProcedures(List.of(shipped), kind -> List.of(first, coming), Clock.fixed(now, ZoneOffset.UTC));
    }
}
