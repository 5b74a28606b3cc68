package org.hejie.org;

/**
 * The account, a post or a cover of somebody was changed; sessions of his are read again.
 *
 * @param staff       whose
 * @param deactivated whether he may no longer sign in
 */
public record StaffChanged(StaffId staff, boolean deactivated) {
}
