package org.hejie.subsidy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hejie.shared.export.ExportStamp;
import org.jspecify.annotations.Nullable;

/** 公示 and 支付: public lists of approved claims, and the batches made of them when nobody objects. */
public interface SubsidyPayments {

    /** Largest sheet in bytes. */
    int SHEET_BYTES = 1024 * 1024;

    /** Puts every approved claim of the scope on one new list. @throws org.hejie.shared.web.Problem RULE_REFUSED {@code SUBSIDY_NOTHING} */
    long publish();

    /** The lists with rows in the scope, the newest first, at most 200. */
    List<PublicList> lists();

    /** One list. */
    Optional<PublicList> find(long list);

    /**
     * Makes the batch of a list whose time for objections has ended.
     *
     * @throws org.hejie.shared.web.Problem RULE_REFUSED {@code SUBSIDY_OBJECTIONS_RUN}, {@code SUBSIDY_OBJECTION_OPEN}
     */
    long batch(long list);

    /** Opens the sheet of a batch. */
    ExportStamp export(long batch, boolean xlsx);

    /**
     * Marks rows as paid, all or none.
     *
     * @param file a sheet with the columns claim and paid (day)
     * @return how many
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS naming each row
     */
    int paid(long batch, byte[] file);

    /**
     * A public list.
     *
     * @param objectionsUntil last moment to object
     * @param closed          whether that has passed
     * @param claims          rows in the scope; @param amount their yuan; @param waiting objections not answered
     * @param batchId         the batch; null before it is made
     * @param paid            rows paid
     */
    record PublicList(long id, int year, int number, Instant publishedAt, int workingDays, Instant objectionsUntil, boolean closed, int claims,
            BigDecimal amount, int waiting, @Nullable Long batchId, int paid) {
    }

    /** A row of a sheet of payments. */
    record Paid(long claim, LocalDate on) {
    }
}
