package org.hejie.routing.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import org.kie.dmn.model.api.Definitions;

/**
 * The numbers a column of the tables is compared with. Two values between the same neighbours are
 * alike to every rule, so they share a band; a cut point is a band of its own.
 */
final class CutPoints {

    private final List<BigDecimal> points;

    private CutPoints(List<BigDecimal> points) {
        this.points = points;
    }

    /**
     * Those of a column, in all tables.
     *
     * @throws InvalidRules when an entry is no plain comparison, so that values could not be banded
     */
    static CutPoints of(Definitions definitions, String column) {
        var points = new TreeSet<BigDecimal>();
        Tables.of(definitions).forEach(table -> Tables.entries(table, column).forEach(entry -> {
            switch (Cell.read(entry).orElse(null)) {
                case Cell.Any any -> { }
                case Cell.Numbers compared -> points.addAll(compared.points());
                case null, default ->
                        throw new InvalidRules(List.of("“" + entry + "” in column " + column + " is no plain comparison"));
            }
        }));
        return new CutPoints(List.copyOf(points));
    }

    /** The band of a value: even between cut points, odd on one. */
    int band(BigDecimal value) {
        int band = 0;
        for (var point : points) {
            int side = value.compareTo(point);
            if (side <= 0) {
                return side == 0 ? band + 1 : band;
            }
            band += 2;
        }
        return band;
    }
}
