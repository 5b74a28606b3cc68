package org.hejie.org.internal;

import java.time.LocalDate;
import org.hejie.calendar.ScheduleId;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.place.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it is stored: a village's parent is not, since the jurisdiction of the day tells it.
 *
 * @param parent number of the unit above; null for the county and for villages
 */
record UnitRow(long id, String code, String name, @Nullable String nameEn, UnitKind kind, @Nullable Long parent,
        String schedule, @Nullable String areaCode, LocalDate from, @Nullable LocalDate to) {

    /** The same unit under the name of a day. */
    UnitRow named(UnitStore.@Nullable UnitNames names) {
        return names == null ? this : new UnitRow(id, code, names.name(), names.nameEn(), kind, parent, schedule, areaCode, from, to);
    }

    /** The unit with the parent it has today. */
    Unit unit(@Nullable UnitId parentToday) {
        return new Unit(new UnitId(id), code, name, nameEn, kind, parentToday, new ScheduleId(schedule),
                areaCode == null ? null : AreaCode.parse(areaCode), from, to);
    }
}
