package org.hejie.calendar;

/** A rule a deadline was reckoned by, with what it rests on. */
public enum Rule {
    /** Minutes and hours run from the very start. */
    HOURS_RUN_FROM_START("《民法典》第二百零一条第二款"),
    /** Of days and months the starting day is not counted. */
    START_DAY_NOT_COUNTED("《民法典》第二百零一条第一款"),
    /** Months end on the corresponding day, or on the month's last day where there is none. */
    ENDS_ON_CORRESPONDING_DAY("《民法典》第二百零二条"),
    /** A last day that is off gives way to the first workday after. */
    LAST_DAY_OFF_MOVES_ON("《民法典》第二百零三条第一款"),
    /** The last day ends when business closes. */
    ENDS_AT_CLOSE_OF_BUSINESS("《民法典》第二百零三条第二款"),
    /** The last day ends at 24:00. */
    ENDS_AT_MIDNIGHT("《民法典》第二百零三条第二款"),
    /** Only legal workdays count, make-up days included. */
    WORKDAYS_COUNT("国务院办公厅节假日安排通知"),
    /** Time runs only while the unit is open. */
    OPENING_HOURS_COUNT("单位作息时间"),
    /** Part of a workday is that part of its hours, run as opening hours. */
    PART_OF_WORKDAY_RUNS_AS_HOURS("单位作息时间"),
    /** Due by the close of business of the starting day, or of the next workday when closed. */
    SAME_DAY("单位作息时间");

    private final String basis;

    Rule(String basis) {
        this.basis = basis;
    }

    /** The article or paper, in Chinese, as shown to staff. */
    public String basis() {
        return basis;
    }
}
