package org.hejie.matter.category;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One category, in one version.
 *
 * @param code its code, never given to another
 * @param zh the Chinese name
 * @param en the English name
 * @param marks what must be minded with it
 * @param mapping its counterparts in other lists
 * @param validFrom the first day it is offered, Asia/Shanghai
 * @param validTo the first day it is no longer offered, or null while it is
 * @param version counted from 1
 * @param successor the code that is offered in its place once it is retired, or null
 * @param firstZh the Chinese name it was first given: what the routing tables know it by, however it is called later
 */
public record Category(
        CategoryCode code,
        String zh,
        String en,
        Set<CategoryMark> marks,
        CategoryMapping mapping,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        int version,
        @Nullable CategoryCode successor,
        String firstZh) {

    /** @throws IllegalArgumentException if a name is blank or the span is empty */
    public Category {
        marks = Set.copyOf(marks);
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("category " + code + " needs a name in both languages");
        }
        if (validTo != null && !validTo.isAfter(validFrom)) {
            throw new IllegalArgumentException("category " + code + " ends before it begins");
        }
        if (code.equals(successor)) {
            throw new IllegalArgumentException("category " + code + " follows itself");
        }
    }

    /** Whether it is offered on that day. A retired code stays readable for ever. */
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    Category firstNamed(String name) {
        return new Category(code, zh, en, marks, mapping, validFrom, validTo, version, successor, name);
    }

    /** Whether a risk assessment is forced (⚠). */
    public boolean forcesRiskCheck() {
        return marks.contains(CategoryMark.FORCES_RISK_CHECK);
    }

    /** Whether mediation is never offered. */
    public boolean neverMediate() {
        return marks.contains(CategoryMark.NEVER_MEDIATE);
    }
}
