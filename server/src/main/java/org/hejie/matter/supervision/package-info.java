/** 督办: cards to units, by rule and by hand; suggestions a person confirms; samples of what was not accepted; boards. */
@NamedInterface("supervision")
@NullMarked
package org.hejie.matter.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
