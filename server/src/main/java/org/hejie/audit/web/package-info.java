@NullMarked
package org.hejie.audit.web;

import org.jspecify.annotations.NullMarked;
