@NullMarked
package org.hejie.shared.scope;

import org.jspecify.annotations.NullMarked;
