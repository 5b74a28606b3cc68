package org.hejie.place.web;

import java.time.LocalDate;
import java.util.List;
import org.hejie.place.Center;
import org.hejie.place.CenterLevel;
import org.hejie.place.Jurisdiction;
import org.jspecify.annotations.Nullable;

/**
 * A centre as callers see it.
 *
 * @param id its number
 * @param name the Chinese name
 * @param nameEn for display in English
 * @param level county or town
 * @param seat code of the area it stands in
 * @param lon longitude, WGS 84
 * @param lat latitude, WGS 84
 * @param floorAreaM2 floor area in square metres; not there if not known
 * @param manages what it manages on the day
 */
record CenterRow(
        String id,
        String name,
        String nameEn,
        CenterLevel level,
        String seat,
        double lon,
        double lat,
        @Nullable Integer floorAreaM2,
        List<Managed> manages) {

    static CenterRow of(Center center, List<Jurisdiction> jurisdictions) {
        return new CenterRow(
                center.id().value(), center.name(), center.nameEn(), center.level(), center.seat().value(),
                center.location().lon(), center.location().lat(), center.floorAreaM2(),
                jurisdictions.stream()
                        .filter(jurisdiction -> jurisdiction.center().equals(center.id()))
                        .map(Managed::of)
                        .toList());
    }

    /**
     * An area under a centre.
     *
     * @param area its code
     * @param custody whether it is managed for another town (托管)
     * @param basis what that rests on
     * @param from first day
     */
    record Managed(String area, boolean custody, String basis, LocalDate from) {

        static Managed of(Jurisdiction jurisdiction) {
            return new Managed(
                    jurisdiction.area().value(), jurisdiction.custody(), jurisdiction.basis(), jurisdiction.from());
        }
    }
}
