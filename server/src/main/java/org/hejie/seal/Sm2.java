package org.hejie.seal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.BigIntegers;

/** SM2 with SM3 on the recommended curve sm2p256v1. Source: GB/T 32918.2-2016, GB/T 32918.5-2017. */
final class Sm2 {

    /** The signer's identity where none is agreed upon. Source: GB/T 35276-2017, 10. */
    private static final byte[] IDENTITY = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final ECDomainParameters CURVE = curve();

    private Sm2() {
    }

    private static ECDomainParameters curve() {
        X9ECParameters named = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }

    /** How many points there are; a private key is smaller. */
    static BigInteger order() {
        return CURVE.getN();
    }

    /** A new private key, 32 bytes. */
    static byte[] newKey(SecureRandom random) {
        BigInteger key = BigIntegers.createRandomInRange(BigInteger.ONE, CURVE.getN().subtract(BigInteger.TWO), random);
        return BigIntegers.asUnsignedByteArray(32, key);
    }

    /** The public point of a private key, uncompressed, 65 bytes. */
    static byte[] publicPoint(byte[] key) {
        return CURVE.getG().multiply(new BigInteger(1, key)).normalize().getEncoded(false);
    }

    /** Signature of a message, as DER of r and s. */
    static byte[] sign(byte[] key, byte[] message, SecureRandom random) {
        var signer = new SM2Signer();
        signer.init(true, named(new ParametersWithRandom(new ECPrivateKeyParameters(new BigInteger(1, key), CURVE), random)));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("the private key is no SM2 key", e);
        }
    }

    /** @param point the public point; one off the curve verifies nothing */
    static boolean verifies(byte[] point, byte[] message, byte[] signature) {
        try {
            var signer = new SM2Signer();
            signer.init(false, named(new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), CURVE)));
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static CipherParameters named(CipherParameters key) {
        return new ParametersWithID(key, IDENTITY);
    }
}
