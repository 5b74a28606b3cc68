/** Mediation over HTTP. */
@NullMarked
package org.hejie.mediation.web;

import org.jspecify.annotations.NullMarked;
