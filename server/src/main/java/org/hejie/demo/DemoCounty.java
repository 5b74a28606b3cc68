package org.hejie.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hejie.calendar.Calendars;
import org.hejie.demo.Ground.Spot;
import org.hejie.demo.Marker.Begun;
import org.hejie.demo.Writers.Batch;
import org.hejie.document.Documents;
import org.hejie.matter.category.Categories;
import org.hejie.org.CountyUnits;
import org.hejie.org.Units;
import org.hejie.place.Places;
import org.hejie.place.SchematicCounty;
import org.hejie.shared.Times;
import org.springframework.stereotype.Component;

/** Makes the demo county, or what is missing of it. */
@Component
class DemoCounty {

    /** 和平镇: where the accounts of town, village and grid work. */
    static final String TOWN = "620123104";

    private final SchematicCounty drawing;
    private final CountyUnits countyUnits;
    private final Units units;
    private final Places places;
    private final Calendars calendars;
    private final Categories categories;
    private final Documents documents;
    private final DemoAccounts accounts;
    private final Marker marker;
    private final Writers writers;
    private final Occasions occasions;
    private final MediationDesk mediation;
    private final Wages wages;
    private final Dockings dockings;
    private final Subsidies subsidies;
    private final Statistics statistics;
    private final DemoProperties properties;
    private final Clock clock;

    DemoCounty(SchematicCounty drawing, CountyUnits countyUnits, Units units, Places places, Calendars calendars,
            Categories categories, Documents documents, DemoAccounts accounts, Marker marker, Writers writers,
            Occasions occasions, MediationDesk mediation, Wages wages, Dockings dockings, Subsidies subsidies, Statistics statistics,
            DemoProperties properties, Clock clock) {
        this.drawing = drawing;
        this.countyUnits = countyUnits;
        this.units = units;
        this.places = places;
        this.calendars = calendars;
        this.categories = categories;
        this.documents = documents;
        this.accounts = accounts;
        this.marker = marker;
        this.writers = writers;
        this.occasions = occasions;
        this.mediation = mediation;
        this.wages = wages;
        this.dockings = dockings;
        this.subsidies = subsidies;
        this.statistics = statistics;
        this.properties = properties;
        this.clock = clock;
    }

    /** Loads the county on the first start, and the rest of it after a start that was cut short. */
    void load() {
        Begun begun = marker.begun().orElseGet(() -> marker.begin(properties.seed(), properties.size(),
                Times.dateOf(clock.instant()).minusDays(1)));
        if (begun.done()) {
            return;
        }
        drawing.draw();
        countyUnits.build();
        var ground = new Ground(units, places);
        Spot spot = ground.firstOf(TOWN);
        var staff = new DemoStaff(units, ground, spot);
        World world = world(begun.seed(), begun.lastDay(), ground, accounts.hire(staff.members(), since(begun.lastDay())), "");
        matters(begun, world, spot);
        statistics.renew();
        occasions.make(world, spot);
        mediation.make(world, staff);
        wages.make(world);
        dockings.make(world);
        subsidies.make(world, spot);
        System.out.println("  Accounts: " + accounts.handOver(staff.members()));
        marker.done();
    }

    /** The world of the county that is there, under another seed. */
    World world(long seed, LocalDate lastDay, String series) {
        var ground = new Ground(units, places);
        var staff = new DemoStaff(units, ground, ground.firstOf(TOWN));
        return world(seed, lastDay, ground, accounts.hire(staff.members(), since(lastDay)), series);
    }

    private World world(long seed, LocalDate lastDay, Ground ground, Roster roster, String series) {
        Instant end = lastDay.plusDays(1).atStartOfDay(Times.ZONE).toInstant();
        return new World(seed, end, calendars.county(), new Rhythm(calendars.county()), ground, roster, new Texts(),
                new InventedPeople(), new SamplePapers(documents, ground.county().value()), categories, series);
    }

    private void matters(Begun begun, World world, Spot spot) {
        var open = new OpenCases(world.roster(), world.ground(), spot);
        List<Spec> plan = new CountyPlan(begun.seed(), world.rhythm(), world.texts())
                .specs(begun.lastDay(), begun.size().scale(), open.amounts());
        var telling = new Telling(world, Dockings.supported(plan, begun.lastDay()));
        var waiting = new OpenTelling(world, telling);
        Set<Integer> there = marker.batches();
        List<Batch> batches = new ArrayList<>();
        List<List<Spec>> days = Batches.byDays(plan);
        for (int i = 0; i < days.size(); i++) {
            List<Spec> day = days.get(i);
            int number = i;
            if (!there.contains(number)) {
                batches.add(new Batch(day.size(), () -> day.stream().map(telling::tell).toList(), () -> marker.batch(number, day.size())));
            }
        }
        run(batches, world, "Demo county");
        int last = days.size();
        if (!there.contains(last)) {
            List<OpenCase> cases = open.all();
            run(List.of(new Batch(cases.size(), () -> IntStream.range(0, cases.size())
                    .mapToObj(i -> waiting.tell(cases.get(i), plan.size() + 1 + i)).toList(),
                    () -> marker.batch(last, cases.size()))), world, "Work of today");
        }
    }

    private void run(List<Batch> batches, World world, String title) {
        if (!batches.isEmpty()) {
            writers.write(batches, world.ground().county().value(),
                    new Progress(title, batches.stream().mapToLong(Batch::size).sum(), System.out));
        }
    }

    static LocalDate since(LocalDate lastDay) {
        return lastDay.minusYears(CountyPlan.YEARS);
    }
}
