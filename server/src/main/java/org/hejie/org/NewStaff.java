package org.hejie.org;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff to be added.
 *
 * @param username    2 to 40 of a-z, 0-9, dot, hyphen, underscore; capitals are lowered
 * @param displayName 1 to 40 characters
 * @param homeUnit    unit he belongs to
 * @param posts       posts held from the start
 */
public record NewStaff(String username, String displayName, @Nullable UnitId homeUnit, List<NewPost> posts) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final int NAME_LENGTH = 40;

    /** @throws Problem INVALID_FIELDS naming the fields at fault */
    public NewStaff {
        username = username.strip().toLowerCase(Locale.ROOT);
        displayName = displayName.strip();
        new Problem.Fields()
                .reject(!USERNAME.matcher(username).matches(), "username", "INVALID")
                .reject(displayName.isEmpty(), "displayName", "REQUIRED")
                .reject(displayName.length() > NAME_LENGTH, "displayName", "LENGTH")
                .done();
        posts = List.copyOf(posts);
    }
}
