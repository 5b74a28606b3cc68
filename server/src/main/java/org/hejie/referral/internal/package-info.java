/** Referrals in the database. */
@NullMarked
package org.hejie.referral.internal;

import org.jspecify.annotations.NullMarked;
