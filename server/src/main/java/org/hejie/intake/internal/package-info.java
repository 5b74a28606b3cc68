@NullMarked
package org.hejie.intake.internal;

import org.jspecify.annotations.NullMarked;
