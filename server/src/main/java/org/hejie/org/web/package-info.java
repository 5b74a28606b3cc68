@NullMarked
package org.hejie.org.web;

import org.jspecify.annotations.NullMarked;
