package org.hejie.shared.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** SM4 in Galois/counter mode (GB/T 32907-2016, RFC 8998) under one key. Thread-safe; the key is scheduled once an engine. */
public final class Sm4Gcm {

    /** Length of a key in bytes. */
    public static final int KEY_LENGTH = 16;

    /** Length of a nonce in bytes. */
    public static final int NONCE_LENGTH = 12;

    /** Length of the authentication tag in bytes. */
    public static final int TAG_LENGTH = 16;

    private final EnginePool<GCMModeCipher> pool;

    /** A cipher under {@code key} of 16 bytes. */
    public Sm4Gcm(byte[] key) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("an SM4 key has 16 bytes, not " + key.length);
        }
        KeyParameter parameter = new KeyParameter(key);
        pool = new EnginePool<>(() -> {
            GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
            cipher.init(false, new ParametersWithIV(parameter, new byte[NONCE_LENGTH]));
            return cipher;
        });
    }

    /**
     * Encrypts {@code plain} and binds {@code context} to it.
     *
     * @param nonce 12 bytes never used before under this key
     * @return ciphertext and tag, 16 bytes longer than {@code plain}
     */
    public byte[] seal(byte[] nonce, byte[] context, byte[] plain) {
        try {
            return run(true, nonce, context, plain, 0);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption does not check a tag", e);
        }
    }

    /**
     * Decrypts what {@link #seal} returned, found in {@code sealed} from {@code offset} on.
     *
     * @throws TagMismatch if ciphertext, tag, nonce or context is not what was sealed
     */
    public byte[] open(byte[] nonce, byte[] context, byte[] sealed, int offset) throws TagMismatch {
        if (sealed.length - offset < TAG_LENGTH) {
            throw new TagMismatch();
        }
        try {
            return run(false, nonce, context, sealed, offset);
        } catch (InvalidCipherTextException e) {
            throw new TagMismatch();
        }
    }

    private byte[] run(boolean encrypt, byte[] nonce, byte[] context, byte[] in, int offset)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = pool.take();
        cipher.init(encrypt, new AEADParameters(null, TAG_LENGTH * 8, nonce, context));
        int length = in.length - offset;
        byte[] out = new byte[cipher.getOutputSize(length)];
        int written = cipher.processBytes(in, offset, length, out, 0);
        written += cipher.doFinal(out, written);
        pool.give(cipher);
        return written == out.length ? out : Arrays.copyOf(out, written);
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
