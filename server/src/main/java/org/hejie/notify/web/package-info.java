@NullMarked
package org.hejie.notify.web;

import org.jspecify.annotations.NullMarked;
