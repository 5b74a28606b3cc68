package org.hejie.referral;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hejie.party.PartyKind;
import org.jspecify.annotations.Nullable;

/**
 * A lawsuit as a court pushes it: no more than this is taken.
 *
 * @param caseNo   案号; sending it twice keeps it once
 * @param filedOn  立案日期
 * @param areaCode township or more exact; 6, 9 or 12 digits
 * @param amount   yuan
 * @param people   how many are involved
 * @param parties  masked before they are written, whatever the court sends
 */
public record LawsuitDraft(@Nullable String caseNo, @Nullable String cause, @Nullable LocalDate filedOn, @Nullable String areaCode,
        @Nullable String stage, @Nullable BigDecimal amount, @Nullable Integer people, @Nullable List<LawsuitParty> parties) {

    /**
     * One of its parties.
     *
     * @param kind absent: a person
     * @param name a person's name is masked at once, a body's is public
     * @param mark by which the court's system knows the same person again, such as a number of its own; kept as a keyed hash
     */
    public record LawsuitParty(@Nullable PartyKind kind, @Nullable String name, @Nullable String mark) {

        @Override
        public String toString() {
            return "LawsuitParty[hidden]";
        }
    }

    @Override
    public String toString() {
        return "LawsuitDraft[content hidden]";
    }
}
