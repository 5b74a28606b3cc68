/** 调解: mediators, consent, sessions and rooms, agreements with what each party owes, judicial confirmation. */
@ApplicationModule(
        displayName = "调解 Mediation",
        allowedDependencies = {"shared", "org", "party", "document", "notify", "matter", "dossier", "seal"})
@NullMarked
package org.hejie.mediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
