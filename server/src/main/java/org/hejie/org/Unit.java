package org.hejie.org;

import java.time.LocalDate;
import org.hejie.calendar.ScheduleId;
import org.hejie.place.AreaCode;
import org.hejie.place.EffectiveDated;
import org.jspecify.annotations.Nullable;

/**
 * A unit that takes part in the work (机构): the county, a centre, a village, a grid, a department, an agency.
 *
 * @param id         its number and scope key
 * @param code       unique and lasting: the area's, centre's or grid's code, or a short word for a department
 * @param name       in Chinese
 * @param nameEn     for display in English; null for villages
 * @param kind       what it is
 * @param parent     the unit above; null for the county. A village's is the centre that manages its town today
 * @param scheduleId opening hours it keeps
 * @param areaCode   area it stands for or stands in; null for a unit without a place
 * @param from       first day, Asia/Shanghai
 * @param to         first day it is no longer; null while no end is known
 */
public record Unit(
        UnitId id,
        String code,
        String name,
        @Nullable String nameEn,
        UnitKind kind,
        @Nullable UnitId parent,
        ScheduleId scheduleId,
        @Nullable AreaCode areaCode,
        LocalDate from,
        @Nullable LocalDate to) implements EffectiveDated {

    /** @throws IllegalArgumentException if the name or code is blank, only the county lacks a parent, or the span is empty */
    public Unit {
        if (name.isBlank() || code.isBlank()) {
            throw new IllegalArgumentException("a unit has a name and a code");
        }
        if ((kind == UnitKind.COUNTY) != (parent == null)) {
            throw new IllegalArgumentException("the county alone has no unit above it");
        }
        EffectiveDated.requireSpan(from, to);
    }
}
