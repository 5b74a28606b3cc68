package org.hejie.matter;

import java.time.Instant;

/**
 * How late something may be entered afterwards (补录) without a reason: when the system was down, the paper pads are typed
 * in the same week. Source: domain.md §4.1; the number of days has none yet and stands in a table, to be verified.
 */
public interface BackEntryLimits {

    /** Whether what was reported then needs a reason when it is entered now. Calendar days, Asia/Shanghai. */
    boolean needsReason(Instant reportedAt);
}
