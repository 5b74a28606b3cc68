package org.hejie.intake;

import org.jspecify.annotations.Nullable;

/**
 * What a resident reports, in his own words.
 *
 * @param categoryCode second level; 9901 when he cannot say
 */
public record ResidentReport(@Nullable String title, @Nullable String facts, @Nullable String categoryCode, @Nullable Place place,
        @Nullable String name, @Nullable String phone) {

    /** Where it is. */
    public record Place(@Nullable String text, @Nullable String areaCode, @Nullable Double lon, @Nullable Double lat) {
    }

    @Override
    public String toString() {
        return "ResidentReport[hidden]";
    }
}
