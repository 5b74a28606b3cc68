package org.hejie.org;

import org.jspecify.annotations.Nullable;

/**
 * What somebody types to sign in.
 *
 * @param username name
 * @param password password
 * @param totp     six digits of the second factor; null when not asked for yet
 */
public record Credentials(String username, String password, @Nullable String totp) {

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
