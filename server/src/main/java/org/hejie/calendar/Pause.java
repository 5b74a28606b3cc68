package org.hejie.calendar;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A time during which a clock stands still (挂起).
 *
 * @param from when it stopped
 * @param until when it went on; for a pause still open, the review date that was set
 * @param reason a code such as {@code APPRAISAL}, never free text
 */
public record Pause(Instant from, Instant until, String reason) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    public Pause {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a pause ends before it begins");
        }
        if (!CODE.matcher(reason).matches()) {
            throw new IllegalArgumentException("the reason of a pause is a code of 1 to 40 characters");
        }
    }
}
