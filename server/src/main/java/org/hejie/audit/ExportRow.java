package org.hejie.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows that was taken or is wanted.
 *
 * @param id           its number in the system
 * @param number       its number on the file
 * @param list         which list
 * @param path         address of the file under {@code /api/v1}
 * @param rows         how many rows
 * @param personalRows how many of them tell of a person
 * @param wantedBy     member of staff or API client
 * @param wantedByName name of that; empty for a client
 * @param wantedAt     when it was first wanted
 * @param purpose      what for; null until it was asked for
 * @param state        how it stands
 * @param decidedBy    name of who decided; null while nobody did
 * @param opinion      of who decided; null if none
 * @param takenAt      when it was taken; null if not
 * @param mine         whether the reader wanted it
 */
public record ExportRow(long id, String number, String list, String path, long rows, long personalRows, long wantedBy,
        String wantedByName, Instant wantedAt, @Nullable String purpose, State state, @Nullable String decidedBy,
        @Nullable String opinion, @Nullable Instant takenAt, boolean mine) {

    /** How an export stands. */
    public enum State {
        /** 需审批: nobody was asked yet. */
        WANTED,
        /** 待审批. */
        ASKED,
        /** 已批准, may be taken once within a day. */
        APPROVED,
        /** 未批准. */
        REFUSED,
        /** 已导出. */
        TAKEN,
        /** 已过期. */
        EXPIRED
    }
}
