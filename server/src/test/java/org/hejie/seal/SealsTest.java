package org.hejie.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hejie.seal.SealCertificate.Wanted;
import org.hejie.seal.SealCheck.Trusted;
import org.hejie.seal.SealVerdict.Reason;
import org.hejie.seal.SealVerdict.Refused;
import org.hejie.seal.SealVerdict.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SM2 seals: the standard's example, and every way in which one must not be relied on. */
class SealsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final String AUTHORITY = "CN=演示CA（仅供演示）,O=Hejie Demo";
    private static final byte[] FILE = "%PDF-1.7 调解协议".getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final byte[] authorityKey = Sm2.newKey(random);
    private final byte[] key = Sm2.newKey(random);
    private final SealCertificate authority = issued(AUTHORITY, authorityKey, NOW.minus(Duration.ofDays(900)), true, authorityKey);
    private final SealCertificate certificate = issued("CN=榆中县人民调解委员会（演示）", key, NOW.minus(Duration.ofDays(300)), false, authorityKey);
    private final SealCheck check = new SealCheck(List.of(new Trusted(authority, Map.of())));

    /**
     * Source: GB/T 32918.5-2017 (GM/T 0003.5-2012), annex A.2: keys, k, r and s of the example "message digest", compared number by
     * number with {@code test/sm2_internal_test.c} of OpenSSL, which names that annex. Bouncy Castle's own {@code SM2SignerTest} holds the
     * example of GB/T 32918.2, annex A, which is on another curve, and one of its own making on ours.
     */
    @Test
    void theStandardsExampleIsSignedAndVerified() {
        byte[] privateKey = hex("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8");
        byte[] point = hex("04" + "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");
        byte[] k = hex("59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21");
        byte[] message = "message digest".getBytes(StandardCharsets.US_ASCII);

        byte[] signature = Sm2.sign(privateKey, message, fixed(k));

        assertThat(Sm2.publicPoint(privateKey)).isEqualTo(point);
        assertThat(signature).isEqualTo(hex("3046" + "022100F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                + "022100B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"));
        assertThat(Sm2.verifies(point, message, signature)).isTrue();
    }

    @Test
    void aSealIsValidForItsFile() {
        assertThat(check.of(FILE, sealed(NOW))).isEqualTo(new Valid("CN=榆中县人民调解委员会（演示）", certificate.serial(), NOW));
    }

    @Test
    void aFileChangedByOneBitIsRefused() {
        byte[] changed = FILE.clone();
        changed[4] ^= 1;

        assertThat(check.of(changed, sealed(NOW))).isEqualTo(new Refused(Reason.ALTERED));
    }

    @Test
    void aSealChangedInAnyByteIsNeverValid() {
        byte[] seal = sealed(NOW);
        for (int i = 0; i < seal.length; i += 7) {
            byte[] changed = seal.clone();
            changed[i] ^= 0x55;
            assertThat(check.of(FILE, changed)).as("byte " + i).isInstanceOf(Refused.class);
        }
    }

    @Test
    void anotherKeyUnderTheSameCertificateIsForged() {
        byte[] forged = SealedFile.seal(FILE, certificate, Sm2.newKey(random), NOW, random);

        assertThat(check.of(FILE, forged)).isEqualTo(new Refused(Reason.FORGED));
    }

    @Test
    void anAuthorityOfTheSameNameWithAnotherKeyIsNotTrusted() {
        byte[] strange = Sm2.newKey(random);
        SealCertificate made = issued("CN=榆中县人民调解委员会（演示）", key, NOW.minus(Duration.ofDays(1)), false, strange);

        assertThat(check.of(FILE, SealedFile.seal(FILE, made, key, NOW, random))).isEqualTo(new Refused(Reason.UNKNOWN_ISSUER));
    }

    @Test
    void aSealDoesNotIssueSeals() {
        SealCertificate under = SealCertificate.issue(new Wanted("CN=冒名", Sm2.publicPoint(key), NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(1)), false), certificate.subject(), key, random);

        assertThat(new SealCheck(List.of(new Trusted(certificate, Map.of()))).of(FILE, SealedFile.seal(FILE, under, key, NOW, random)))
                .isEqualTo(new Refused(Reason.UNKNOWN_ISSUER));
    }

    @Test
    void theTimeOfSigningDecides() {
        assertThat(check.of(FILE, sealed(NOW.plus(Duration.ofDays(66))))).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(check.of(FILE, sealed(NOW.minus(Duration.ofDays(301))))).isEqualTo(new Refused(Reason.NOT_YET_VALID));
    }

    @Test
    void aRevokedSealHoldsForWhatItSealedBefore() {
        var revoked = new SealCheck(List.of(new Trusted(authority, Map.of(certificate.serial(), NOW))));

        assertThat(revoked.of(FILE, sealed(NOW))).isEqualTo(new Refused(Reason.REVOKED));
        assertThat(revoked.of(FILE, sealed(NOW.minusSeconds(1)))).isInstanceOf(Valid.class);
    }

    @Test
    void whatIsNoSealIsRefused() {
        assertThat(check.of(FILE, FILE)).isEqualTo(new Refused(Reason.UNREADABLE));
        assertThat(check.of(FILE, new byte[0])).isEqualTo(new Refused(Reason.UNREADABLE));
        assertThat(check.of(FILE, certificate.encoded())).isEqualTo(new Refused(Reason.UNREADABLE));
    }

    @Test
    void theCommandNeedsFilesAlone(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.pdf"), FILE);
        Path seal = Files.write(folder.resolve("a.sig"), sealed(NOW));
        Path ca = Files.write(folder.resolve("ca.cer"), authority.encoded());
        Path list = Files.writeString(folder.resolve("revoked.txt"), certificate.serial() + " " + NOW + "\n");

        assertThat(run("verify", file.toString(), seal.toString(), "--ca=" + ca)).isZero();
        assertThat(run("verify", file.toString(), seal.toString(), "--ca=" + ca, "--revoked=" + list)).isEqualTo(1);
        assertThat(run("verify", ca.toString(), seal.toString(), "--ca=" + ca)).isEqualTo(1);
        assertThat(run("verify", file.toString(), seal.toString(), "--ca=" + seal)).isEqualTo(2);
        assertThat(run("verify", file.toString(), seal.toString())).isEqualTo(2);
        assertThat(run("verify", folder.resolve("none").toString(), seal.toString(), "--ca=" + ca)).isEqualTo(2);
    }

    private static int run(String... words) {
        return SealCommandLine.run(List.of(words));
    }

    private byte[] sealed(Instant at) {
        return SealedFile.seal(FILE, certificate, key, at, random);
    }

    private SealCertificate issued(String subject, byte[] own, Instant from, boolean issues, byte[] issuerKey) {
        return SealCertificate.issue(new Wanted(subject, Sm2.publicPoint(own), from, from.plus(Duration.ofDays(issues ? 3650 : 365)), issues),
                AUTHORITY, issuerKey, random);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static SecureRandom fixed(byte[] k) {
        return new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(k, 0, bytes, 0, bytes.length);
            }
        };
    }
}
