/** Areas, grids and centres over HTTP. */
@NullMarked
package org.hejie.place.web;

import org.jspecify.annotations.NullMarked;
