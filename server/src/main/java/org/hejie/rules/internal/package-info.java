@NullMarked
package org.hejie.rules.internal;

import org.jspecify.annotations.NullMarked;
