package org.hejie.place.internal;

import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.hejie.place.AreaCode;
import org.hejie.place.AreaLevel;
import org.hejie.place.GridMap.Drawing;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the drawings of towns and of the county for one snapshot and one day, so some 20 of them;
 * a village's is drawn when asked for.
 */
final class DrawingCache {

    private record Drawn(PlaceSnapshot of, LocalDate on, ConcurrentMap<AreaCode, Drawing> byArea) {
    }

    private final AtomicReference<@Nullable Drawn> current = new AtomicReference<>();

    Drawing get(PlaceSnapshot snapshot, AreaCode area, LocalDate day, Supplier<Drawing> draw) {
        if (area.level() == AreaLevel.VILLAGE || snapshot.area(area, day).isEmpty()) {
            return draw.get();
        }
        Drawn drawn = current.updateAndGet(old ->
                old != null && old.of() == snapshot && old.on().equals(day)
                        ? old
                        : new Drawn(snapshot, day, new ConcurrentHashMap<>()));
        return drawn.byArea().computeIfAbsent(area, key -> draw.get());
    }
}
