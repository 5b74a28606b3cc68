/**
 * 护薪: wage claims of migrant workers on matters of wage arrears, a row for each worker, who must pay first, what has
 * been recovered, clues to the procuratorate. Source: 保障农民工工资支付条例 (State Council Order 724).
 */
@ApplicationModule(
        displayName = "护薪 Wage",
        allowedDependencies = {"shared", "org", "party", "document", "document :: sheet", "matter", "matter :: procedure"})
@NullMarked
package org.hejie.wage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
