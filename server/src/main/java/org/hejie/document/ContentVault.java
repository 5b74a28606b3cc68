package org.hejie.document;

import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Where sealed bytes lie: in their row, or in a folder or bucket beside the database under their address, the SHA-256 of what is kept there. The
 * address is of the sealed bytes, so it tells nobody that two files are equal, and anybody without a key can check it.
 */
public interface ContentVault {

    /**
     * Keeps sealed bytes; what is returned goes into the row, together with {@link #claim}. It may go over a network: where it can be, this is done
     * before the transaction. Without a row that is committed, what lies beside the database is found as an orphan.
     *
     * @throws Problem 503 {@code FILES_UNAVAILABLE} when the folder or bucket does not work; nothing was kept then
     */
    Kept keep(byte[] sealed);

    /** Says, in the transaction of the row that names it and before that row, that the content is in use. */
    void claim(Kept kept);

    /**
     * The sealed bytes of a row.
     *
     * @throws DamagedContent if they are not there or not what was kept
     * @throws Problem 503 {@code FILES_UNAVAILABLE} when the folder or bucket does not work
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
            super("content " + address + " is missing or damaged; take it from the copy of the files");
        }
    }
}
