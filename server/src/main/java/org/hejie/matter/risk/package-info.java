/** 风险研判: what a person found when looking at the risk of a matter, and red risk raised and lowered. */
@NullMarked
package org.hejie.matter.risk;

import org.jspecify.annotations.NullMarked;
