package org.hejie.testing;

import java.time.LocalDate;
import org.hejie.org.Actor;
import org.hejie.org.CountyUnits;
import org.hejie.org.Post;
import org.hejie.org.PostId;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.org.Units;
import org.hejie.place.AreaCode;
import org.hejie.place.GridCode;
import org.hejie.place.SchematicCounty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** The schematic county with all its units, and people at posts in it. */
@TestComponent
public class County {

    private static final LocalDate SINCE = LocalDate.of(2023, 6, 30);

    private final Units units;

    public County(Units units) {
        this.units = units;
    }

    /** Draws the grids and makes the units once the application has loaded its areas. */
    @TestComponent
    static class Drawing {

        private final SchematicCounty drawing;
        private final CountyUnits building;

        Drawing(SchematicCounty drawing, CountyUnits building) {
            this.drawing = drawing;
            this.building = building;
        }

        @EventListener
        void on(ApplicationReadyEvent ready) {
            drawing.draw();
            building.build();
        }
    }

    public Actor dispatcher(long staff) {
        return post(staff, Role.DISPATCHER, units.countyCenter().id(), units.county().id());
    }

    public Actor director(long staff) {
        return post(staff, Role.CENTER_DIRECTOR, units.countyCenter().id(), units.county().id());
    }

    public Actor window(long staff) {
        return post(staff, Role.WINDOW, units.countyCenter().id(), units.county().id());
    }

    public Actor townClerk(long staff, String town) {
        UnitId center = units.ofTown(new AreaCode(town)).id();
        return post(staff, Role.TOWN_CLERK, center, center);
    }

    public Actor townDirector(long staff, String town) {
        UnitId center = units.ofTown(new AreaCode(town)).id();
        return post(staff, Role.TOWN_DIRECTOR, center, center);
    }

    public Actor gridWorker(long staff, String grid) {
        UnitId unit = units.ofGrid(new GridCode(grid)).orElseThrow().id();
        return post(staff, Role.GRID_WORKER, unit, unit);
    }

    public Actor clerkOf(long staff, Unit unit) {
        return post(staff, Role.UNIT_CLERK, unit.id(), unit.id());
    }

    public Unit unit(String code) {
        return units.byCode(code).orElseThrow();
    }

    public Unit center(String town) {
        return units.ofTown(new AreaCode(town));
    }

    /** One of the villages of a town. */
    public UnitId village(String town) {
        return units.all().stream().filter(unit -> unit.kind() == UnitKind.VILLAGE && unit.code().startsWith(town)).findFirst().orElseThrow().id();
    }

    private static Actor post(long staff, Role role, UnitId unit, UnitId scope) {
        return Actor.staff(new StaffId(staff), "staff " + staff,
                new Post(new PostId(staff), new StaffId(staff), role, unit, scope, SINCE, null));
    }
}
