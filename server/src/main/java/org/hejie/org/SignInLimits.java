package org.hejie.org;

import java.time.Duration;
import java.util.List;

/** Limits that a county sets for accounts, rows of {@code org.sign_in_setting} with their sources. */
public interface SignInLimits {

    /** How long a request waits for approval, and what came of it to be taken. */
    Duration grantRequestSpan();

    /** All limits, by name. */
    List<SignInLimit> all();

    /** Puts numbers in place of those that hold; in force on every node within a minute. Names that are not known are passed over. */
    void put(List<SignInLimit> limits);

    /**
     * A limit.
     *
     * @param name what is limited, such as {@code lock_out_failures}
     * @param amount the number, above 0
     * @param measure failures, minutes, hours, characters or days
     * @param basis where the number comes from
     * @param verified whether somebody has verified it on site
     */
    record SignInLimit(String name, int amount, String measure, String basis, boolean verified) {
    }

    /** How long a link to set a password anew is good. */
    Duration passwordResetSpan();
}
