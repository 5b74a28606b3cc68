package org.hejie.calendar;

import java.util.Arrays;
import java.util.Optional;

/** What a limit is counted in, and the short form it is written with. */
public enum LimitUnit {
    /** Elapsed minutes, from the very start (Civil Code, art. 201 (2)). */
    MINUTE("min"),
    /** Elapsed hours, from the very start (Civil Code, art. 201 (2)). */
    HOUR("h"),
    /** Hours of the unit's opening time, from the very start. */
    WORK_HOUR("wh"),
    /** Legal workdays; the starting day is not counted, the last ends at the close of business. */
    WORKDAY("wd"),
    /** Days; the starting day is not counted, a last day that is off moves on (arts. 201, 203). */
    CALENDAR_DAY("cd"),
    /** Months, up to the corresponding day or the month's end (arts. 201 to 203). */
    MONTH("mo");

    private final String symbol;

    LimitUnit(String symbol) {
        this.symbol = symbol;
    }

    /** The short form: {@code wd} in {@code 3wd}. */
    public String symbol() {
        return symbol;
    }

    static Optional<LimitUnit> ofSymbol(String symbol) {
        return Arrays.stream(values()).filter(unit -> unit.symbol.equals(symbol)).findFirst();
    }

    /** Whether time runs only while the unit is open or on workdays, rather than all the time. */
    boolean workingTime() {
        return switch (this) {
            case WORK_HOUR, WORKDAY -> true;
            case MINUTE, HOUR, CALENDAR_DAY, MONTH -> false;
        };
    }
}
