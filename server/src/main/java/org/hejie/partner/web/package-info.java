/** Events for partners over HTTP: the door of their systems, and what administrators set. */
@NullMarked
package org.hejie.partner.web;

import org.jspecify.annotations.NullMarked;
