/** How supervision is kept. */
@NullMarked
package org.hejie.matter.supervision.internal;

import org.jspecify.annotations.NullMarked;
