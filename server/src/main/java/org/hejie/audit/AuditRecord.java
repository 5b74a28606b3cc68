package org.hejie.audit;

import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** The record as it is read, newest first. Who may read it is asked by the caller. */
public interface AuditRecord {

    /**
     * One page of the entries wanted.
     *
     * @param cursor {@code nextCursor} of the page before; null for the first page
     * @param limit  rows a page, 1 to 200
     */
    Page<AuditEntryRow> entries(AuditEntryFilter filter, @Nullable String cursor, int limit);
}
