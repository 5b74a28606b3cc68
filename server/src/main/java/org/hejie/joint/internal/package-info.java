/** How joint handling is kept. */
@NullMarked
package org.hejie.joint.internal;

import org.jspecify.annotations.NullMarked;
