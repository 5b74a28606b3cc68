package org.hejie.matter.internal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hejie.matter.internal.TwinRows.Row;
import org.hejie.matter.twin.Twin.Because;
import org.hejie.matter.twin.Twin;
import org.hejie.matter.twin.TwinReason;
import org.jspecify.annotations.Nullable;

/** Weighs what speaks for two matters being one. */
final class TwinScore {

    /** Metres. */
    private static final int NEAR = 300;
    private static final double METRES_A_DEGREE = 111_195;
    /** Below it no more than half of such pairs are one trouble (docs/twins.md). */
    private static final double LEAST_ALIKE = 0.3;
    private static final int MOST = 100;

    private final TwinPoints points;
    private final Asked asked;

    TwinScore(TwinPoints points, Asked asked) {
        this.points = points;
        this.asked = asked;
    }

    /** What is looked for, people apart. */
    record Asked(@Nullable String category, @Nullable Double lon, @Nullable Double lat, Set<String> words) {
    }

    /** @param people the reasons found by documents and phones */
    Twin of(Row row, Set<TwinReason> people) {
        Map<TwinReason, Because> found = new EnumMap<>(TwinReason.class);
        people.forEach(reason -> add(found, reason, 1, null));
        if (row.category().equals(asked.category())) {
            add(found, TwinReason.SAME_CATEGORY, 1, null);
        }
        if (asked.lon() != null && asked.lat() != null && row.lon() != null && row.lat() != null) {
            double metres = metres(asked.lon(), asked.lat(), row.lon(), row.lat());
            if (metres <= NEAR) {
                add(found, TwinReason.NEAR_PLACE, 1 - metres / NEAR / 2, (int) Math.round(metres));
            }
        }
        double alike = alike(asked.words(), Words.cut(List.of(row.title(), row.facts(),
                row.placeText() == null ? "" : row.placeText())));
        if (alike >= LEAST_ALIKE) {
            add(found, TwinReason.SIMILAR_TEXT, alike, (int) Math.round(100 * alike));
        }
        List<Because> reasons = found.values().stream().sorted(Comparator.comparingInt(Because::points).reversed()).toList();
        int score = Math.min(MOST, reasons.stream().mapToInt(Because::points).sum());
        return new Twin(row.id(), row.code(), row.title(), row.status(), row.line().name(), row.registeredAt(), score, reasons);
    }

    private void add(Map<TwinReason, Because> found, TwinReason reason, double share, @Nullable Integer amount) {
        int points = (int) Math.round(this.points.weights().getOrDefault(reason, 0) * share);
        if (points > 0) {
            found.put(reason, new Because(reason, points, amount));
        }
    }

    /** Metres between two points so near that the earth is flat between them. */
    static double metres(double lon, double lat, double otherLon, double otherLat) {
        double north = (otherLat - lat) * METRES_A_DEGREE;
        double east = (otherLon - lon) * METRES_A_DEGREE * Math.cos(Math.toRadians((lat + otherLat) / 2));
        return Math.hypot(north, east);
    }

    /** Share of words in common: twice those of both, by those of each together (Dice). */
    static double alike(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long common = one.stream().filter(other::contains).count();
        return 2.0 * common / (one.size() + other.size());
    }
}
