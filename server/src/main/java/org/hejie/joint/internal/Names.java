package org.hejie.joint.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.hejie.joint.JointSession.UnitName;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of units and staff, and the parts of a cursor. */
@Component
class Names {

    private final Units units;
    private final StaffDirectory staff;

    Names(Units units, StaffDirectory staff) {
        this.units = units;
        this.staff = staff;
    }

    UnitName unit(long id) {
        return units.find(new UnitId(id)).map(unit -> new UnitName(id, unit.name(), unit.nameEn()))
                .orElseGet(() -> new UnitName(id, "—", null));
    }

    @Nullable String staff(@Nullable Long id) {
        return id == null ? null : staff.displayName(new StaffId(id)).orElse(null);
    }

    String staffOr(long id, String otherwise) {
        return staff.displayName(new StaffId(id)).orElse(otherwise);
    }

    static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
