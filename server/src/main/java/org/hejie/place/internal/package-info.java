/** How places are kept, found and, for a demo county, drawn. */
@NullMarked
package org.hejie.place.internal;

import org.jspecify.annotations.NullMarked;
