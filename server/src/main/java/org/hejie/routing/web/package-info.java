@NullMarked
package org.hejie.routing.web;

import org.jspecify.annotations.NullMarked;
