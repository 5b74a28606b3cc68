package org.hejie.org;

import java.util.regex.Pattern;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A department, agency or committee to be added; the other kinds follow the areas, centres and grids.
 *
 * @param code   unique word, 1 to 40 of a-z, 0-9 and hyphen, not made of digits and hyphens alone
 * @param kind   what it is
 * @param name   Chinese name, up to 60 characters
 * @param nameEn English name
 * @param parent unit above; null for the county
 */
public record NewUnit(String code, UnitKind kind, String name, @Nullable String nameEn, @Nullable UnitId parent) {

    private static final Pattern CODE = Pattern.compile("(?=.*[a-z])[0-9a-z][0-9a-z-]{0,39}");
    private static final int NAME_LENGTH = 60;

    /** @throws Problem INVALID_FIELDS naming the fields at fault */
    public NewUnit {
        name = name.strip();
        nameEn = nameEn == null || nameEn.isBlank() ? null : nameEn.strip();
        new Problem.Fields()
                .reject(!CODE.matcher(code).matches(), "code", "INVALID")
                .reject(kind.followsPlace(), "kind", "FOLLOWS_PLACE")
                .reject(name.isEmpty(), "name", "REQUIRED")
                .reject(name.length() > NAME_LENGTH, "name", "LENGTH")
                .reject(nameEn != null && nameEn.length() > 2 * NAME_LENGTH, "nameEn", "LENGTH")
                .done();
    }
}
