package org.hejie.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.hejie.seal.SealCertificate.Wanted;

/**
 * An authority made on the spot, for demonstrations and tests; its name says so. Its key is held by this object alone and is gone
 * with it.
 */
public final class DemoAuthority {

    /** The name in every certificate it issues. */
    public static final String NAME = "CN=演示CA（仅供演示，不具法律效力）,O=Hejie Demo";

    private static final int BITS = 256;

    private final SecureRandom random = new SecureRandom();
    private final byte[] key = Sm2.newKey(random);
    private final SealCertificate certificate;

    /** @param from first moment of its certificate */
    public DemoAuthority(Instant from, Instant until) {
        certificate = SealCertificate.issue(new Wanted(NAME, Sm2.publicPoint(key), from, until, true), NAME, key, random);
    }

    /** Its certificate, as DER. */
    public byte[] certificate() {
        return certificate.encoded();
    }

    /** A certificate with its private key (PKCS#8), both as DER. */
    public record Issued(byte[] certificate, byte[] key) {

        /** As in its certificate. */
        public String serial() {
            return SealCertificate.file(certificate).serial();
        }

        @Override
        public String toString() {
            return "Issued[hidden]";
        }
    }

    /** A new key pair and its certificate. @param holder such as {@code 榆中县人民调解委员会（演示）} */
    public Issued issue(String holder, Instant from, Instant until) {
        byte[] own = Sm2.newKey(random);
        SealCertificate made = SealCertificate.issue(
                new Wanted("CN=" + holder.replace(",", "，"), Sm2.publicPoint(own), from, until, false), NAME, key, random);
        try {
            var info = new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1),
                    new ECPrivateKey(BITS, new BigInteger(1, own)));
            return new Issued(made.encoded(), info.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("a key made here cannot be written", e);
        }
    }

    /** Its list of what is revoked, by serial number, as DER. */
    public byte[] revocationList(Map<String, Instant> revoked, Instant at) {
        return RevocationList.made(certificate, key, revoked, at);
    }
}
