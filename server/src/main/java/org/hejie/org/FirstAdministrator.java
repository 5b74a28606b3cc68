package org.hejie.org;

/** The door for the first administrator of an installation without accounts. It opens once. */
public interface FirstAdministrator {

    /**
     * Makes the first administrator, with the posts of system and of security administrator; further
     * administrators are then appointed by him, and nobody can give himself a post.
     *
     * @param token as printed at the first start
     * @throws org.hejie.shared.web.Problem FORBIDDEN with reason {@code SETUP_TOKEN} if the token is wrong, used or expired;
     *         INVALID_FIELDS
     */
    StaffId create(String token, NewStaff staff, String password);
}
