package org.hejie.shared.crypto;

import org.bouncycastle.crypto.digests.SM3Digest;

/** The hash SM3 (GB/T 32905-2016): 32 bytes. */
public final class Sm3 {

    /** Length of a hash in bytes. */
    public static final int LENGTH = 32;

    private static final EnginePool<Sm3> POOL = new EnginePool<>(Sm3::new);

    private final SM3Digest digest = new SM3Digest();

    /** A hash of its own for one thread that hashes much, such as the verifier of the history. */
    public Sm3() {
    }

    /** The hash of {@code data}. */
    public static byte[] hash(byte[] data) {
        Sm3 sm3 = POOL.take();
        byte[] hash = sm3.add(data, 0, data.length).finish();
        POOL.give(sm3);
        return hash;
    }

    /** Takes in {@code length} bytes of {@code data} from {@code offset}. */
    public Sm3 add(byte[] data, int offset, int length) {
        digest.update(data, offset, length);
        return this;
    }

    /** Takes in all of {@code data}. */
    public Sm3 add(byte[] data) {
        return add(data, 0, data.length);
    }

    /** The hash of all taken in since the last call; ready for the next message. */
    public byte[] finish() {
        byte[] hash = new byte[LENGTH];
        digest.doFinal(hash, 0);
        return hash;
    }
}
