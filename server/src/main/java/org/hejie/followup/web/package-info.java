/** Visits over HTTP. */
@NullMarked
package org.hejie.followup.web;

import org.jspecify.annotations.NullMarked;
