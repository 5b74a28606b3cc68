package org.hejie.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** An X.509 certificate with an SM2 key, signed by SM2 with SM3. Source: GB/T 20518-2018. */
public final class SealCertificate {

    static final AlgorithmIdentifier SM2_WITH_SM3 = new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
    private static final AlgorithmIdentifier SM2_KEY =
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1);
    private static final int SERIAL_BITS = 120;

    private final Certificate certificate;

    private SealCertificate(Certificate certificate) {
        this.certificate = certificate;
    }

    /** Whose seal, and between which moments it may be used. @param authority whether it may issue others */
    record Wanted(String subject, byte[] point, Instant from, Instant until, boolean authority) {
    }

    /** @param issuerKey of the issuer, who signs */
    static SealCertificate issue(Wanted wanted, String issuer, byte[] issuerKey, SecureRandom random) {
        var plan = new V3TBSCertificateGenerator();
        plan.setSerialNumber(new ASN1Integer(new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS)));
        plan.setSignature(SM2_WITH_SM3);
        plan.setIssuer(new X500Name(issuer));
        plan.setSubject(new X500Name(wanted.subject()));
        plan.setStartDate(new Time(Date.from(wanted.from())));
        plan.setEndDate(new Time(Date.from(wanted.until())));
        plan.setSubjectPublicKeyInfo(new SubjectPublicKeyInfo(SM2_KEY, wanted.point()));
        try {
            plan.setExtensions(new Extensions(new Extension[] {
                new Extension(Extension.basicConstraints, true, new BasicConstraints(wanted.authority()).getEncoded()),
                new Extension(Extension.keyUsage, true,
                        new KeyUsage(wanted.authority() ? KeyUsage.keyCertSign : KeyUsage.digitalSignature).getEncoded())}));
            TBSCertificate told = plan.generateTBSCertificate();
            byte[] signature = Sm2.sign(issuerKey, told.getEncoded(ASN1Encoding.DER), random);
            return new SealCertificate(Certificate.getInstance(new DERSequence(new ASN1Encodable[] {
                told, SM2_WITH_SM3, new DERBitString(signature)})));
        } catch (IOException e) {
            throw new IllegalStateException("a certificate made here cannot be written", e);
        }
    }

    /** @throws IllegalArgumentException if these bytes are no certificate */
    static SealCertificate read(Object encoded) {
        return new SealCertificate(Certificate.getInstance(encoded));
    }

    /** A certificate as a file, DER or PEM. @throws IllegalArgumentException if it is none with an SM2 key */
    static SealCertificate file(byte[] file) {
        try {
            SealCertificate read = read(Pem.decoded(file));
            if (!SM2_KEY.equals(read.certificate.getSubjectPublicKeyInfo().getAlgorithm())) {
                throw new IllegalArgumentException("no SM2 key");
            }
            return read;
        } catch (IllegalStateException | ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("no certificate", e);
        }
    }

    Certificate asn1() {
        return certificate;
    }

    /** As DER. */
    public byte[] encoded() {
        try {
            return certificate.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("a certificate read before cannot be written", e);
        }
    }

    /** Whose it is, such as {@code CN=榆中县人民调解委员会}. */
    public String subject() {
        return certificate.getSubject().toString();
    }

    String issuer() {
        return certificate.getIssuer().toString();
    }

    /** By which it is revoked; hexadecimal. */
    public String serial() {
        return certificate.getSerialNumber().getValue().toString(16);
    }

    Instant from() {
        return certificate.getStartDate().getDate().toInstant();
    }

    Instant until() {
        return certificate.getEndDate().getDate().toInstant();
    }

    byte[] point() {
        ASN1BitString bits = certificate.getSubjectPublicKeyInfo().getPublicKeyData();
        return bits.getOctets();
    }

    boolean mayIssue() {
        Extensions extensions = certificate.getTBSCertificate().getExtensions();
        return extensions != null && BasicConstraints.fromExtensions(extensions) != null && BasicConstraints.fromExtensions(extensions).isCA();
    }

    /** Whether that authority has signed this. */
    boolean issuedBy(SealCertificate authority) {
        try {
            return authority.mayIssue() && SM2_WITH_SM3.equals(certificate.getSignatureAlgorithm())
                    && SM2_WITH_SM3.equals(certificate.getTBSCertificate().getSignature())
                    && certificate.getIssuer().equals(authority.certificate.getSubject())
                    && Sm2.verifies(authority.point(), certificate.getTBSCertificate().getEncoded(ASN1Encoding.DER),
                            certificate.getSignature().getOctets());
        } catch (IOException e) {
            return false;
        }
    }

    boolean validAt(Instant at) {
        return !at.isBefore(from()) && !at.isAfter(until());
    }
}
