/**
 * 办理程序: procedures as checked data. The door for all who ask what may be done to a matter, by
 * whom, with which papers, clocks and legal basis.
 */
@NamedInterface("procedure")
@NullMarked
package org.hejie.matter.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
