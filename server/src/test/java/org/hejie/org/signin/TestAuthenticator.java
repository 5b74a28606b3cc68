package org.hejie.org.signin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.hejie.org.Passkeys;

/** A device with one passkey (ES256), and the browser before it; each may be made to misbehave. */
final class TestAuthenticator {

    private static final int USER_PRESENT = 1;
    private static final int USER_VERIFIED = 4;
    private static final int NEW_KEY = 64;

    private final byte[] credentialId = new byte[32];
    private final KeyPair pair;
    private String user = "";
    private int count;

    /** Where the browser says it is; null for where the server is. */
    String origin;

    /** The relying party the device signs for; null for the server's. */
    String rpId;

    boolean verifiesUser = true;

    TestAuthenticator() {
        new SecureRandom().nextBytes(credentialId);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Passkeys.NewPasskey create(Passkeys.ToRegister asked, String here, String name) {
        user = asked.user();
        return new Passkeys.NewPasskey(name, text(clientData("webauthn.create", asked.challenge(), here)), text(attestation(asked.rpId())));
    }

    Passkeys.Assertion sign(Passkeys.ToSignIn asked, String here) {
        count++;
        byte[] client = clientData("webauthn.get", asked.challenge(), here);
        byte[] device = authenticatorData(asked.rpId(), 0);
        return new Passkeys.Assertion(text(credentialId), user, text(client), text(device), text(signature(device, client)));
    }

    /** Claims to be another account's. */
    void claim(String otherUser) {
        user = otherUser;
    }

    /** As a copy of the device does, made when it had counted so far. */
    void countFrom(int before) {
        count = before;
    }

    private byte[] clientData(String type, String challenge, String here) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin == null ? here : origin).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(String asked, int flags) {
        return ByteBuffer.allocate(37)
                .put(sha256((rpId == null ? asked : rpId).getBytes(StandardCharsets.UTF_8)))
                .put((byte) (USER_PRESENT | (verifiesUser ? USER_VERIFIED : 0) | flags))
                .putInt(count).array();
    }

    /** CBOR of {@code {"fmt": "none", "attStmt": {}, "authData": …}}. */
    private byte[] attestation(String asked) {
        byte[] key = join(authenticatorData(asked, NEW_KEY), new byte[16], new byte[] {0, 32}, credentialId, publicKey());
        return join(new byte[] {(byte) 0xa3}, cbor("fmt"), cbor("none"), cbor("attStmt"), new byte[] {(byte) 0xa0}, cbor("authData"),
                new byte[] {0x58, (byte) key.length}, key);
    }

    /** COSE: kty EC2, alg ES256, crv P-256, x, y. */
    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return join(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32}, coordinate(key.getW().getAffineX().toByteArray()),
                new byte[] {0x22, 0x58, 32}, coordinate(key.getW().getAffineY().toByteArray()));
    }

    private byte[] signature(byte[] device, byte[] client) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(join(device, sha256(client)));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        int from = Math.max(0, number.length - 32);
        System.arraycopy(number, from, fixed, 32 - (number.length - from), number.length - from);
        return fixed;
    }

    private static byte[] cbor(String text) {
        return join(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
