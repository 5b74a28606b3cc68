package org.hejie.wage.internal;

import org.hejie.matter.MatterId;
import org.jspecify.annotations.Nullable;

/** A claim, locked or read. @param keys who sees its matter; @param foreman his party */
record Held(long id, MatterId matter, boolean open, long[] keys, int lastRow, int workers, @Nullable Long foreman, int version) {
}
