package org.hejie.wage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker of a claim.
 *
 * @param row       number in the claim, 1 and up, never given twice
 * @param partyId   by which the full identity may be revealed
 * @param name      masked, as are document and phone
 * @param limitOn   last day to apply for arbitration; null while the labour relation lasts
 * @param limit     how that stands
 * @param verified  yuan; null while nobody has verified it
 * @param withdrawn why the row does not count; null if it does
 */
public record WorkerRow(long id, int row, long partyId, String name, @Nullable String document, @Nullable String phone,
        @Nullable String trade, @Nullable LocalDate owedFrom, @Nullable LocalDate owedTo, @Nullable LocalDate leftOn,
        @Nullable LocalDate limitOn, WageClaim.LimitState limit, BigDecimal claimed, @Nullable BigDecimal verified, BigDecimal recovered,
        List<Payment> payments, @Nullable String withdrawn) {

    /** Money that reached the worker. @param voucher id of the file; @param withdrawn why it does not count; null if it does */
    public record Payment(long id, BigDecimal amount, LocalDate paidOn, PayMethod method, @Nullable Long voucher,
            @Nullable String withdrawn) {
    }

    /** Keeps a copy. */
    public WorkerRow {
        payments = List.copyOf(payments);
    }
}
