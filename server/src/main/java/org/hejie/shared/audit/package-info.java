/**
 * What every module says to the audit, from the lowest up. The module {@code audit} implements it; it stands here
 * because sign-in and identity lie below or beside that module and must not go unrecorded.
 */
@NullMarked
package org.hejie.shared.audit;

import org.jspecify.annotations.NullMarked;
