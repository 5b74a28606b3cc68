/** Proves who somebody is: passwords, second factors, sessions and tokens. Internal to the module. */
@NullMarked
package org.hejie.org.signin;

import org.jspecify.annotations.NullMarked;
