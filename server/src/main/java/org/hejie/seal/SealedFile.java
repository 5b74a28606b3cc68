package org.hejie.seal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.IssuerAndSerialNumber;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SignedData;
import org.bouncycastle.asn1.pkcs.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Time;
import org.hejie.shared.crypto.Sm3;

/**
 * The seal beside a file: signed data by GB/T 35275-2017 without the content, with the certificate, the SM3 of the file and the time
 * of signing among the signed attributes.
 */
final class SealedFile {

    private static final ASN1ObjectIdentifier DATA = new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.1");
    private static final ASN1ObjectIdentifier SIGNED_DATA = new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.2");
    private static final ASN1ObjectIdentifier SM2_SIGNING = new ASN1ObjectIdentifier("1.2.156.10197.1.301.1");
    private static final AlgorithmIdentifier SM3 = new AlgorithmIdentifier(GMObjectIdentifiers.sm3);

    private final SealCertificate certificate;
    private final byte[] attributes;
    private final byte[] digest;
    private final Instant signedAt;
    private final byte[] signature;

    private SealedFile(SealCertificate certificate, byte[] attributes, byte[] digest, Instant signedAt, byte[] signature) {
        this.certificate = certificate;
        this.attributes = attributes;
        this.digest = digest;
        this.signedAt = signedAt;
        this.signature = signature;
    }

    /** Seals a file. @param at the time of signing, kept to the second */
    static byte[] seal(byte[] file, SealCertificate certificate, byte[] key, Instant at, SecureRandom random) {
        var signed = new ASN1EncodableVector();
        signed.add(attribute(PKCSObjectIdentifiers.pkcs_9_at_contentType, DATA));
        signed.add(attribute(PKCSObjectIdentifiers.pkcs_9_at_messageDigest, new DEROctetString(Sm3.hash(file))));
        signed.add(attribute(PKCSObjectIdentifiers.pkcs_9_at_signingTime, new Time(Date.from(at))));
        try {
            ASN1Set attributes = new DERSet(signed);
            return assembled(certificate, attributes, Sm2.sign(key, attributes.getEncoded(ASN1Encoding.DER), random));
        } catch (IOException e) {
            throw new IllegalStateException("a seal made here cannot be written", e);
        }
    }

    private static byte[] assembled(SealCertificate certificate, ASN1Set attributes, byte[] signature) throws IOException {
        var signer = new SignerInfo(new ASN1Integer(1), new IssuerAndSerialNumber(certificate.asn1().getIssuer(),
                certificate.asn1().getSerialNumber().getValue()), SM3, attributes, new AlgorithmIdentifier(SM2_SIGNING),
                new DEROctetString(signature), null);
        var data = new SignedData(new ASN1Integer(1), new DERSet(SM3), new ContentInfo(DATA, null), new DERSet(certificate.asn1()), null,
                new DERSet(signer));
        return new ContentInfo(SIGNED_DATA, data).getEncoded(ASN1Encoding.DER);
    }

    private static Attribute attribute(ASN1ObjectIdentifier kind, ASN1Encodable value) {
        return new Attribute(kind, new DERSet(value));
    }

    /** @throws IllegalArgumentException if it is no seal of this kind */
    static SealedFile read(byte[] encoded) {
        try {
            ContentInfo info = ContentInfo.getInstance(encoded);
            require(SIGNED_DATA.equals(info.getContentType()));
            SignedData data = SignedData.getInstance(info.getContent());
            require(data.getCertificates() != null && data.getCertificates().size() == 1 && data.getSignerInfos().size() == 1);
            SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
            require(SM3.getAlgorithm().equals(signer.getDigestAlgorithm().getAlgorithm()) && signer.getAuthenticatedAttributes() != null);
            SealCertificate certificate = SealCertificate.read(data.getCertificates().getObjectAt(0));
            require(DATA.equals(value(signer, PKCSObjectIdentifiers.pkcs_9_at_contentType)));
            byte[] digest = ASN1OctetString.getInstance(value(signer, PKCSObjectIdentifiers.pkcs_9_at_messageDigest)).getOctets();
            Instant at = Time.getInstance(value(signer, PKCSObjectIdentifiers.pkcs_9_at_signingTime)).getDate().toInstant();
            // What is not signed is not left open either: one form of each seal alone.
            require(Arrays.equals(encoded, assembled(certificate, signer.getAuthenticatedAttributes(), signer.getEncryptedDigest().getOctets())));
            return new SealedFile(certificate, signer.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER), digest, at,
                    signer.getEncryptedDigest().getOctets());
        } catch (IOException | ClassCastException | IllegalStateException | IndexOutOfBoundsException | NullPointerException e) {
            throw new IllegalArgumentException("no seal", e);
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("no seal");
        }
    }

    /** The one value of an attribute that stands once. */
    private static ASN1Encodable value(SignerInfo signer, ASN1ObjectIdentifier kind) {
        ASN1Encodable found = null;
        for (ASN1Encodable one : signer.getAuthenticatedAttributes()) {
            Attribute attribute = Attribute.getInstance(one);
            if (attribute.getAttrType().equals(kind)) {
                require(found == null && attribute.getAttrValues().size() == 1);
                found = attribute.getAttrValues().getObjectAt(0);
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("no seal");
        }
        return found;
    }

    SealCertificate certificate() {
        return certificate;
    }

    Instant signedAt() {
        return signedAt;
    }

    boolean genuine() {
        return Sm2.verifies(certificate.point(), attributes, signature);
    }

    boolean of(byte[] file) {
        return MessageDigest.isEqual(digest, Sm3.hash(file));
    }
}
