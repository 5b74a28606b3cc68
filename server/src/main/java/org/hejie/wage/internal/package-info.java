/** Wage claims in the database. */
@NullMarked
package org.hejie.wage.internal;

import org.jspecify.annotations.NullMarked;
