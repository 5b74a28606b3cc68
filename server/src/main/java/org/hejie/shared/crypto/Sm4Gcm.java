package org.hejie.shared.crypto;

import java.security.MessageDigest;
import java.util.Arrays;

/** SM4 in Galois/counter mode (GB/T 32907-2016, RFC 8998) under one key. Thread-safe. */
public final class Sm4Gcm {

    /** Length of a key in bytes. */
    public static final int KEY_LENGTH = 16;

    /** Length of a nonce in bytes. */
    public static final int NONCE_LENGTH = 12;

    /** Length of the authentication tag in bytes. */
    public static final int TAG_LENGTH = 16;

    private final Sm4Counter cipher;
    private final EnginePool<Ghash> pool;

    /** A cipher under {@code key} of 16 bytes. */
    public Sm4Gcm(byte[] key) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("an SM4 key has 16 bytes, not " + key.length);
        }
        cipher = new Sm4Counter(key);
        byte[] hashKey = cipher.block(new byte[Sm4Counter.BLOCK]);
        pool = new EnginePool<>(() -> new Ghash(hashKey));
    }

    /**
     * Encrypts {@code plain} and binds {@code context} to it.
     *
     * @param nonce 12 bytes never used before under this key
     * @return ciphertext and tag, 16 bytes longer than {@code plain}
     */
    public byte[] seal(byte[] nonce, byte[] context, byte[] plain) {
        byte[] sealed = Arrays.copyOf(plain, plain.length + TAG_LENGTH);
        cipher.mask(nonce, sealed, plain.length);
        byte[] tag = tag(nonce, context, sealed, 0, plain.length);
        System.arraycopy(tag, 0, sealed, plain.length, TAG_LENGTH);
        return sealed;
    }

    /**
     * Decrypts what {@link #seal} returned, found in {@code sealed} from {@code offset} on.
     *
     * @throws TagMismatch if ciphertext, tag, nonce or context is not what was sealed
     */
    public byte[] open(byte[] nonce, byte[] context, byte[] sealed, int offset) throws TagMismatch {
        int end = sealed.length - TAG_LENGTH;
        if (end < offset || !MessageDigest.isEqual(tag(nonce, context, sealed, offset, end - offset), Arrays.copyOfRange(sealed, end, sealed.length))) {
            throw new TagMismatch();
        }
        byte[] plain = Arrays.copyOfRange(sealed, offset, end);
        cipher.mask(nonce, plain, plain.length);
        return plain;
    }

    private byte[] tag(byte[] nonce, byte[] context, byte[] text, int offset, int length) {
        byte[] first = Arrays.copyOf(nonce, Sm4Counter.BLOCK);
        first[Sm4Counter.BLOCK - 1] = 1;
        byte[] tag = cipher.block(first);
        Ghash hash = pool.take();
        hash.finish(context, text, offset, length, tag);
        pool.give(hash);
        return tag;
    }

    @Override
    public String toString() {
        return "Sm4Gcm[key hidden]";
    }

    /** What was opened is not what was sealed. Says nothing of the content. */
    public static final class TagMismatch extends Exception {

        TagMismatch() {
            super("authentication tag does not match");
        }
    }
}
