@NullMarked
package org.hejie.seal.web;

import org.jspecify.annotations.NullMarked;
