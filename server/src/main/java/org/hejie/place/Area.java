package org.hejie.place;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of an official division (行政区划). A new name or an end makes a new version; nothing
 * is keyed on the name. Which centre manages the area is another question: see {@link Jurisdiction}.
 *
 * @param code the official code
 * @param name the Chinese name, as published
 * @param nameEn for display in English (Hanyu Pinyin), never an identifier; null where the county gave none
 * @param level the level the code says
 * @param parent the area one level up; null for a province
 * @param from first day in force, as far as the source tells: the reference day of the edition
 * @param to first day no longer in force; null while no end is known
 */
public record Area(
        AreaCode code,
        String name,
        @Nullable String nameEn,
        AreaLevel level,
        @Nullable AreaCode parent,
        LocalDate from,
        @Nullable LocalDate to) implements EffectiveDated {

    /**
     * @throws IllegalArgumentException if level or parent do not agree with the code, the name is
     *         blank or the span is empty
     */
    public Area {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an area needs a name");
        }
        if (level != code.level()) {
            throw new IllegalArgumentException("a code of a " + code.level() + " cannot be a " + level);
        }
        if (!code.parent().equals(Optional.ofNullable(parent))) {
            throw new IllegalArgumentException("the parent must be the code one level up");
        }
        EffectiveDated.requireSpan(from, to);
    }

    /** A version whose level and parent are read from the code. */
    public static Area of(AreaCode code, String name, @Nullable String nameEn, LocalDate from, @Nullable LocalDate to) {
        return new Area(code, name, nameEn, code.level(), code.parent().orElse(null), from, to);
    }
}
