@NullMarked
package org.hejie.notify.internal;

import org.jspecify.annotations.NullMarked;
