/** The API of wage claims. */
@NullMarked
package org.hejie.wage.web;

import org.jspecify.annotations.NullMarked;
