package org.hejie.org.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a password must not be: short, among the common ones, the user name again, or one pattern repeated. No rule
 * asks for capitals and signs, which people answer with {@code Password1!} (NIST SP 800-63B, 5.1.1.2).
 */
@Component
class PasswordRules {

    private static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 5;

    private final SignInSettings settings;
    private final Set<String> common = read();

    PasswordRules(SignInSettings settings) {
        this.settings = settings;
    }

    /** The stable code of the rule that the password breaks, if any. */
    Optional<String> broken(String password, String username) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < settings.passwordLength()) {
            return Optional.of("TOO_SHORT");
        }
        if (password.length() > LONGEST) {
            return Optional.of("TOO_LONG");
        }
        if (plain.contains(username) || username.contains(plain)) {
            return Optional.of("CONTAINS_USERNAME");
        }
        if (common.contains(plain) || common.contains(word(plain)) || isRun(plain)
                || plain.chars().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("TOO_COMMON");
        }
        return Optional.empty();
    }

    /** The password without the digits and signs people put behind a word. */
    private static String word(String password) {
        return password.replaceAll("[0-9!@#$%^&*._-]+$", "");
    }

    /** Whether every character is the next one up or down, as in 1234567890 or jihgfedcba. */
    private static boolean isRun(String password) {
        int step = password.charAt(1) - password.charAt(0);
        if (Math.abs(step) > 1) {
            return false;
        }
        for (int i = 1; i < password.length(); i++) {
            if (password.charAt(i) - password.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> read() {
        try (var lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("/org/common-passwords.txt")), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of common passwords cannot be read", e);
        }
    }
}
