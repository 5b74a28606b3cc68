@NullMarked
package org.hejie.org.internal;

import org.jspecify.annotations.NullMarked;
