/** The API of joint handling. */
@NullMarked
package org.hejie.joint.web;

import org.jspecify.annotations.NullMarked;
