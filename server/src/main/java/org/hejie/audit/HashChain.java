package org.hejie.audit;

import java.nio.charset.StandardCharsets;
import org.hejie.shared.crypto.Sm3;

/**
 * The rule by which each row of an append-only table carries the hash of the row before it:
 *
 * <pre>
 * hash(0) = SM3("hejie-chain-1\n" + table + "\n" + chain id in decimal)
 * hash(n) = SM3(hash(n-1) | chain id | n | fields)     n = 1, 2, 3 …; numbers have 8 bytes, big-endian
 * </pre>
 *
 * <p>The form of the fields: {@link ChainFields}. How anybody can recompute it: {@code docs/security.md}.
 */
public final class HashChain {

    /** Length of a hash in bytes. */
    public static final int LENGTH = Sm3.LENGTH;

    private final Sm3 sm3 = new Sm3();
    private final byte[] place = new byte[2 * Long.BYTES];

    /** A calculator for one thread. */
    public HashChain() {
    }

    /**
     * What the first row of a chain names as the hash before it. It binds the chain to its table and id, so that
     * whole chains cannot be exchanged.
     *
     * @param table with its schema, e.g. {@code matter.event}
     */
    public static byte[] origin(String table, long chainId) {
        return Sm3.hash(("hejie-chain-1\n" + table + "\n" + chainId).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The hash of one row.
     *
     * @param previous hash of the row before it, or {@link #origin}
     * @param seq      place in the chain, from 1, without gaps
     */
    public byte[] next(byte[] previous, long chainId, long seq, ChainFields fields) {
        putLong(place, putLong(place, 0, chainId), seq);
        return sm3.add(previous).add(place).add(fields.buffer(), 0, fields.length()).finish();
    }

    static int putLong(byte[] into, int offset, long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            into[offset++] = (byte) (value >>> shift);
        }
        return offset;
    }
}
