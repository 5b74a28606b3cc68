/** HTTP doors of the subsidy by case. */
@NullMarked
package org.hejie.subsidy.web;

import org.jspecify.annotations.NullMarked;
