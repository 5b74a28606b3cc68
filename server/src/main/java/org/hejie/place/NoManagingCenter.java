package org.hejie.place;

import java.time.LocalDate;

/** No centre manages the area on that day: a gap in the reference data, which somebody must close. */
public class NoManagingCenter extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** The area that has no centre, and the day. */
    public NoManagingCenter(AreaCode area, LocalDate on) {
        super("no centre manages area " + area + " on " + on);
    }
}
