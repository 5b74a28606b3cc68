package org.hejie.org;

import java.time.LocalDate;
import org.hejie.shared.web.Problem;

/**
 * Somebody stands in for the holder of a post (代班).
 *
 * @param cover  who stands in
 * @param from   first day, Asia/Shanghai
 * @param to     last day
 * @param reason 1 to 200 characters
 */
public record NewLeaveCover(StaffId cover, LocalDate from, LocalDate to, String reason) {

    private static final int REASON_LENGTH = 200;

    /** @throws Problem INVALID_FIELDS naming the fields at fault */
    public NewLeaveCover {
        reason = reason.strip();
        new Problem.Fields()
                .reject(to.isBefore(from), "to", "BEFORE_FROM")
                .reject(reason.isEmpty(), "reason", "REQUIRED")
                .reject(reason.length() > REASON_LENGTH, "reason", "LENGTH")
                .done();
    }
}
