package org.hejie.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.TBSCertList.CRLEntry;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;

/** An authority's list of revoked certificates, signed by SM2 with SM3. Source: GB/T 20518-2018 (X.509 v2 CRL). */
final class RevocationList {

    private RevocationList() {
    }

    /**
     * When each certificate was revoked, by its serial number in hexadecimal.
     *
     * @throws IllegalArgumentException if it is no list, or not signed by this authority
     */
    static Map<String, Instant> read(byte[] file, SealCertificate authority) {
        try {
            CertificateList list = CertificateList.getInstance(Pem.decoded(file));
            if (!SealCertificate.SM2_WITH_SM3.equals(list.getSignatureAlgorithm())
                    || !list.getIssuer().equals(authority.asn1().getSubject())
                    || !Sm2.verifies(authority.point(), list.getTBSCertList().getEncoded(ASN1Encoding.DER), list.getSignature().getOctets())) {
                throw new IllegalArgumentException("not signed by this authority");
            }
            Map<String, Instant> revoked = new HashMap<>();
            for (Enumeration<?> entries = list.getRevokedCertificateEnumeration(); entries.hasMoreElements();) {
                CRLEntry entry = (CRLEntry) entries.nextElement();
                revoked.put(entry.getUserCertificate().getValue().toString(16), entry.getRevocationDate().getDate().toInstant());
            }
            return revoked;
        } catch (IOException | IllegalStateException | ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("no list of revoked certificates", e);
        }
    }

    /** A list of an authority whose key is here. */
    static byte[] made(SealCertificate authority, byte[] key, Map<String, Instant> revoked, Instant at) {
        var plan = new V2TBSCertListGenerator();
        plan.setSignature(SealCertificate.SM2_WITH_SM3);
        plan.setIssuer(X500Name.getInstance(authority.asn1().getSubject()));
        plan.setThisUpdate(new Time(Date.from(at)));
        revoked.forEach((serial, since) -> plan.addCRLEntry(new ASN1Integer(new BigInteger(serial, 16)),
                new Time(Date.from(since)), CRLReason.unspecified));
        try {
            var told = plan.generateTBSCertList();
            byte[] signature = Sm2.sign(key, told.getEncoded(ASN1Encoding.DER), new SecureRandom());
            return new DERSequence(new ASN1Encodable[] {told, SealCertificate.SM2_WITH_SM3, new DERBitString(signature)})
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("a list made here cannot be written", e);
        }
    }
}
