/**
 * Areas, grids, centres and who manages what (区划网格): the official divisions by their codes,
 * effective-dated; the grids with their polygons; the governance centres and their jurisdiction,
 * which is kept apart from the divisions; and the grid a point lies in.
 */
@ApplicationModule(displayName = "Place 区划网格", allowedDependencies = "shared")
@NullMarked
package org.hejie.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
