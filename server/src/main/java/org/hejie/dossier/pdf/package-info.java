/** PDF pages with an embedded Chinese font: papers as Word says them, scans and photos, page numbers. */
@NullMarked
package org.hejie.dossier.pdf;

import org.jspecify.annotations.NullMarked;
