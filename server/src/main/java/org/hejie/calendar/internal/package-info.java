/** Years and hours in the database, and the state of them in memory. */
@NullMarked
package org.hejie.calendar.internal;

import org.jspecify.annotations.NullMarked;
