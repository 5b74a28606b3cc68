package org.hejie.mediation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one party owes another.
 *
 * @param position 1 for the first
 * @param amount   yuan; null unless it is a payment
 */
public record Obligation(int position, long obligor, String obligorName, long obligee, String obligeeName, Kind kind,
        @Nullable BigDecimal amount, LocalDate dueOn, String method, Status status, @Nullable LocalDate performedOn) {

    /** What is owed. */
    public enum Kind {
        /** 给付金钱. */
        PAY,
        /** 作为. */
        ACT,
        /** 不作为. */
        REFRAIN,
        /** 交付. */
        DELIVER
    }

    /** Whether it has been done. */
    public enum Status {
        /** 待履行. */
        DUE,
        /** 已履行. */
        PERFORMED,
        /** 逾期未履行. */
        DEFAULTED
    }
}
