package org.hejie.wage;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** 追回多少人、多少钱: figures of a time, and the rows they are made of. Source: domain.md §1 (17). */
public interface WageFigures {

    /** @param from first day; @param to last day, Asia/Shanghai */
    Recovered recovered(LocalDate from, LocalDate to);

    /** The payments it counts, the latest first. */
    Page<PaidRow> rows(LocalDate from, LocalDate to, @Nullable String cursor, int limit);

    /**
     * Money that reached workers within the scope.
     *
     * @param people   distinct workers, told apart by their document; one without counts by row
     * @param amount   yuan
     * @param payments how many
     * @param claims   on how many claims
     */
    record Recovered(LocalDate from, LocalDate to, int people, BigDecimal amount, int payments, int claims) {
    }

    /** A payment. @param name masked */
    record PaidRow(long id, LocalDate paidOn, BigDecimal amount, PayMethod method, String name, long claimId, String project, long matterId,
            String matterCode) {
    }
}
