package org.hejie.org;

import java.time.Duration;
import java.util.Set;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A system that is to connect: either it speaks for a source line, or it acts by a staff post.
 *
 * @param name   1 to 60 characters
 * @param unit   unit it belongs to; null for the line's or the post's
 * @param line   source line, 1 to 8; null when it acts by a post
 * @param post   staff post it acts by; null when it speaks for a line
 * @param scopes such as {@code line:12345:submit} or {@code partner:court:read}; none for a post
 * @param life   how long the token is good, up to two years
 */
public record NewApiClient(String name, @Nullable UnitId unit, @Nullable Integer line, @Nullable PostId post,
        Set<String> scopes, Duration life) {

    private static final int NAME_LENGTH = 60;
    private static final Duration LONGEST = Duration.ofDays(731);

    /** @throws Problem INVALID_FIELDS naming the fields at fault */
    public NewApiClient {
        name = name.strip();
        scopes = Set.copyOf(scopes);
        new Problem.Fields()
                .reject(name.isEmpty(), "name", "REQUIRED")
                .reject(name.length() > NAME_LENGTH, "name", "LENGTH")
                .reject((line == null) == (post == null), "line", "LINE_OR_POST")
                .reject(line != null && (line < 1 || line > 8), "line", "UNKNOWN")
                .reject(scopes.stream().anyMatch(scope -> !scope.matches("(line|partner):[a-z0-9]+:(submit|read)")), "scopes", "UNKNOWN")
                .reject(post != null && !scopes.isEmpty(), "scopes", "NOT_FOR_POST")
                .reject(life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0, "expiresInDays", "RANGE")
                .done();
    }
}
