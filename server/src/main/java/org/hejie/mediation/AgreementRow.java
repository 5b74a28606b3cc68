package org.hejie.mediation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An agreement in a list. @param number as printed, such as （2026）榆人调字第7号 */
public record AgreementRow(long id, long mediationId, String number, Form form, State state, @Nullable BigDecimal total,
        @Nullable LocalDate signedOn, @Nullable LocalDate nextDueOn, int obligations, int performed) {

    /** Written or oral. Source: People's Mediation Law, art. 28. */
    public enum Form {
        /** 书面协议. */
        WRITTEN,
        /** 口头协议. */
        ORAL
    }

    /** Where it stands. */
    public enum State {
        /** 拟定. */
        DRAFT,
        /** 已签订. */
        SIGNED,
        /** 履行完毕. */
        PERFORMED,
        /** 作废; its number is kept. */
        VOID
    }
}
