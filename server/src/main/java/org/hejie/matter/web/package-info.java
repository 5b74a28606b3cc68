@NullMarked
package org.hejie.matter.web;

import org.jspecify.annotations.NullMarked;
