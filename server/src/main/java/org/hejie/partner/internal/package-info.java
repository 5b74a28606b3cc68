/** Subscriptions in the database, and the way from news to delivery. */
@NullMarked
package org.hejie.partner.internal;

import org.jspecify.annotations.NullMarked;
