package org.hejie.place.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hejie.place.EffectiveDated;

/**
 * The versions of things that change with the time, by code. Never changes itself.
 *
 * @param <V> a version
 */
final class History<V extends EffectiveDated> {

    /** The character after the last digit: a code and all that begin with it lie below code + this. */
    private static final String AFTER_DIGITS = ":";

    private final NavigableMap<String, List<V>> versions = new TreeMap<>();

    History(Collection<V> all, Function<V, String> code) {
        all.forEach(version -> versions.computeIfAbsent(code.apply(version), key -> new ArrayList<>()).add(version));
        versions.values().forEach(own -> own.sort(Comparator.comparing(EffectiveDated::from)));
    }

    /** The version in force on a day. */
    Optional<V> on(String code, LocalDate day) {
        return inForce(versions.getOrDefault(code, List.of()), day);
    }

    /** The version in force on a day or, when none is, the one that was last in force before. */
    Optional<V> onOrLast(String code, LocalDate day) {
        List<V> own = versions.getOrDefault(code, List.of());
        return inForce(own, day)
                .or(() -> own.reversed().stream().filter(version -> !version.from().isAfter(day)).findFirst());
    }

    /** What is in force on a day under a code, the code itself included, by code. */
    Stream<V> within(String code, LocalDate day) {
        return versions.subMap(code, code + AFTER_DIGITS).values().stream()
                .flatMap(own -> inForce(own, day).stream());
    }

    /** Everything in force on a day, by code. */
    Stream<V> all(LocalDate day) {
        return versions.values().stream().flatMap(own -> inForce(own, day).stream());
    }

    private static <V extends EffectiveDated> Optional<V> inForce(List<V> own, LocalDate day) {
        return own.stream().filter(version -> version.inForceOn(day)).findFirst();
    }
}
