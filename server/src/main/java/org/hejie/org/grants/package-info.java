/** Two administrators for what opens cases: requests, decisions, and what comes of them. Internal to the module. */
@NullMarked
package org.hejie.org.grants;

import org.jspecify.annotations.NullMarked;
