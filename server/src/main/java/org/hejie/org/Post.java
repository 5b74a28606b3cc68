package org.hejie.org;

import java.time.LocalDate;
import org.hejie.place.EffectiveDated;
import org.jspecify.annotations.Nullable;

/**
 * A role that a member of staff holds at a unit for a time (岗位).
 *
 * @param id        its number
 * @param holder    who holds it
 * @param role      what the holder does
 * @param unit      where
 * @param scopeUnit whose key it gives: rows of this unit and all below it. Null for an administrator, who sees none
 * @param from      first day, Asia/Shanghai
 * @param to        first day no longer; null while no end is known
 */
public record Post(
        PostId id,
        StaffId holder,
        Role role,
        UnitId unit,
        @Nullable UnitId scopeUnit,
        LocalDate from,
        @Nullable LocalDate to) implements EffectiveDated {

    /** @throws IllegalArgumentException if an administrator's post had a scope, or the span is empty */
    public Post {
        if (role.isAdministrator() && scopeUnit != null) {
            throw new IllegalArgumentException("an administrator holds no key to business rows");
        }
        EffectiveDated.requireSpan(from, to);
    }
}
