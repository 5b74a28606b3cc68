/** 疑似重复: matters that may be the same trouble, each with the reasons why. The machine suggests, a person decides. */
@NamedInterface("twin")
@NullMarked
package org.hejie.matter.twin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
