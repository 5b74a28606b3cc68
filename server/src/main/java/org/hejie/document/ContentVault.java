package org.hejie.document;

import org.jspecify.annotations.Nullable;

/**
 * Where sealed bytes lie: in their row, or in a folder beside the database under their address, the SHA-256 of what is kept there. The
 * address is of the sealed bytes, so it tells nobody that two files are equal, and anybody without a key can check it.
 */
public interface ContentVault {

    /** Keeps sealed bytes in the current transaction; what is returned goes into the row. */
    Kept keep(byte[] sealed);

    /**
     * The sealed bytes of a row.
     *
     * @throws DamagedContent if they are not there or not what was kept
     */
    byte[] fetch(Kept kept);

    /** Exactly one of the two is set. @param sealed the bytes themselves; @param address where they lie */
    record Kept(byte @Nullable [] sealed, byte @Nullable [] address) {

        public Kept {
            if ((sealed == null) == (address == null)) {
                throw new IllegalArgumentException("content lies in its row or at an address");
            }
        }
    }

    /** Content beside the database is missing or was changed. */
    final class DamagedContent extends RuntimeException {

        public DamagedContent(String address) {
            super("content " + address + " is missing or damaged; take it from the copy of the folder");
        }
    }
}
