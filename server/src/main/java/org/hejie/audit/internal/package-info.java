@NullMarked
package org.hejie.audit.internal;

import org.jspecify.annotations.NullMarked;
