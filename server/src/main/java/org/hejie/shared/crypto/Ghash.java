package org.hejie.shared.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bouncycastle.crypto.modes.gcm.GCMMultiplier;
import org.bouncycastle.crypto.modes.gcm.Tables4kGCMMultiplier;

/** The hash of Galois/counter mode (NIST SP 800-38D, 6.4) under one key. Not thread-safe. */
final class Ghash {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final GCMMultiplier multiplier = new Tables4kGCMMultiplier();
    private final byte[] state = new byte[Sm4Counter.BLOCK];

    /** @param key the block of zeros enciphered */
    Ghash(byte[] key) {
        multiplier.init(key);
    }

    /** Adds the hash of context and text to {@code sum}. */
    void finish(byte[] context, byte[] text, int offset, int length, byte[] sum) {
        Arrays.fill(state, (byte) 0);
        take(context, 0, context.length);
        take(text, offset, length);
        add(context.length * 8L, length * 8L);
        LONG.set(sum, 0, (long) LONG.get(sum, 0) ^ (long) LONG.get(state, 0));
        LONG.set(sum, Long.BYTES, (long) LONG.get(sum, Long.BYTES) ^ (long) LONG.get(state, Long.BYTES));
    }

    private void take(byte[] bytes, int from, int length) {
        int at = from;
        int end = from + length;
        for (; at <= end - state.length; at += state.length) {
            add((long) LONG.get(bytes, at), (long) LONG.get(bytes, at + Long.BYTES));
        }
        if (at < end) {
            byte[] rest = new byte[state.length];
            System.arraycopy(bytes, at, rest, 0, end - at);
            add((long) LONG.get(rest, 0), (long) LONG.get(rest, Long.BYTES));
        }
    }

    private void add(long high, long low) {
        LONG.set(state, 0, (long) LONG.get(state, 0) ^ high);
        LONG.set(state, Long.BYTES, (long) LONG.get(state, Long.BYTES) ^ low);
        multiplier.multiplyH(state);
    }
}
