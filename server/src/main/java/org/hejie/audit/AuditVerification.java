package org.hejie.audit;

import java.util.Map;

/**
 * Recomputes the whole history: every chain of every {@link ChainSource}, the heads their owners keep, and every
 * seal. Reads as the owner of the database, in one snapshot, row by row: memory stays flat and work goes on.
 */
public interface AuditVerification {

    /**
     * Verifies everything and stops at the first fault.
     *
     * @param noted seals noted outside the database: number and hash in hexadecimal; may be empty
     */
    Verdict verify(Map<Long, String> noted);
}
