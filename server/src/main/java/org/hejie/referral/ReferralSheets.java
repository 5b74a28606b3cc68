package org.hejie.referral;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Referrals by spreadsheet, where no line leads to the partner; each row is taken and answered as if its system had sent it. */
public interface ReferralSheets {

    /** Most rows of a sheet. */
    int ROWS = 5_000;
    /** Largest sheet in bytes. */
    int BYTES = 4 * 1024 * 1024;

    /**
     * Takes the rows of a CSV or XLSX file; columns are known by their headings in Chinese or English, in any order.
     *
     * @throws org.hejie.shared.web.Problem 415; INVALID_FIELDS naming columns that are missing; FORBIDDEN as {@link PartnerDoor}
     */
    ReferralsTaken take(PartnerSystem system, byte[] file, Locale locale);

    /**
     * What became of a sheet.
     *
     * @param taken    kept now
     * @param repeated known before with the same content
     * @param refused  not taken, or sent back by a rule
     * @param errors   CSV of the rows refused with why, without numbers of identity cards; null when there are none
     */
    record ReferralsTaken(int rows, int taken, int repeated, int refused, @Nullable String errors) {

        @Override
        public String toString() {
            return "ReferralsTaken[" + taken + "/" + rows + "]";
        }
    }
}
