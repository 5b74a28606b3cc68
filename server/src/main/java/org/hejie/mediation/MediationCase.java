package org.hejie.mediation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mediation of a matter with all that belongs to it.
 *
 * @param attempt 1 for the first mediation of the matter
 * @param dueOn   usually one month after opening (to be verified by place)
 * @param may     what the reader may do now
 */
public record MediationCase(long id, long matterId, String matterCode, String matterTitle, int attempt, Committee committee,
        @Nullable Long mediatorId, @Nullable String mediator, Origin origin, State state, Instant openedAt, LocalDate dueOn,
        @Nullable Instant endedAt, @Nullable String endedWhy, List<CaseParty> parties, List<MediationSessionRow> sessions,
        List<AgreementRow> agreements, int version, boolean may) {

    /** Where a mediation came from. */
    public enum Origin {
        /** 当事人申请. */
        APPLIED,
        /** 主动调解. */
        OFFERED,
        /** 法院委派. */
        COURT,
        /** 公安移送. */
        POLICE,
        /** 信访. */
        PETITION,
        /** 检察. */
        PROSECUTION
    }

    /** Where it stands. */
    public enum State {
        /** 调解中. */
        OPEN,
        /** 达成协议. */
        AGREED,
        /** 调解不成. */
        FAILED,
        /** 终止: a party refused or stopped, or the procedure changed. */
        STOPPED,
        /** 撤回. */
        WITHDRAWN
    }

    /** What a party says. Source: People's Mediation Law, arts. 17, 19, 23. */
    public enum Consent {
        /** 同意调解. */
        AGREED,
        /** 拒绝调解. */
        REFUSED,
        /** 要求更换调解员. */
        OTHER_MEDIATOR,
        /** 要求终止. */
        STOPPED
    }

    /** How it was said. */
    public enum Mode {
        /** 书面. */
        WRITTEN,
        /** 当面口头. */
        ORAL,
        /** 电话. */
        PHONE,
        /** 线上. */
        ONLINE
    }

    /** A party, masked, with what it said last. */
    public record CaseParty(long id, String role, String name, @Nullable Consent consent, @Nullable Mode mode,
            @Nullable Instant consentAt) {
    }

    /** Keeps copies. */
    public MediationCase {
        parties = List.copyOf(parties);
        sessions = List.copyOf(sessions);
        agreements = List.copyOf(agreements);
    }
}
