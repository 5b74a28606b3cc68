/** Papers and dossiers over HTTP. */
@NullMarked
package org.hejie.dossier.web;

import org.jspecify.annotations.NullMarked;
