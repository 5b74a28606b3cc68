/** How mediation is kept. */
@NullMarked
package org.hejie.mediation.internal;

import org.jspecify.annotations.NullMarked;
