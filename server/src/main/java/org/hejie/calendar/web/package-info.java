/** The calendar over HTTP: a year, a deadline explained, and the hours. */
@NullMarked
package org.hejie.calendar.web;

import org.jspecify.annotations.NullMarked;
