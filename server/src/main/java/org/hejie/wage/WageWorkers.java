package org.hejie.wage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** The workers of a claim: added, verified, paid, withdrawn. Throws as {@link WageClaims} does. */
public interface WageWorkers {

    /** Most rows of a claim. */
    int MOST = 2000;

    /** Largest sheet in bytes. */
    int SHEET_BYTES = 4 * 1024 * 1024;

    /**
     * Adds workers, all or none.
     *
     * @param path before the fields of a worker that is refused: {@code rows[n].} or nothing for a single one
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS naming each row at fault; a worker who is in the claim already, or
     *         twice among these, is {@code TWICE}, and {@code workers[n]} names the row of the claim he has; two of one name
     *         among these whom no document number and no phone tells apart are {@code SAME_NAME}
     */
    List<Long> add(long claim, List<WorkerDraft> workers, Path path);

    /** Names the fields of the nth worker, counted from 1. */
    @FunctionalInterface
    interface Path {

        /** One worker alone. */
        Path ALONE = n -> "";

        /** Rows of a sheet. */
        Path ROWS = n -> "rows[" + n + "].";

        String of(int n);
    }

    /**
     * Adds the workers of a spreadsheet (CSV or XLSX), all or none.
     *
     * @return how many
     * @throws org.hejie.shared.web.Problem 413, 415; INVALID_FIELDS naming columns or rows
     */
    int addSheet(long claim, byte[] file);

    /** The rows of a claim by their number. */
    Page<WorkerRow> list(long claim, @Nullable String cursor, int limit);

    /** What of each worker's claim is right; up to what he claims. @return the new version of the claim */
    int verify(long claim, int seen, List<Verification> rows);

    /** @param verified yuan, nothing or more */
    record Verification(long worker, BigDecimal verified) {
    }

    /**
     * Money has reached workers; of each up to what was verified.
     *
     * @return the new version of the claim
     */
    int pay(long claim, int seen, PaymentOrder order);

    /** @param voucher id of a stored file; null for none; @param rows what each got */
    record PaymentOrder(LocalDate paidOn, PayMethod method, @Nullable Long voucher, List<Share> rows) {

        public PaymentOrder {
            rows = List.copyOf(rows);
        }
    }

    /** @param amount yuan, more than nothing */
    record Share(long worker, BigDecimal amount) {
    }

    /** A row was entered in error; refused once money was recovered on it. */
    void withdraw(long worker, String reason);

    /** A payment was recorded in error. */
    void withdrawPayment(long payment, String reason);

    /** Opens the door for the file of the workers. */
    ExportStamp export(long claim, boolean xlsx);
}
