package org.hejie.org;

import org.jspecify.annotations.Nullable;

/**
 * Passwords set anew by their owners, with a link that is good once. Whoever has the link can be its owner, so for an
 * account with a post the link comes from one administrator and a code from another ({@link GrantOrder.ResetPassword}).
 */
public interface PasswordResets {

    /**
     * A link for an account without any post, present or to come; by the system administrator alone.
     *
     * @return the link's secret, shown once
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND; RULE_REFUSED with {@code TWO_PERSONS} if the account has a post
     */
    String link(Actor by, StaffId staff);

    /**
     * Begins a reset that two administrators agreed on; by the server.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND
     */
    Begun begin(Actor by, StaffId staff);

    /**
     * The link of a reset begun; by the server.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; WRONG_STATE if it was taken or is over
     */
    String takeLink(Actor by, long reset);

    /**
     * Sets the password; every session of the person ends, and a lock-out is over.
     *
     * @param code null for a link that needs none
     * @throws org.hejie.shared.web.Problem FORBIDDEN with reason {@code RESET_LINK} if link or code are wrong, used or expired;
     *         INVALID_FIELDS: {@code password} with the rule it breaks
     */
    void use(String link, @Nullable String code, String password);

    /**
     * A reset begun.
     *
     * @param code to be handed to the person, apart from the link
     */
    record Begun(long id, String code) {

        @Override
        public String toString() {
            return "Begun[id=" + id + "]";
        }
    }
}
