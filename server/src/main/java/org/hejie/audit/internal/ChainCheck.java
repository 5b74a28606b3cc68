package org.hejie.audit.internal;

import java.util.Arrays;
import java.util.Iterator;
import org.hejie.audit.ChainFields;
import org.hejie.audit.ChainHead;
import org.hejie.audit.Fault;
import org.hejie.audit.HashChain;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the chains of one table, row by row in order of chain and place, and compares them with the heads
 * their owners keep and with what was sealed. Keeps one row at a time; stops at the first fault.
 */
final class ChainCheck {

    private final String table;
    private final Iterator<ChainHead> heads;
    private final Iterator<ChainHead> sealed;
    private final HashChain calculator = new HashChain();

    private @Nullable ChainHead nextHead;
    private @Nullable ChainHead nextSealed;
    private boolean open;
    private long chainId;
    private long seq;
    private byte[] hash = {};
    private long rows;
    private long chains;
    private @Nullable Fault fault;

    /**
     * A check of one table.
     *
     * @param heads  what the owners' rows keep, by chain id
     * @param sealed what was sealed, by chain id and seq
     */
    ChainCheck(String table, Iterator<ChainHead> heads, Iterator<ChainHead> sealed) {
        this.table = table;
        this.heads = heads;
        this.sealed = sealed;
        nextHead = next(heads);
        nextSealed = next(sealed);
    }

    /** Takes the next row; false when a fault was found and no more rows are wanted. */
    boolean row(long chainId, long seq, byte[] previous, byte[] hash, ChainFields fields) {
        if (!open || chainId != this.chainId) {
            closeChain();
            beginChain(chainId);
        }
        if (fault != null) {
            return false;
        }
        rows++;
        if (seq != this.seq + 1) {
            return fail(chainId, this.seq + 1, Fault.Kind.SEQUENCE);
        }
        if (!Arrays.equals(previous, this.hash)) {
            return fail(chainId, seq, Fault.Kind.LINK);
        }
        if (!Arrays.equals(hash, calculator.next(previous, chainId, seq, fields))) {
            return fail(chainId, seq, Fault.Kind.CONTENT);
        }
        this.seq = seq;
        this.hash = hash;
        return compareWithSealed();
    }

    /** Ends the table: what is kept or sealed beyond its last chain is missing from it. */
    @Nullable Fault finish() {
        if (fault == null) {
            closeChain();
        }
        if (fault == null) {
            missingBefore(Long.MAX_VALUE);
        }
        return fault;
    }

    long rows() {
        return rows;
    }

    long chains() {
        return chains;
    }

    private void beginChain(long id) {
        if (fault != null || missingBefore(id)) {
            return;
        }
        open = true;
        chains++;
        chainId = id;
        seq = 0;
        hash = HashChain.origin(table, id);
    }

    private void closeChain() {
        if (!open) {
            return;
        }
        open = false;
        ChainHead head = nextHead;
        if (head == null || head.chainId() != chainId || head.seq() != seq || !Arrays.equals(head.hash(), hash)) {
            fail(chainId, seq, Fault.Kind.HEAD);
            return;
        }
        nextHead = next(heads);
        if (nextSealed != null && nextSealed.chainId() == chainId) {
            fail(chainId, nextSealed.seq(), Fault.Kind.SEALED_ROW_MISSING);
        }
    }

    /** Whether a chain kept or sealed below {@code id} has no rows. */
    private boolean missingBefore(long id) {
        ChainHead head = nextHead;
        ChainHead seal = nextSealed;
        if (seal != null && seal.chainId() < id && (head == null || seal.chainId() <= head.chainId())) {
            fail(seal.chainId(), seal.seq(), Fault.Kind.SEALED_ROW_MISSING);
            return true;
        }
        if (head != null && head.chainId() < id) {
            fail(head.chainId(), null, Fault.Kind.HEAD);
            return true;
        }
        return false;
    }

    private boolean compareWithSealed() {
        ChainHead seal = nextSealed;
        while (seal != null && seal.chainId() == chainId && seal.seq() == seq) {
            if (!Arrays.equals(seal.hash(), hash)) {
                return fail(chainId, seq, Fault.Kind.SEALED_ROW_CHANGED);
            }
            seal = next(sealed);
            nextSealed = seal;
        }
        return true;
    }

    private boolean fail(long chainId, @Nullable Long seq, Fault.Kind kind) {
        fault = new Fault(table, chainId, seq, kind);
        return false;
    }

    private static @Nullable ChainHead next(Iterator<ChainHead> heads) {
        return heads.hasNext() ? heads.next() : null;
    }
}
