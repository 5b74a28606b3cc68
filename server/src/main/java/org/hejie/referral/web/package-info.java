/** Referrals over HTTP: for the partners' systems and for the desks. */
@NullMarked
package org.hejie.referral.web;

import org.jspecify.annotations.NullMarked;
