package org.hejie.shared.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * The master secrets of this county, by key id, and the keys derived from them with HKDF-SM3 (RFC 5869).
 *
 * <p>The newest secret encrypts; older ones only decrypt. Blind indexes and {@link #derive derived} secrets
 * come from the oldest, so that a rotation breaks neither searches nor tokens already given out.
 */
public final class KeyRing {

    /** Length of a master secret in bytes. */
    public static final int SECRET_LENGTH = 32;

    private static final byte[] SALT = "hejie-keys-1".getBytes(StandardCharsets.UTF_8);
    private static final int FINGERPRINT_LENGTH = 8;

    private final NavigableMap<Integer, byte[]> secrets;
    private final Map<Integer, Sm4Gcm> ciphers = new ConcurrentHashMap<>();

    /**
     * A ring of the given secrets.
     *
     * @param secrets by key id, 1 to 255; at least one, each of 32 bytes
     */
    public KeyRing(Map<Integer, byte[]> secrets) {
        this.secrets = new TreeMap<>();
        secrets.forEach((id, secret) -> {
            if (id < 1 || id > 255 || secret.length != SECRET_LENGTH) {
                throw new IllegalArgumentException("key " + id + ": ids are 1 to 255, secrets have 32 bytes");
            }
            this.secrets.put(id, secret.clone());
        });
        if (this.secrets.isEmpty()) {
            throw new IllegalArgumentException("a key ring holds at least one secret");
        }
    }

    /** Id of the secret that encrypts now. */
    public int currentId() {
        return secrets.lastKey();
    }

    /** Ids of all secrets, oldest first. */
    public Set<Integer> ids() {
        return secrets.navigableKeySet();
    }

    /** A public mark of one secret, 8 bytes: tells whether a database was written with it, and nothing else. */
    public byte[] fingerprint(int keyId) {
        return expand(secret(keyId), "fingerprint", FINGERPRINT_LENGTH);
    }

    /**
     * A secret for another purpose, the same after every start and every rotation.
     *
     * @param label names the purpose, e.g. {@code resident-token}; different labels give unrelated secrets
     * @param length in bytes, 16 to 64
     */
    public byte[] derive(String label, int length) {
        if (length < 16 || length > 64) {
            throw new IllegalArgumentException("derived secrets have 16 to 64 bytes, not " + length);
        }
        return expand(secrets.firstEntry().getValue(), "label:" + label, length);
    }

    /** The cipher of fields under the given secret. */
    Sm4Gcm fieldCipher(int keyId) {
        Sm4Gcm cipher = ciphers.get(keyId);
        return cipher != null
                ? cipher
                : ciphers.computeIfAbsent(keyId, id -> new Sm4Gcm(expand(secret(id), "field", Sm4Gcm.KEY_LENGTH)));
    }

    /** Whether the ring holds this secret. */
    boolean holds(int keyId) {
        return secrets.containsKey(keyId);
    }

    /** The secrets, for the key file to write. */
    NavigableMap<Integer, byte[]> secrets() {
        return secrets;
    }

    private byte[] secret(int keyId) {
        byte[] secret = secrets.get(keyId);
        if (secret == null) {
            throw new IllegalArgumentException("no key " + keyId + " in the key ring");
        }
        return secret;
    }

    private static byte[] expand(byte[] secret, String info, int length) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SM3Digest());
        hkdf.init(new HKDFParameters(secret, SALT, info.getBytes(StandardCharsets.UTF_8)));
        byte[] key = new byte[length];
        hkdf.generateBytes(key, 0, length);
        return key;
    }

    @Override
    public String toString() {
        return "KeyRing[ids=" + secrets.keySet() + "]";
    }
}
