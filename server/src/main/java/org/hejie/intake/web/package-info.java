@NullMarked
package org.hejie.intake.web;

import org.jspecify.annotations.NullMarked;
