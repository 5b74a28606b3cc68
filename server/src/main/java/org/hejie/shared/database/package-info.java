@NullMarked
package org.hejie.shared.database;

import org.jspecify.annotations.NullMarked;
