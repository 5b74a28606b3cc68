package org.hejie.audit;

import org.jspecify.annotations.Nullable;

/**
 * The first thing found wrong in the history.
 *
 * @param table   where, e.g. {@code matter.event}
 * @param chainId which chain; for seals the number of the seal
 * @param seq     which row of it; null when the fault is the chain as a whole
 * @param kind    what differs
 */
public record Fault(String table, long chainId, @Nullable Long seq, Kind kind) {

    /** What differs. */
    public enum Kind {
        /** A field of the row is not what was hashed, or its hash was changed. */
        CONTENT("the row's fields do not give its hash"),
        /** The row does not name the hash of the row before it. */
        LINK("the row does not continue the row before it"),
        /** A row is missing, doubled or out of its place. */
        SEQUENCE("the rows are not numbered 1, 2, 3 …: one is missing or out of place"),
        /** The owner's row keeps another head than the chain has: the chain's tail was cut or added to. */
        HEAD("the chain does not end where its owner's row says"),
        /** A row that was sealed is not there any more. */
        SEALED_ROW_MISSING("a row of this chain was sealed and is not there any more"),
        /** A row that was sealed has another hash now. */
        SEALED_ROW_CHANGED("the row is not the one that was sealed"),
        /** The root of a seal is not the root of its leaves. */
        SEAL_ROOT("the seal's root is not that of the heads it sealed"),
        /** A seal was changed, or does not continue the seal before it. */
        SEAL_CHAIN("the seal was changed or does not continue the seal before it"),
        /** A seal was not made with this county's key. */
        SEAL_KEY("the seal was not made with this county's key"),
        /** A seal noted outside the database is not the one in it. */
        SEAL_NOTED("the seal is missing or is not the one that was noted outside the database");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** The fault in plain words. */
        public String sentence() {
            return sentence;
        }
    }

    @Override
    public String toString() {
        return table + ", chain " + chainId + (seq == null ? "" : ", row " + seq) + ": " + kind.sentence();
    }
}
