package org.hejie.place.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.AreaLevel;
import org.hejie.place.Grid;
import org.hejie.place.GridCode;
import org.hejie.place.GridType;
import org.hejie.place.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Draws the grids of the demo county: the outline cut into towns around their hand-set points, each
 * town into its villages, each village into its grids. The same areas give the same grids always,
 * because {@link Random} promises its sequence for a seed.
 */
final class SchematicGrids {

    /** Grids of the county, as the article on its centre counts them. */
    static final int GRIDS = 1_720;

    /** No village has fewer. */
    static final int LEAST_IN_VILLAGE = 2;

    private static final long SEED = 620_123L;
    /** Odd and large, so that neighbouring codes do not begin alike. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int FIRST_RURAL_NUMBER = 200;
    private static final double COMMUNITY_WEIGHT = 2.5;
    private static final double DEDICATED_IN_COMMUNITY = 0.2;
    private static final double DEDICATED_IN_VILLAGE = 0.02;

    private final Polygon outline;
    private final List<TownSite> towns;

    SchematicGrids(List<Coordinate> outline, List<TownSite> towns) {
        this.outline = Geometries.polygon(outline);
        this.towns = List.copyOf(towns);
    }

    /** The demo county's, from the files of this module. */
    static SchematicGrids ofFiles() {
        return new SchematicGrids(PlaceFiles.schematicOutline(), PlaceFiles.schematicTowns());
    }

    /** The outline everything lies in. */
    Polygon outline() {
        return outline;
    }

    /** All grids, by code, in force from the given day. */
    List<GridShape> draw(List<Area> areas, LocalDate from) {
        Map<AreaCode, Geometry> villages = villages(areas);
        List<AreaCode> codes = List.copyOf(villages.keySet());
        List<Integer> counts = GridQuota.share(GRIDS, LEAST_IN_VILLAGE, codes.stream().map(SchematicGrids::weight).toList());
        List<AreaCode> owners = new ArrayList<>();
        List<Geometry> cells = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            AreaCode village = codes.get(i);
            for (Geometry cell : VoronoiCut.evenCells(villages.get(village), counts.get(i), random(village))) {
                owners.add(village);
                cells.add(cell);
            }
        }
        Map<AreaCode, List<Polygon>> polygons = new LinkedHashMap<>();
        List<Polygon> exact = GridCoverage.exact(cells);
        for (int i = 0; i < exact.size(); i++) {
            polygons.computeIfAbsent(owners.get(i), village -> new ArrayList<>()).add(exact.get(i));
        }
        List<GridShape> grids = new ArrayList<>(GRIDS);
        polygons.forEach((village, own) -> grids.addAll(numbered(village, own, from)));
        return grids;
    }

    private Map<AreaCode, Geometry> villages(List<Area> areas) {
        List<Geometry> townCells = VoronoiCut.cells(outline, towns.stream().map(TownSite::at).toList());
        Map<AreaCode, Geometry> villages = new LinkedHashMap<>();
        for (int i = 0; i < towns.size(); i++) {
            AreaCode town = towns.get(i).town();
            List<AreaCode> codes = areas.stream()
                    .filter(area -> area.level() == AreaLevel.VILLAGE && area.code().isWithin(town))
                    .map(Area::code)
                    .sorted()
                    .toList();
            List<Geometry> cells = VoronoiCut.evenCells(townCells.get(i), codes.size(), random(town));
            for (int j = 0; j < cells.size(); j++) {
                villages.put(codes.get(j), cells.get(j));
            }
        }
        return villages;
    }

    /** Numbered west to east, row by row from north to south. */
    private static List<GridShape> numbered(AreaCode village, List<Polygon> polygons, LocalDate from) {
        RandomGenerator random = random(village);
        List<Polygon> northFirst = new ArrayList<>(polygons);
        northFirst.sort(Comparator.comparingDouble((Polygon p) -> p.getCentroid().getY()).reversed());
        int inRow = (int) Math.ceil(Math.sqrt(polygons.size()));
        List<GridShape> grids = new ArrayList<>();
        for (int start = 0; start < northFirst.size(); start += inRow) {
            List<Polygon> row = new ArrayList<>(
                    northFirst.subList(start, Math.min(start + inRow, northFirst.size())));
            row.sort(Comparator.comparingDouble(p -> p.getCentroid().getX()));
            for (Polygon polygon : row) {
                Coordinate inside = polygon.getInteriorPoint().getCoordinate();
                grids.add(new GridShape(new Grid(
                        GridCode.of(village, grids.size() + 1),
                        random.nextDouble() < dedicatedShare(village) ? GridType.DEDICATED : GridType.BASIC,
                        new LonLat(inside.getX(), inside.getY()), true, from, null), polygon));
            }
        }
        return grids;
    }

    /** Communities (社区) are denser than villages (村) and have more grids. */
    private static double weight(AreaCode village) {
        double base = 0.5 + random(village).nextDouble();
        return isCommunity(village) ? COMMUNITY_WEIGHT * base : base;
    }

    private static double dedicatedShare(AreaCode village) {
        return isCommunity(village) ? DEDICATED_IN_COMMUNITY : DEDICATED_IN_VILLAGE;
    }

    /** In the statistical code set communities are numbered 001 to 199 and villages from 200. */
    private static boolean isCommunity(AreaCode village) {
        return Integer.parseInt(village.value().substring(AreaLevel.TOWN.digits())) < FIRST_RURAL_NUMBER;
    }

    private static RandomGenerator random(AreaCode area) {
        return new Random(SEED ^ Long.parseLong(area.value()) * SPREAD);
    }
}
