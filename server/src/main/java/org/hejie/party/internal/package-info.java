@NullMarked
package org.hejie.party.internal;

import org.jspecify.annotations.NullMarked;
