/** Services and rows of the module. */
@NullMarked
package org.hejie.dossier.internal;

import org.jspecify.annotations.NullMarked;
