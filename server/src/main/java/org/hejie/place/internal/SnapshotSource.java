package org.hejie.place.internal;

/** Where the current snapshot comes from when it is first asked for or has changed. */
@FunctionalInterface
interface SnapshotSource {

    /** Everything as it is now. */
    PlaceSnapshot load();
}
