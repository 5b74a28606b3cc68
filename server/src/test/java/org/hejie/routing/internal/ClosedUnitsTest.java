package org.hejie.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.routing.RoutingDecision.UNIT;
import static org.hejie.routing.internal.RoutingFixture.CATEGORIES;
import static org.hejie.routing.internal.RoutingFixture.PROCEDURES;
import static org.hejie.routing.internal.SheetFixture.with;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.calendar.ScheduleId;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.CategoryCode;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.org.Units;
import org.hejie.routing.RoutingQuestion;
import org.hejie.routing.RoutingSheet.SheetRow;
import org.hejie.routing.RoutingTarget;
import org.hejie.rules.RuleFinding;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Units that were closed: no draft may name one, and what was approved before leads to who follows. */
class ClosedUnitsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final RoutingQuestion ANYWHERE = RoutingQuestion.of(new CategoryCode("0401"), SourceLine.WINDOW, null, null);

    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<UnitId, List<UnitId>> successors = new HashMap<>();

    @Test
    void aDraftThatNamesAClosedUnitHasAnError() {
        unit(1, "closed", TODAY);

        assertThat(findings("closed")).containsExactly("UNIT_CLOSED");
    }

    @Test
    void aDraftThatNamesAUnitToBeClosedHasAWarning() {
        unit(1, "closing", TODAY.plusDays(1));

        assertThat(findings("closing")).containsExactly("UNIT_CLOSES");
    }

    @Test
    void whatWasApprovedBeforeLeadsToTheUnitThatFollows() {
        unit(1, "closed", TODAY);
        unit(2, "between", TODAY);
        unit(3, "follows", null);
        successors.put(new UnitId(1), List.of(new UnitId(2)));
        successors.put(new UnitId(2), List.of(new UnitId(3)));

        assertThat(found("closed")).contains(new UnitId(3));
    }

    @Test
    void ofSeveralThatFollowAPersonChooses() {
        unit(1, "split", TODAY);
        unit(2, "one", null);
        unit(3, "other", null);
        successors.put(new UnitId(1), List.of(new UnitId(2), new UnitId(3)));

        assertThat(found("split")).isEmpty();
    }

    @Test
    void aUnitThatNobodyFollowsIsNotSuggested() {
        unit(1, "closed", TODAY);

        assertThat(found("closed")).isEmpty();
    }

    private Optional<UnitId> found(String code) {
        Clock noon = Clock.fixed(TODAY.atTime(4, 0).toInstant(ZoneOffset.UTC), Times.ZONE);
        return new UnitFinder(units(), noon).find(new RoutingTarget(RoutingTarget.Kind.UNIT, code), ANYWHERE);
    }

    private List<String> findings(String code) {
        var sheet = with(UNIT, rows -> {
            rows.replaceAll(row -> row.id().equals("R10")
                    ? new SheetRow("R10", row.cells(), "某个局(" + code + ")", row.zh(), row.en()) : row);
            return rows;
        });
        return new SheetChecker(sheet, CATEGORIES, PROCEDURES, units(), TODAY).findings().stream()
                .filter(finding -> finding.place().equals("R10")).map(RuleFinding::code).filter(one -> one.startsWith("UNIT_C")).toList();
    }

    private void unit(long id, String code, @Nullable LocalDate to) {
        byCode.put(code, new Unit(new UnitId(id), code, code, null, UnitKind.DEPARTMENT, new UnitId(100), new ScheduleId("office"), null,
                LocalDate.of(2020, 1, 1), to));
    }

    private Units units() {
        return (Units) Proxy.newProxyInstance(Units.class.getClassLoader(), new Class<?>[] {Units.class}, (proxy, method, given) ->
                switch (method.getName()) {
                    case "all" -> List.copyOf(byCode.values());
                    case "byCode" -> Optional.ofNullable(byCode.get((String) given[0]));
                    case "get" -> byCode.values().stream().filter(unit -> unit.id().equals(given[0])).findFirst().orElseThrow();
                    case "successors" -> successors.getOrDefault((UnitId) given[0], List.of());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
