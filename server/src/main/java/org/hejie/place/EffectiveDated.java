package org.hejie.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something in force from one day until another; days in Asia/Shanghai. */
public interface EffectiveDated {

    /** First day in force. */
    LocalDate from();

    /** First day no longer in force; null while no end is known. */
    @Nullable LocalDate to();

    /** Whether it is in force on a day. */
    default boolean inForceOn(LocalDate day) {
        LocalDate end = to();
        return !day.isBefore(from()) && (end == null || day.isBefore(end));
    }

    /**
     * @throws IllegalArgumentException if the span ends before or on the day it starts
     */
    static void requireSpan(LocalDate from, @Nullable LocalDate to) {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("the last day must lie after the first");
        }
    }
}
