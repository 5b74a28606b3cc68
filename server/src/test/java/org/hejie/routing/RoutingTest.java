package org.hejie.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.CategoryCode;
import org.hejie.matter.category.UnknownCategory;
import org.hejie.org.Unit;
import org.hejie.org.Units;
import org.hejie.place.AreaCode;
import org.hejie.place.GridCode;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class RoutingTest {

    private static final CategoryCode QUARREL = new CategoryCode("0206");

    @Autowired Units units;
    @Autowired Routing routing;

    @Test
    void quarrelInAGridGoesToItsGrid() {
        var grid = units.all().stream().filter(unit -> unit.code().length() == 15).findFirst().orElseThrow();

        var suggestion = routing.suggest(
                RoutingQuestion.of(QUARREL, SourceLine.GRID, new GridCode(grid.code()), null));

        assertThat(suggestion.unit()).contains(grid.id());
    }

    @Test
    void alarmInATownUnderCustodyGoesToTheCentreThatManagesIt() {
        var town = new AreaCode("620123212");

        var suggestion = routing.suggest(RoutingQuestion.of(QUARREL, SourceLine.POLICE, null, town));

        assertThat(suggestion.unit()).contains(units.ofTown(town).id());
    }

    @Test
    void migrantWorkersWagesGoToTheLabourBureau() {
        var suggestion = routing.suggest(
                RoutingQuestion.of(new CategoryCode("0401"), SourceLine.WINDOW, null, new AreaCode("620123104")));

        assertThat(suggestion.unit()).isEqualTo(units.byCode("labour").map(Unit::id));
    }

    @Test
    void unknownGridLeavesTheUnitOpen() {
        var suggestion = routing.suggest(
                RoutingQuestion.of(QUARREL, SourceLine.GRID, new GridCode("620123104999999"), null));

        assertThat(suggestion.unit()).isEqualTo(Optional.empty());
    }

    @Test
    void unknownCategoryIsRefused() {
        var question = RoutingQuestion.of(new CategoryCode("0199"), SourceLine.GRID, null, null);

        assertThatThrownBy(() -> routing.suggest(question)).isInstanceOf(UnknownCategory.class);
    }
}
