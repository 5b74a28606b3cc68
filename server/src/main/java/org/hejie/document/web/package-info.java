@NullMarked
package org.hejie.document.web;

import org.jspecify.annotations.NullMarked;
