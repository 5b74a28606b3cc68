package org.hejie.org.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.org.Units;
import org.hejie.place.AreaCode;
import org.hejie.place.GridCode;
import org.hejie.place.NoManagingCenter;
import org.hejie.place.Places;
import org.hejie.shared.Times;
import org.hejie.shared.database.ReferenceChanged;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers from the snapshot of the day; read again when something changed or a new day began. */
@Component
class CurrentUnits implements Units {

    private final UnitStore store;
    private final Places places;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile @Nullable UnitSnapshot snapshot;

    CurrentUnits(UnitStore store, Places places, Clock clock, TransactionTemplate transaction) {
        this.store = store;
        this.places = places;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Unit get(UnitId id) {
        return find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    @Override
    public Optional<Unit> find(UnitId id) {
        return snapshot().find(id);
    }

    @Override
    public Optional<Unit> byCode(String code) {
        return snapshot().byCode(code);
    }

    @Override
    public Unit county() {
        return snapshot().ofKind(UnitKind.COUNTY).orElseThrow(() -> new IllegalStateException("no units have been made yet"));
    }

    @Override
    public Unit countyCenter() {
        return snapshot().ofKind(UnitKind.COUNTY_CENTER).orElseGet(this::county);
    }

    @Override
    public Optional<Unit> ofGrid(GridCode grid) {
        return byCode(grid.value());
    }

    @Override
    public Optional<Unit> ofVillage(AreaCode village) {
        return byCode(village.village().value());
    }

    @Override
    public Unit ofTown(AreaCode town) {
        try {
            return byCode(places.managingCenter(town.town(), today()).value()).orElseGet(this::countyCenter);
        } catch (NoManagingCenter e) {
            return countyCenter();
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("no centre manages all of an area larger than a town", e);
        }
    }

    @Override
    public Optional<Unit> ofLine(int line) {
        return snapshot().ofLine(line);
    }

    @Override
    public List<UnitId> lineage(UnitId id) {
        return snapshot().lineage(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    @Override
    public boolean isWithin(UnitId lower, UnitId upper) {
        return lineage(lower).contains(upper);
    }

    @Override
    public List<UnitId> former(UnitId scope) {
        return snapshot().former(scope);
    }

    @Override
    public List<UnitId> successors(UnitId ended) {
        return snapshot().successors(ended);
    }

    @Override
    public List<UnitId> ended() {
        return snapshot().ended();
    }

    @Override
    public List<Unit> children(UnitId parent) {
        return snapshot().children(parent);
    }

    @Override
    public List<Unit> all() {
        return snapshot().inForce();
    }

    /** Another node changed units, or the places they lie in: then the places are read already. */
    @EventListener
    @Order(1)
    void on(ReferenceChanged changed) {
        if (changed.what().equals("org") || changed.what().equals("place")) {
            reload();
        }
    }

    /** Reads everything again; who asks meanwhile gets the old snapshot. */
    synchronized void reload() {
        snapshot = read(today());
    }

    private UnitSnapshot snapshot() {
        UnitSnapshot current = snapshot;
        LocalDate today = today();
        return current != null && current.day().equals(today) ? current : snapshotOf(today);
    }

    private synchronized UnitSnapshot snapshotOf(LocalDate today) {
        UnitSnapshot current = snapshot;
        if (current == null || !current.day().equals(today)) {
            current = read(today);
            snapshot = current;
        }
        return current;
    }

    private UnitSnapshot read(LocalDate day) {
        return transaction.execute(status -> {
            Map<Long, UnitStore.UnitNames> names = store.names(day);
            List<UnitRow> rows = store.units().stream().map(row -> row.named(names.get(row.id()))).toList();
            Map<String, Long> numbers = rows.stream().collect(Collectors.toMap(UnitRow::code, UnitRow::id));
            return new UnitSnapshot(day, rows, store.lines(), store.successions(day), villageParent(rows, numbers, day));
        });
    }

    /** A village lies below the centre that manages its town; below the county where none does. */
    private Function<UnitRow, UnitId> villageParent(List<UnitRow> rows, Map<String, Long> numbers, LocalDate day) {
        long county = rows.stream().filter(row -> row.kind() == UnitKind.COUNTY).map(UnitRow::id).findFirst().orElse(0L);
        return village -> {
            try {
                String center = places.managingCenter(new AreaCode(village.code()).town(), day).value();
                return new UnitId(numbers.getOrDefault(center, county));
            } catch (NoManagingCenter e) {
                return new UnitId(county);
            }
        };
    }

    private LocalDate today() {
        return Times.dateOf(clock.instant());
    }
}
