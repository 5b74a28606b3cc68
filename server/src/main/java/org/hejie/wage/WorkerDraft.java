package org.hejie.wage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hejie.party.PartyDraft;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A worker of a claim as typed or read from a sheet, not yet looked at.
 *
 * @param person   who
 * @param trade    工种, up to 50 characters
 * @param owedFrom first day not paid for
 * @param owedTo   last day not paid for
 * @param leftOn   day the labour relation ended; null while it lasts
 * @param claimed  yuan
 */
public record WorkerDraft(PartyDraft person, @Nullable String trade, @Nullable LocalDate owedFrom, @Nullable LocalDate owedTo,
        @Nullable LocalDate leftOn, @Nullable BigDecimal claimed) {

    private static final int LONGEST_TRADE = 50;

    /** Blank means none. */
    public WorkerDraft {
        trade = trade == null || trade.isBlank() ? null : trade.strip();
    }

    /** What cannot be taken, field by field. @param path put before each field; @param today in Asia/Shanghai */
    public List<FieldError> errors(String path, LocalDate today) {
        List<FieldError> errors = new ArrayList<>(person.errors(path));
        Amounts.errors(path + "claimed", claimed, errors);
        reject(errors, trade != null && (trade.length() > LONGEST_TRADE || trade.indexOf('\0') >= 0), path + "trade", "LENGTH");
        reject(errors, owedFrom != null && owedTo != null && owedTo.isBefore(owedFrom), path + "owedTo", "BEFORE_START");
        reject(errors, owedTo != null && owedTo.isAfter(today), path + "owedTo", "FUTURE");
        reject(errors, leftOn != null && leftOn.isAfter(today), path + "leftOn", "FUTURE");
        return errors;
    }

    /** Whether numbers say that these two, of one name, are two people or one: both have a document, or both have a phone. */
    public boolean isToldFrom(WorkerDraft other) {
        return both(person.documentNumber(), other.person.documentNumber()) || both(person.phone(), other.person.phone());
    }

    private static boolean both(@Nullable String one, @Nullable String other) {
        return one != null && !one.isBlank() && other != null && !other.isBlank();
    }

    private static void reject(List<FieldError> errors, boolean wrong, String path, String code) {
        if (wrong) {
            errors.add(new FieldError(path, code));
        }
    }
}
