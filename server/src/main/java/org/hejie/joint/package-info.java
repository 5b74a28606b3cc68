/** 联合会商: units called to a matter, who came, what they said, what each is to do by when; the morning meeting. */
@ApplicationModule(
        displayName = "联合会商 Joint handling",
        allowedDependencies = {"shared", "calendar", "org", "matter", "matter::supervision"})
@NullMarked
package org.hejie.joint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
