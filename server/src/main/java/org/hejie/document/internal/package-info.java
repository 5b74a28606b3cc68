@NullMarked
package org.hejie.document.internal;

import org.jspecify.annotations.NullMarked;
