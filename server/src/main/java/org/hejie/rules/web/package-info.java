@NullMarked
package org.hejie.rules.web;

import org.jspecify.annotations.NullMarked;
