@NullMarked
package org.hejie.shared.web;

import org.jspecify.annotations.NullMarked;
