package org.hejie.org;

/**
 * A session as it is now.
 *
 * @param id                 its number
 * @param actor              who acts, by the post chosen
 * @param mustChangePassword whether the password was set by an administrator; until it is changed no post is held
 */
public record OpenSession(long id, Actor actor, boolean mustChangePassword) {
}
