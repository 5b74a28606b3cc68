/**
 * Who works in the county (机构人员): units, posts, staff and leave cover; sign-in, sessions and API clients;
 * and from a post, the scope in which its holder reads and writes.
 */
@ApplicationModule(displayName = "机构人员 Org", allowedDependencies = {"shared", "calendar", "place"})
@NullMarked
package org.hejie.org;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
