/** The calendar over HTTP: a year, a deadline explained, and what the system administrator puts in. */
@NullMarked
package org.hejie.calendar.web;

import org.jspecify.annotations.NullMarked;
