package org.hejie.demo;

import java.util.Map;

/** Which department answers for a category. Assumed; the county's own table is {@code rules/routing.dmn}. */
final class Departments {

    private static final Map<String, String> BY_GROUP = Map.ofEntries(
            Map.entry("01", "civil-affairs"), Map.entry("02", "urban-management"), Map.entry("03", "justice"),
            Map.entry("04", "labour"), Map.entry("05", "land"), Map.entry("06", "housing"), Map.entry("07", "housing"),
            Map.entry("08", "housing"), Map.entry("09", "market"), Map.entry("10", "justice"), Map.entry("11", "market"),
            Map.entry("12", "health"), Map.entry("13", "transport"), Map.entry("14", "environment"),
            Map.entry("15", "education"), Map.entry("16", "civil-affairs"), Map.entry("17", "market"),
            Map.entry("18", "justice"), Map.entry("19", "industry"), Map.entry("99", "justice"));
    private static final Map<String, String> BY_CATEGORY = Map.of("0504", "water", "0505", "agriculture", "0503", "forestry",
            "1602", "agriculture", "1605", "veterans", "1704", "agriculture", "0801", "land");

    private Departments() {
    }

    /** Code of the unit. */
    static String of(String category) {
        return BY_CATEGORY.getOrDefault(category, BY_GROUP.get(category.substring(0, 2)));
    }
}
