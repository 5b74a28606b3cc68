/** Inside of the subsidy by case. */
@NullMarked
package org.hejie.subsidy.internal;

import org.jspecify.annotations.NullMarked;
