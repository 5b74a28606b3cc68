package org.hejie.org.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hejie.calendar.ScheduleId;
import org.hejie.org.CountyUnits;
import org.hejie.org.UnitKind;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.Center;
import org.hejie.place.CenterLevel;
import org.hejie.place.Grid;
import org.hejie.place.GridCode;
import org.hejie.place.Places;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares the units there are with the places there are, and adds what is missing. */
@Component
class UnitBuilder implements CountyUnits {

    /** Lines whose matters the county's centre itself takes in: a resident's report and the window. */
    private static final List<Integer> CENTER_LINES = List.of(6, 8);

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Places places;
    private final UnitStore store;
    private final CurrentUnits current;
    private final Ids ids;
    private final Clock clock;
    private final AreaCode county;
    private final TransactionTemplate apart;

    UnitBuilder(Places places, UnitStore store, CurrentUnits current, Ids ids, Clock clock,
            @Value("${hejie.county}") String county, PlatformTransactionManager transactions) {
        this.places = places;
        this.store = store;
        this.current = current;
        this.ids = ids;
        this.clock = clock;
        this.county = AreaCode.parse(county);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public synchronized int build() {
        int added = apart.execute(status -> new Run().build());
        current.reload();
        return added;
    }

    /** One comparison. Numbers are given top down, so that every parent is known. */
    private final class Run {

        private final List<UnitRow> known = store.units();
        private final Map<String, Long> numbers = new HashMap<>();
        private final List<UnitRow> missing = new ArrayList<>();

        int build() {
            known.forEach(unit -> numbers.put(unit.code(), unit.id()));
            Area area = places.area(county).orElseThrow(() -> new IllegalStateException("the county's area is not known"));
            long root = add(county.value(), UnitKind.COUNTY, area.name(), area.nameEn(), null, county, area.from());
            for (Center center : places.centers()) {
                add(center.id().value(), kindOf(center), center.name(), center.nameEn(), root, center.seat(), center.from());
            }
            for (Area town : places.children(county)) {
                places.children(town.code()).forEach(this::addVillage);
            }
            List<UnitFile> files = UnitFile.of(county.value());
            files.forEach(file -> add(file, root, area.from()));
            store.add(missing);
            nameInEnglish();
            files.forEach(file -> file.lines().forEach(line -> store.addLine(line, number(file.code()))));
            places.centers().stream().filter(center -> center.level() == CenterLevel.COUNTY).forEach(center ->
                    CENTER_LINES.forEach(line -> store.addLine(line, number(center.id().value()))));
            endGrids();
            return missing.size();
        }

        private UnitKind kindOf(Center center) {
            return switch (center.level()) {
                case COUNTY -> UnitKind.COUNTY_CENTER;
                case TOWN -> UnitKind.TOWN_CENTER;
            };
        }

        /** Villages and grids that were added before their places had English names. */
        private void nameInEnglish() {
            Map<String, String> names = new HashMap<>();
            known.stream().filter(Run::standsForAPlace).filter(Run::lacksEnglish).forEach(unit ->
                    places.area(AreaCode.parse(unit.areaCode())).map(Area::nameEn).ifPresent(place ->
                            names.put(unit.code(), unit.kind() == UnitKind.VILLAGE ? place
                                    : grid(new GridCode(unit.code()).sequence(), place))));
            store.nameInEnglish(names);
        }

        /** Others, such as a department added by hand, need no area at all. */
        private static boolean standsForAPlace(UnitRow unit) {
            return unit.kind() == UnitKind.VILLAGE || unit.kind() == UnitKind.GRID;
        }

        private static boolean lacksEnglish(UnitRow unit) {
            return unit.nameEn() == null || HAN.matcher(unit.nameEn()).find();
        }

        private static String grid(int sequence, String village) {
            return "Grid " + sequence + ", " + village;
        }

        private void addVillage(Area village) {
            String code = village.code().value();
            String english = village.nameEn() == null ? village.name() : village.nameEn();
            add(code, UnitKind.VILLAGE, village.name(), village.nameEn(), null, village.code(), village.from());
            for (Grid grid : places.gridsOf(village.code())) {
                int sequence = grid.code().sequence();
                add(grid.code().value(), UnitKind.GRID, village.name() + "第" + sequence + "网格",
                        grid(sequence, english), number(code), village.code(), grid.from());
            }
        }

        private void add(UnitFile file, long root, LocalDate from) {
            if (!numbers.containsKey(file.code())) {
                put(file.code(), file.name(), file.nameEn(), file.kind(), root, file.schedule(), county, from);
            }
        }

        private long add(String code, UnitKind kind, String name, @Nullable String nameEn, @Nullable Long parent,
                AreaCode area, LocalDate from) {
            Long there = numbers.get(code);
            return there != null ? there : put(code, name, nameEn, kind, parent, ScheduleId.COUNTY.value(), area, from);
        }

        private long put(String code, String name, @Nullable String nameEn, UnitKind kind, @Nullable Long parent,
                String schedule, AreaCode area, LocalDate from) {
            long id = ids.next();
            numbers.put(code, id);
            missing.add(new UnitRow(id, code, name, nameEn, kind, parent, schedule, area.value(), from, null));
            return id;
        }

        private long number(String code) {
            return numbers.get(code);
        }

        private void endGrids() {
            Set<String> there = places.gridsOf(county).stream().map(grid -> grid.code().value()).collect(Collectors.toSet());
            List<Long> gone = known.stream()
                    .filter(unit -> unit.kind() == UnitKind.GRID && unit.to() == null && !there.contains(unit.code()))
                    .map(UnitRow::id)
                    .toList();
            if (!gone.isEmpty()) {
                store.end(gone, Times.dateOf(clock.instant()));
            }
        }
    }
}
