package org.hejie.org;

import java.time.Duration;

/** Limits that a county sets for accounts, rows of {@code org.sign_in_setting} with their sources. */
public interface SignInLimits {

    /** How long a request waits for approval, and what came of it to be taken. */
    Duration grantRequestSpan();

    /** How long a link to set a password anew is good. */
    Duration passwordResetSpan();
}
