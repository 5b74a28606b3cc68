/**
 * 文书、卷宗: the papers of a matter, filled and printed, and its file (卷宗) put in order, numbered, bound and lent.
 */
@ApplicationModule(
        displayName = "卷宗 Dossier",
        allowedDependencies = {"shared", "org", "party", "document", "matter", "matter::procedure"})
@NullMarked
package org.hejie.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
