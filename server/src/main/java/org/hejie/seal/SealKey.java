package org.hejie.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.BigIntegers;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** Reads a private key made outside: PKCS#8 (GB/T 35276 keeps its form), or PKCS#12 under a password. */
final class SealKey {

    private static final int LENGTH = 32;

    private SealKey() {
    }

    /**
     * The key that belongs to the certificate, 32 bytes.
     *
     * @throws Problem naming {@code key} or {@code password}; never what was in them
     */
    static byte[] of(SealCertificate certificate, byte[] file, char @Nullable [] password) {
        byte[] key = password == null || password.length == 0 ? fromPkcs8(file) : fromPkcs12(file, password);
        if (!Arrays.equals(Sm2.publicPoint(key), certificate.point())) {
            throw Problem.field("key", "OTHER_KEY");
        }
        return key;
    }

    private static byte[] fromPkcs8(byte[] file) {
        try {
            return checked(PrivateKeyInfo.getInstance(Pem.decoded(file)));
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw Problem.field("key", "UNREADABLE");
        }
    }

    private static byte[] checked(PrivateKeyInfo info) throws IOException {
        BigInteger key = ECPrivateKey.getInstance(info.parsePrivateKey()).getKey();
        if (key.signum() <= 0 || key.compareTo(Sm2.order()) >= 0) {
            throw Problem.field("key", "UNREADABLE");
        }
        return BigIntegers.asUnsignedByteArray(LENGTH, key);
    }

    private static byte[] fromPkcs12(byte[] file, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
            store.load(new ByteArrayInputStream(file), password);
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, password);
                if (key != null) {
                    return checked(PrivateKeyInfo.getInstance(key.getEncoded()));
                }
            }
            throw Problem.field("key", "UNREADABLE");
        } catch (IOException e) {
            throw Problem.field("password", "WRONG");
        } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw Problem.field("key", "UNREADABLE");
        }
    }
}
