package org.hejie.place.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.Center;
import org.hejie.place.CenterId;
import org.hejie.place.CenterLevel;
import org.hejie.place.EffectiveDated;
import org.hejie.place.Jurisdiction;
import org.hejie.place.internal.CountyFiles.Read;
import org.locationtech.jts.index.strtree.STRtree;

/** Whether rows fit to the county, to what is known, and to one another. */
final class CountyChecks {

    /** Neighbours drawn by hand cross a little: up to this share of the smaller one is taken. */
    private static final double OVERLAP_TAKEN = 0.02;

    private final AreaCode county;
    private final Set<AreaCode> areas;
    private final Set<CenterId> centers;

    /**
     * @param known    areas and centres of the database
     * @param areas    of the file
     * @param centers  of the file
     */
    CountyChecks(AreaCode county, KnownPlaces known, List<Read<Area>> areas, List<Read<Center>> centers) {
        this.county = county;
        this.areas = Stream.concat(known.areas().stream(), areas.stream().map(read -> read.value().code())).collect(Collectors.toSet());
        this.centers = Stream.concat(known.centers().stream(), centers.stream().map(read -> read.value().id())).collect(Collectors.toSet());
    }

    /** The codes there are, in any version. */
    record KnownPlaces(Set<AreaCode> areas, Set<CenterId> centers) {
    }

    void areas(List<Read<Area>> rows) {
        once(rows, area -> area.code().value(), "code");
        rows.forEach(read -> {
            AreaCode code = read.value().code();
            read.row().rejectIf(!code.isWithin(county), "code", "OUTSIDE_COUNTY");
            read.row().rejectIf(code.parent().filter(areas::contains).isEmpty(), "code", "UNKNOWN");
        });
    }

    void centers(List<Read<Center>> rows) {
        once(rows, center -> center.id().value(), "id");
        rows.forEach(read -> {
            Center center = read.value();
            read.row().rejectIf(!center.id().value().startsWith(county.value()), "id", "OUTSIDE_COUNTY");
            read.row().rejectIf(!areas.contains(center.seat()), "seat", "UNKNOWN");
            read.row().rejectIf(!center.seat().isWithin(county), "seat", "OUTSIDE_COUNTY");
            read.row().rejectIf(center.level() == CenterLevel.COUNTY != center.id().value().endsWith("-00"), "level", "INVALID");
        });
    }

    void jurisdictions(List<Read<Jurisdiction>> rows) {
        once(rows, jurisdiction -> jurisdiction.area().value(), "area");
        rows.forEach(read -> {
            read.row().rejectIf(!areas.contains(read.value().area()), "area", "UNKNOWN");
            read.row().rejectIf(!read.value().area().isWithin(county), "area", "OUTSIDE_COUNTY");
            read.row().rejectIf(!centers.contains(read.value().center()), "center", "UNKNOWN");
        });
    }

    void grids(List<Read<GridShape>> rows) {
        once(rows, shape -> shape.grid().code().value(), "code");
        var tree = new STRtree();
        for (Read<GridShape> read : rows) {
            read.row().rejectIf(!areas.contains(read.value().grid().village()), "code", "UNKNOWN");
            read.row().rejectIf(!read.value().grid().code().isWithin(county), "code", "OUTSIDE_COUNTY");
            tree.insert(read.value().outline().getEnvelopeInternal(), read.value());
        }
        for (Read<GridShape> read : rows) {
            GridShape one = read.value();
            List<?> near = tree.query(one.outline().getEnvelopeInternal());
            read.row().rejectIf(near.stream().anyMatch(other -> overlap(one, (GridShape) other)), "geometry", "OVERLAPS");
        }
    }

    private static boolean overlap(GridShape one, GridShape other) {
        if (one.grid().code().equals(other.grid().code()) || !together(one, other) || !one.outline().intersects(other.outline())) {
            return false;
        }
        double smaller = Math.min(one.outline().getArea(), other.outline().getArea());
        return one.outline().intersection(other.outline()).getArea() > OVERLAP_TAKEN * smaller;
    }

    /** Whether there is a day on which both are in force. */
    private static boolean together(EffectiveDated one, EffectiveDated other) {
        LocalDate end = one.to();
        LocalDate otherEnd = other.to();
        return (end == null || end.isAfter(other.from())) && (otherEnd == null || otherEnd.isAfter(one.from()));
    }

    private static <T extends EffectiveDated> void once(List<Read<T>> rows, Function<T, String> code, String field) {
        Set<String> seen = new HashSet<>();
        rows.forEach(read -> read.row().rejectIf(!seen.add(code.apply(read.value()) + " " + read.value().from()), field, "REPEATED"));
    }
}
