package org.hejie.wage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hejie.matter.procedure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A wage claim with all but its workers.
 *
 * @param foreman        masked
 * @param matterPeople   how many the matter tells of
 * @param matterAmount   yuan the matter tells of
 * @param payers         who pays, the first of them first
 * @param arbitration    how the arbitration limit stands for workers not yet paid in full
 * @param clues          to the procuratorate, the newest first
 * @param may            what the reader may do now
 */
public record WageClaim(long id, long matterId, String matterCode, String matterTitle, boolean matterOpen, @Nullable Integer matterPeople,
        @Nullable BigDecimal matterAmount, String project, @Nullable String developer, @Nullable String generalContractor,
        @Nullable String subcontractor, @Nullable String team, @Nullable Foreman foreman, Set<ClaimFact> facts, Set<Evidence> evidence,
        Presence account, Presence deposit, Instant openedAt, @Nullable String openedBy, Stage stage, Sums sums, List<Payer> payers,
        Arbitration arbitration, Law clueLaw, List<Clue> clues, int version, Set<Deed> may) {

    /** What may be done. */
    public enum Deed {
        /** 更正项目信息, 加入工人, 撤回工人. */
        RECORD,
        /** 核实. */
        VERIFY,
        /** 登记追回. */
        PAY,
        /** 移送支持起诉线索. */
        SEND_CLUE,
        /** 答复线索. */
        ANSWER_CLUE
    }

    /** The foreman as a party. @param id of the party, by which he may be revealed */
    public record Foreman(long id, String name, @Nullable String phone) {
    }

    /** A source. @param verified false: to be verified before anybody relies on it */
    public record Law(Wording article, boolean verified) {
    }

    /** Who in the chain of a project. */
    public enum Link { DEVELOPER, GENERAL_CONTRACTOR, SUBCONTRACTOR }

    /** One who pays, and why. @param name null while nobody has named it */
    public record Payer(String code, Link link, @Nullable String name, Law law, Wording why) {
    }

    /**
     * Until when workers can go to arbitration.
     *
     * @param state     the worst of the workers not paid in full
     * @param firstDay  earliest last day that has not passed; null if there is none
     * @param lasting   workers whose labour relation lasts: no limit
     * @param running   workers whose limit runs and is not near
     * @param near      workers whose limit ends soon
     * @param passed    workers whose last day has passed, unless it was interrupted
     */
    public record Arbitration(LimitState state, @Nullable LocalDate firstDay, int lasting, int running, int near, int passed, Law law) {
    }

    /** How an arbitration limit stands. */
    public enum LimitState { NONE, RUNNING, NEAR, PASSED }

    /** A clue. @param text why the workers cannot sue on their own; @param answer of the procuratorate */
    public record Clue(long id, String text, Instant sentAt, @Nullable String sentBy, State state, @Nullable String answer,
            @Nullable Instant answeredAt, @Nullable String answeredBy) {

        /** Where it stands. */
        public enum State { SENT, TAKEN_UP, NOT_TAKEN_UP }
    }

    /** Keeps copies. */
    public WageClaim {
        facts = Set.copyOf(facts);
        evidence = Set.copyOf(evidence);
        payers = List.copyOf(payers);
        clues = List.copyOf(clues);
        may = Set.copyOf(may);
    }
}
