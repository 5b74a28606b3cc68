package org.hejie.org;

/** Passwords and second factors. */
public interface Accounts {

    /**
     * Adds a member of staff with a first password, both or neither.
     *
     * @param mustChange whether the password has to be changed at the first sign-in; always, unless the server itself asks
     * @throws org.hejie.shared.web.Problem as {@link StaffRegister#add}; INVALID_FIELDS: {@code password} with the rule it breaks
     */
    StaffId open(Actor by, NewStaff staff, String password, boolean mustChange);

    /**
     * Changes one's own password; the other sessions of the person end.
     *
     * @param token of the session in which it is asked
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS: {@code old WRONG}, or {@code new} with the rule it breaks
     */
    void changePassword(String token, String oldPassword, String newPassword);

    /**
     * Sets somebody's password; by the server alone, for whoever knows a password can be its owner ({@link PasswordResets}).
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN with reason {@code TWO_PERSONS}; INVALID_FIELDS: {@code password} with the rule it breaks
     */
    void setPassword(Actor by, StaffId staff, String password, boolean mustChange);

    /**
     * Opens a locked account, and forgets wrong passwords; by the system administrator.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND
     */
    void unlock(Actor by, StaffId staff);

    /**
     * Begins to set up the second factor; it counts once confirmed.
     *
     * @throws org.hejie.shared.web.Problem WRONG_STATE if one is confirmed already
     */
    TotpEnrolment enrolTotp(Actor actor);

    /**
     * Confirms the second factor with a first code.
     *
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS: {@code code}
     */
    void confirmTotp(Actor actor, String code);

    /**
     * Takes away a lost second factor; by the security administrator, never one's own.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN
     */
    void removeTotp(Actor by, StaffId staff);

    /**
     * A secret for an authenticator application.
     *
     * @param secret     base32
     * @param otpauthUri to be shown as a QR code
     */
    record TotpEnrolment(String secret, String otpauthUri) {

        @Override
        public String toString() {
            return "TotpEnrolment[hidden]";
        }
    }
}
