package org.hejie.org;

/** The door for the first system, security and audit administrator: a token each, for three people. */
public interface FirstAdministrator {

    /**
     * Makes the first administrator of the kind the token is for; further posts are then granted by two of them
     * ({@link Grants}).
     *
     * @param token as printed at the start
     * @throws org.hejie.shared.web.Problem FORBIDDEN with reason {@code SETUP_TOKEN} if the token is wrong, used or expired;
     *         INVALID_FIELDS
     */
    StaffId create(String token, NewStaff staff, String password);
}
