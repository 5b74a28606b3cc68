package org.hejie.subsidy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hejie.matter.procedure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A claim with everything a decision needs.
 *
 * @param agreementNo number of the agreement
 * @param marks       why it has its points
 * @param splits      other mediations it may be one dispute with
 * @param may         what the reader may do now
 */
public record SubsidyClaim(SubsidyRow row, String agreementNo, @Nullable String claimedBy, Rules rules, List<Mark> marks, List<Split> splits,
        List<DecisionTaken> decisions, List<Objection> objections, int version, Set<Deed> may) {

    /** What may be done. */
    public enum Deed {
        /** 司法所审核. */
        DECIDE_TOWN,
        /** 县司法局审批. */
        DECIDE_COUNTY,
        /** 登记异议. */
        OBJECT,
        /** 答复异议. */
        ANSWER_OBJECTION
    }

    /** Who decides. */
    public enum Step { TOWN, COUNTY }

    /** On what an objection rests. */
    public enum Ground { NOT_MEDIATED, NOT_PERFORMED, PAID_TWICE, WRONG_PERSON, OTHER }

    /** The rules a claim was reckoned by. @param verified false: shown as to be verified */
    public record Rules(int version, LocalDate from, Wording basis, boolean verified, int splitDays, int objectionDays) {
    }

    /** Points given or taken. @param detail Chinese name of the paper, or how many; null for none */
    public record Mark(String code, @Nullable String detail, int points) {
    }

    /** Another matter. @param code null outside the reader's scope */
    public record Split(long matterId, @Nullable String code, List<String> reasons) {
    }

    /** A decision. */
    public record DecisionTaken(Step step, boolean passed, @Nullable String why, Instant at, @Nullable String by) {
    }

    /** An objection; who raised it is not kept. @param upheld null while it waits */
    public record Objection(long id, Ground ground, Instant at, @Nullable Boolean upheld, @Nullable String answer) {
    }

    /** Keeps copies. */
    public SubsidyClaim {
        marks = List.copyOf(marks);
        splits = List.copyOf(splits);
        decisions = List.copyOf(decisions);
        objections = List.copyOf(objections);
        may = Set.copyOf(may);
    }
}
