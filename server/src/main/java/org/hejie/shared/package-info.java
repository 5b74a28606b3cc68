/**
 * What every module may use: ids, times, the scope of a transaction, problem documents, paging.
 * An open module: its packages are visible to all, and it calls none of them.
 */
@ApplicationModule(displayName = "公共 Shared", type = ApplicationModule.Type.OPEN, allowedDependencies = {})
@NullMarked
package org.hejie.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
