package org.hejie.referral;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lawsuit as the analyst sees it.
 *
 * @param parties masked
 * @param points  of the reasons
 * @param reasons codes of the rules: why it is worth a look
 */
public record LawsuitRow(long id, String caseNo, String cause, LocalDate filedOn, @Nullable String areaCode, @Nullable String stage,
        @Nullable BigDecimal amount, @Nullable Integer people, List<String> parties, int points, List<String> reasons, Instant receivedAt) {

    /** Keeps copies. */
    public LawsuitRow {
        parties = List.copyOf(parties);
        reasons = List.copyOf(reasons);
    }
}
