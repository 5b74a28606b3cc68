/**
 * 材料: papers, photos and recordings of matters. A file's type is told by its content, photos lose the place and
 * the camera they carry, and content is encrypted at rest.
 */
@ApplicationModule(displayName = "材料 Documents", allowedDependencies = {"shared", "org"})
@NullMarked
package org.hejie.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
