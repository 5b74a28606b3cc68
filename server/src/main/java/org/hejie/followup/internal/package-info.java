/** How visits are planned, kept and judged. */
@NullMarked
package org.hejie.followup.internal;

import org.jspecify.annotations.NullMarked;
