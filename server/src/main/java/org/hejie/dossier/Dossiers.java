package org.hejie.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.matter.procedure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The file (卷宗) of a matter: what it must hold, bound into one PDF with page numbers and bookmarks, kept read-only, and
 * lent. Source: 人民调解法 art. 27; 司发通〔2010〕239号.
 */
public interface Dossiers {

    /**
     * What is there, what is missing, and what has been filed.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope
     */
    DossierView of(MatterId matter);

    /**
     * Binds and files one volume; its hash goes into the matter's history. A later volume takes the place of an earlier
     * one, which stays. Every party printed in full is recorded as revealed.
     *
     * @return id of the volume
     * @throws org.hejie.shared.web.Problem FORBIDDEN {@code DOSSIER_FILE}; WRONG_STATE {@code DOSSIER_OPEN} while the matter
     *         is being handled; RULE_REFUSED {@code DOSSIER_INCOMPLETE} naming each missing paper
     */
    long file(MatterId matter, FilingOrder order);

    /**
     * Borrows a volume for oneself.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND; 400 on {@code purpose} or {@code until}; WRONG_STATE
     *         {@code DOSSIER_BORROWED} when one has it already
     */
    long borrow(long volume, LoanOrder order);

    /** Gives it back, one's own or, for who may file, another's. */
    void giveBack(long loan);

    /**
     * Writes the PDF of a volume one has borrowed.
     *
     * @param into opened once it is sure that it may be read
     * @throws org.hejie.shared.web.Problem NOT_FOUND; FORBIDDEN {@code DOSSIER_NOT_BORROWED}
     */
    void read(long volume, Sink into);

    /** Where bytes go. */
    @FunctionalInterface
    interface Sink {
        OutputStream open() throws IOException;
    }

    /** @param retention key of the period it is kept; @param note on the last page; null for none */
    record FilingOrder(String retention, @Nullable String note) {
    }

    /** Why a volume is borrowed. */
    enum LoanReason {
        /** 办理事项. */
        HANDLING,
        /** 复议、诉讼、仲裁. */
        LEGAL_PROCEEDINGS,
        /** 检查、评查. */
        INSPECTION,
        /** 当事人申请查阅. */
        PARTY_REQUEST,
        /** Anything else, said in the purpose. */
        OTHER
    }

    /** @param until last day, at most {@value #LONGEST_LOAN} days from today, Asia/Shanghai */
    record LoanOrder(LoanReason reason, String purpose, LocalDate until) {
    }

    /** Days. */
    int LONGEST_LOAN = 30;

    /** @param refusal why it cannot be filed now, a code; null when it can */
    record DossierView(long matterId, String matterCode, String title, Wording basis, List<Slot> slots, List<Period> retention,
            @Nullable String refusal, List<Volume> volumes) {
    }

    /** @param state THERE, MADE (printed when filed), MISSING or ABSENT (not needed) */
    record Slot(String code, Wording name, boolean needed, State state, List<Papers.Scan> files) {
    }

    /** Whether a paper is there. */
    enum State { THERE, MADE, MISSING, ABSENT }

    record Period(String code, Wording name) {
    }

    record Volume(long id, int edition, int pages, long size, String sm3, String retention, @Nullable String note, Instant filedAt,
            String filedBy, List<Item> items, List<Loan> loans) {
    }

    record Item(int position, String paper, String name, int firstPage, int pages) {
    }

    /** @param mine whether the reader has it; @param late not given back after its last day */
    record Loan(long id, String borrowedBy, Instant borrowedAt, String reason, String purpose, LocalDate dueOn, @Nullable Instant returnedAt,
            boolean mine, boolean late) {
    }
}
