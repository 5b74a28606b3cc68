/** Hands the open matters of units that ended to those that follow them. Internal to the module. */
@NullMarked
package org.hejie.matter.handover;

import org.jspecify.annotations.NullMarked;
