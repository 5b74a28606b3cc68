package org.hejie.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The announced years that come with the software, {@code calendar/holidays-YYYY.json}. Their days
 * are from holiday-cn (MIT), which reads the State Council's papers; each file names both.
 */
public final class BundledYears {

    private static final int FIRST = 2020;

    private BundledYears() {}

    /** All years, in order, without a gap from 2020 on. */
    public static List<HolidayYear> all() {
        var json = JsonMapper.builder().build();
        var years = new ArrayList<HolidayYear>();
        for (int year = FIRST; ; year++) {
            try (var file = BundledYears.class.getResourceAsStream("/calendar/holidays-" + year + ".json")) {
                if (file == null) {
                    return List.copyOf(years);
                }
                years.add(json.readValue(file, HolidayYear.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The county's calendar by the bundled years and hours alone, without a database. */
    public static WorkCalendar county() {
        return WorkCalendar.of(all(), Schedule.county(), CalendarVersion.BUNDLED);
    }
}
