package org.hejie.shared.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.hejie.shared.crypto.Sm4Gcm.TagMismatch;
import org.springframework.stereotype.Component;

/**
 * Encrypts one field of one row with SM4-GCM (密评, GB/T 39786-2021: SM4 for storage).
 *
 * <p>What is stored: version (1 byte) | key id (1) | nonce (12) | ciphertext and tag (length + 16).
 * Version, key id and {@link FieldPlace place} are authenticated with it. Nonces are random: up to
 * 2³² fields may be written under one key before it has to be rotated (NIST SP 800-38D, 8.3).
 */
@Component
public final class FieldCipher {

    private static final byte VERSION = 1;
    private static final int HEADER_LENGTH = 2;
    private static final int PREFIX_LENGTH = HEADER_LENGTH + Sm4Gcm.NONCE_LENGTH;

    private final KeyRing keys;
    private final EnginePool<Nonces> nonces = new EnginePool<>(Nonces::new);

    /** Encrypts under the newest key of the ring, decrypts under all of them. */
    public FieldCipher(KeyRing keys) {
        this.keys = keys;
    }

    /** The envelope of {@code plain} for this place alone. */
    public byte[] encrypt(FieldPlace place, String plain) {
        return encryptBytes(place, plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The envelope of these bytes, such as a file's, for this place alone. */
    public byte[] encryptBytes(FieldPlace place, byte[] plain) {
        int keyId = keys.currentId();
        Nonces source = nonces.take();
        byte[] nonce = source.next();
        nonces.give(source);
        byte[] sealed = keys.fieldCipher(keyId)
                .seal(nonce, context(keyId, place), plain);
        return ByteBuffer.allocate(PREFIX_LENGTH + sealed.length)
                .put(VERSION).put((byte) keyId).put(nonce).put(sealed)
                .array();
    }

    /**
     * What was encrypted for this place.
     *
     * @throws UnreadableField if the envelope was changed, belongs to another place, or its key is not in the ring
     */
    public String decrypt(FieldPlace place, byte[] envelope) {
        return new String(decryptBytes(place, envelope), StandardCharsets.UTF_8);
    }

    /**
     * The bytes that were encrypted for this place.
     *
     * @throws UnreadableField if the envelope was changed, belongs to another place, or its key is not in the ring
     */
    public byte[] decryptBytes(FieldPlace place, byte[] envelope) {
        if (envelope.length < PREFIX_LENGTH + Sm4Gcm.TAG_LENGTH || envelope[0] != VERSION) {
            throw new UnreadableField(place, "is not an envelope of version " + VERSION);
        }
        int keyId = keyIdOf(envelope);
        if (!keys.holds(keyId)) {
            throw new UnreadableField(place, "needs key " + keyId + ", which is not in the key ring");
        }
        byte[] nonce = Arrays.copyOfRange(envelope, HEADER_LENGTH, PREFIX_LENGTH);
        try {
            return keys.fieldCipher(keyId).open(nonce, context(keyId, place), envelope, PREFIX_LENGTH);
        } catch (TagMismatch e) {
            throw new UnreadableField(place, "was changed or moved since it was written");
        }
    }

    /** Whether the envelope was written under an older key than the one in use now. */
    public boolean isUnderOldKey(byte[] envelope) {
        return keyIdOf(envelope) != keys.currentId();
    }

    private static int keyIdOf(byte[] envelope) {
        return Byte.toUnsignedInt(envelope[1]);
    }

    private static byte[] context(int keyId, FieldPlace place) {
        byte[] column = place.column().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEADER_LENGTH + Long.BYTES + column.length)
                .put(VERSION).put((byte) keyId).putLong(place.rowId()).put(column)
                .array();
    }

    /** Random nonces drawn in batches: the system's generator is slower than the cipher. */
    private static final class Nonces {

        private static final int BATCH = 64;

        private final SecureRandom random = new SecureRandom();
        private final byte[] drawn = new byte[BATCH * Sm4Gcm.NONCE_LENGTH];
        private int used = drawn.length;

        byte[] next() {
            if (used == drawn.length) {
                random.nextBytes(drawn);
                used = 0;
            }
            byte[] nonce = Arrays.copyOfRange(drawn, used, used + Sm4Gcm.NONCE_LENGTH);
            used += Sm4Gcm.NONCE_LENGTH;
            return nonce;
        }
    }
}
