package org.hejie.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.hejie.matter.SourceLine;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Per line and day: what the line says it sent against what came (对账). Days are those of Asia/Shanghai. Read by who sees
 * the whole line (the county, the line's own unit, the line's own system); everything else is FORBIDDEN.
 */
public interface Reconciliation {

    /** Most numbers one statement may name. */
    int MOST_NUMBERS = 20_000;

    /** All lines on a day that the reader sees whole. */
    List<LineDay> day(LocalDate day);

    /** One line's day. */
    LineDay of(SourceLine line, LocalDate day);

    /** Days of the last {@code days} on which something is missing or changed behind a signature, the newest first. */
    List<LineDay> open(int days);

    /**
     * The rows of a day, the trouble first.
     *
     * @param revision of a signed sheet; null for how it stands now
     * @param kind     null for all; {@code RECEIVED} opens the figure of that name, so those merged and waiting are among them
     */
    Page<ReconciledRow> rows(SourceLine line, LocalDate day, @Nullable Integer revision, @Nullable ReconciledKind kind,
            @Nullable String cursor, int limit);

    /**
     * Puts down what the line says it sent; what it said before stays in the record.
     *
     * @param count   null: as many as are named
     * @param numbers outside numbers; null where only the count is known
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS: COUNT_DIFFERS when both are given and differ, TOO_MANY, LENGTH,
     *         FUTURE
     */
    LineDay say(SourceLine line, LocalDate day, @Nullable Integer count, @Nullable List<String> numbers, LineDay.Source source);

    /** The numbers in the first column of a CSV or XLSX; a first row that is a heading is left out. */
    List<String> numbersIn(byte[] file);

    /**
     * Asks the line again for numbers that are missing: into the outbox for its system, or onto the print-out.
     *
     * @param numbers null for all that are missing
     * @return how many were asked for
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS: NOT_MISSING; RULE_REFUSED: NOTHING_MISSING
     */
    int askAgain(SourceLine line, LocalDate day, @Nullable List<String> numbers);

    /**
     * Signs for the day as it was seen. The rows are kept as they are now.
     *
     * @param seen {@link LineFigures#told()} of what was seen
     * @param note up to 200 characters; needed when something is missing
     * @throws org.hejie.shared.web.Problem STALE when it is not as seen; WRONG_STATE when this is signed already;
     *         INVALID_FIELDS: note REQUIRED
     */
    LineDay sign(SourceLine line, LocalDate day, String seen, @Nullable String note);

    /** How many digits at the end of the line's numbers run on by one; empty where they do not. */
    OptionalInt runningDigits(SourceLine line);

    /** @param digits 2 to 9; null: they do not run */
    void setRunningDigits(SourceLine line, @Nullable Integer digits);
}
