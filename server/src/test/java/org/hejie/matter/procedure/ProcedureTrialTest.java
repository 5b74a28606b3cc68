package org.hejie.matter.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hejie.calendar.Calendars;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.PastCourses.PastCourse;
import org.hejie.matter.PastCourses.PastMove;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.Trial.TrialGroup;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a changed procedure would have done to a matter of the past. */
@HejieTest
class ProcedureTrialTest {

    private static final RuleSet DISPUTE = new RuleSet(RuleKind.PROCEDURE, "dispute");
    private static final Instant MONDAY = Instant.parse("2026-11-16T01:00:00Z");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T04:00:00Z"), ZoneOffset.UTC);

    @Autowired Calendars calendars;

    private final List<TrialRow> rows = new ArrayList<>();
    private final ShippedProcedures shipped = new ShippedProcedures();
    private final String dispute = shipped.texts().stream().filter(text -> text.file().equals("dispute.yaml")).findFirst()
            .orElseThrow().yaml();

    @Test
    void theSameProcedureChangesNothing() {
        Trial trial = tried(dispute, course(MONDAY.plusSeconds(3600)));

        assertThat(trial.matters()).isEqualTo(1);
        assertThat(trial.groups()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-18T01:00:00Z, 1wd, OVERDUE", "2026-11-28T01:00:00Z, 15wd, IN_TIME"})
    void anotherLimitTellsWhatWouldHaveBeenLateOrInTime(Instant answeredAt, String limit, Aspect aspect) {
        Trial trial = tried(dispute.replace("county-simple: {limit: 7wd, basis: limits}", "county-simple: {limit: " + limit + ", basis: limits}"),
                course(answeredAt));

        assertThat(trial.groups()).extracting(TrialGroup::aspect, TrialGroup::count).containsExactlyInAnyOrder(tuple(Aspect.LIMIT, 1), tuple(aspect, 1));
        assertThat(rows).extracting(TrialRow::matter).containsExactly(7L, 7L);
    }

    @Test
    void aMoveTheDraftHasNotLeavesTheMatterStuck() {
        Trial trial = tried(dispute.replace("action: ESCALATE, from: [ASSIGNED, IN_PROGRESS]", "action: ESCALATE, from: [ASSIGNED]"),
                course(MONDAY.plusSeconds(3600), new PastMove(MatterAction.ESCALATE, MatterStatus.IN_PROGRESS, MatterStatus.ASSIGNED)));

        assertThat(trial.groups()).extracting(TrialGroup::aspect, TrialGroup::count).containsExactly(tuple(Aspect.STUCK, 1));
    }

    private Trial tried(String draft, PastCourse course) {
        return new ProcedureBook(shipped, new ProcedureTrial((id, most, each) -> each.accept(course), calendars, NOW)).trial(DISPUTE, dispute, draft, 10,
                rows::add);
    }

    private static PastCourse course(Instant answeredAt, PastMove... moves) {
        return new PastCourse(7, "620123 20261116 8 00001 0", "county-simple", false, MONDAY, MONDAY, answeredAt, List.of(moves));
    }
}
