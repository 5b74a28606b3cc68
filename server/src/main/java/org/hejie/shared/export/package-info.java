/**
 * The one door by which rows leave the system as a file. The module {@code audit} implements it; it stands here because
 * modules below and beside that one have files to give.
 */
@NullMarked
package org.hejie.shared.export;

import org.jspecify.annotations.NullMarked;
