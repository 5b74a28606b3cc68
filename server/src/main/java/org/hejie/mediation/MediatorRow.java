package org.hejie.mediation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mediator of the register.
 *
 * @param name        as the house shows its staff
 * @param specialties two-digit codes of the first level of categories
 * @param languages   as said by people, such as 榆中方言
 * @param filingNo    with the justice bureau; null while not filed
 * @param validTo     the first day on which he is no mediator any more; null for open
 * @param load        open mediations
 */
public record MediatorRow(long id, long staffId, String name, Committee committee, Kind kind, List<String> specialties,
        List<String> languages, @Nullable String filingNo, @Nullable LocalDate filedOn, LocalDate validFrom,
        @Nullable LocalDate validTo, int load, int version) {

    /** What kind of mediator. Source: domain.md §1 no. 5. */
    public enum Kind {
        /** 专职. */
        FULL_TIME,
        /** 兼职. */
        PART_TIME,
        /** 特邀. */
        INVITED,
        /** 退休法官. */
        FORMER_JUDGE,
        /** 退休民警. */
        FORMER_POLICE
    }

    /** Keeps copies. */
    public MediatorRow {
        specialties = List.copyOf(specialties);
        languages = List.copyOf(languages);
    }

    /** Whether on the register that day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
