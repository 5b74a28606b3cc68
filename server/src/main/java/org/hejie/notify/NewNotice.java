package org.hejie.notify;

import java.util.Set;
import java.util.regex.Pattern;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Something staff are to be told. It names nobody and tells no facts.
 *
 * @param subject code of the matter, or a line's slug and a day; nothing else passes
 * @param link    page of the web client, such as {@code /matters/17}
 * @param at      whoever holds a post at this unit
 * @param roles   only those of them; empty for all
 * @param notTo   who did it himself; null for nobody
 * @param once    told once under this key; null for always
 */
public record NewNotice(NoticeEvent event, String subject, String link, UnitId at, Set<Role> roles, @Nullable StaffId notTo,
        @Nullable String once) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9 -]{1,60}");

    /** Keeps a copy of the roles. */
    public NewNotice {
        roles = Set.copyOf(roles);
        if (!CODE.matcher(subject).matches()) {
            throw new IllegalArgumentException("a notice holds a code, no words");
        }
    }
}
