package org.hejie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.place.AreaCode;
import org.hejie.seal.DemoAuthority.Issued;
import org.hejie.seal.SealVerdict.Reason;
import org.hejie.seal.SealVerdict.Refused;
import org.hejie.seal.SealVerdict.Valid;
import org.hejie.shared.web.Problem;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who brings seals, who approves them, who may use their keys, and what ends them. */
@HejieTest
class SealRegisterTest {

    private static final byte[] PAPER = "%PDF-1.7 调解协议".getBytes(StandardCharsets.UTF_8);

    @Autowired TestStaff staff;
    @Autowired SealRegister register;
    @Autowired Sealing sealing;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired @FlywayDataSource DataSource owner;
    private SealsOfUnits seals;
    private UnitId unit;
    private Actor head;

    @BeforeEach
    void authority() {
        seals = new SealsOfUnits(staff, register);
        unit = staff.units().ofTown(AreaCode.parse("620123104")).id();
        head = staff.townDirector("620123104").actor();
    }

    @Test
    void whatIsSealedIsValidForEverybody() {
        long seal = seals.active(unit);

        byte[] file = put(seal).file();

        assertThat(sealing.check(PAPER, file)).isInstanceOf(Valid.class);
        assertThat(sealing.check("another".getBytes(StandardCharsets.UTF_8), file)).isEqualTo(new Refused(Reason.ALTERED));
    }

    @Test
    void aSealIsUsedOnceTheOtherAdministratorHasApproved() {
        long seal = seals.brought(unit, seals.issued(10));

        assertThatThrownBy(() -> put(seal)).hasMessage("RULE_REFUSED: SEAL_NOT_APPROVED");
        assertThatThrownBy(() -> Actors.run(seals.bringing, () -> register.approve(seal, 1))).hasMessage("FORBIDDEN");
        Actors.run(seals.approving, () -> register.approve(seal, 1));
        assertThat(put(seal).seal()).isEqualTo(seal);
    }

    @Test
    void onlyTheSystemAdministratorBringsSeals() {
        Issued issued = seals.issued(1);

        assertThatThrownBy(() -> Actors.as(head, () -> register.bring(unit, files(issued)))).hasMessage("FORBIDDEN");
        assertThatThrownBy(() -> Actors.as(seals.approving, () -> register.propose(issued.certificate()))).hasMessage("FORBIDDEN");
    }

    @Test
    void aKeyIsReadByTheHeadOfItsUnitAlone() {
        long seal = seals.active(unit);
        Actor elsewhere = staff.townDirector("620123100").actor();

        assertThatThrownBy(() -> Actors.as(elsewhere, () -> sealing.seal(unit, seal, PAPER))).hasMessage("FORBIDDEN: SEAL_HOLDER");
        assertThat(keysSeen(seals.bringing, seal)).isZero();
        assertThat(keysSeen(seals.approving, seal)).isZero();
        assertThat(keysSeen(elsewhere, seal)).isZero();
        assertThat(keysSeen(head, seal)).isOne();
    }

    @Test
    void aRevokedKeyIsReadByNobody() {
        long seal = seals.active(unit);
        byte[] before = put(seal).file();
        seals.revoke(seal);

        assertThat(keysSeen(head, seal)).isZero();
        assertThatThrownBy(() -> put(seal)).hasMessage("RULE_REFUSED: SEAL_REVOKED");
        assertThat(seals.row(seal).revokedWhy()).isEqualTo(RevocationReason.KEY_LOST);
        assertThatThrownBy(() -> Actors.run(seals.approving, () -> register.revoke(seal, 3, RevocationReason.REPLACED))).hasMessage("WRONG_STATE: SEAL");
        assertThat(sealing.check(PAPER, before)).as("put before or in the second of the revocation")
                .isIn(new Refused(Reason.REVOKED), valid(before));
    }

    private Valid valid(byte[] file) {
        SealedFile read = SealedFile.read(file);
        return new Valid(read.certificate().subject(), read.certificate().serial(), read.signedAt());
    }

    @Test
    void whatItsAuthorityRevokedIsRefused() {
        Issued issued = seals.issued(10);
        long seal = seals.brought(unit, issued);
        Actors.run(seals.approving, () -> register.approve(seal, 1));
        Instant since = Instant.now().minusSeconds(60);
        byte[] list = seals.authority.revocationList(Map.of(issued.serial(), since), Instant.now());

        int more = Actors.as(seals.bringing, () -> register.take(seals.authorityId, list));

        assertThat(more).isOne();
        assertThatThrownBy(() -> put(seal)).hasMessage("RULE_REFUSED: SEAL_REVOKED");
        assertThat(sealing.kit(new byte[0]).revoked()).contains(issued.serial());
        assertThat(Actors.as(seals.bringing, () -> register.take(seals.authorityId, list))).isZero();
    }

    @Test
    void aListOfAnotherAuthorityIsNotTaken() {
        var other = new DemoAuthority(Instant.now(), Instant.now().plusSeconds(60));

        assertThatThrownBy(() -> Actors.as(seals.bringing, () -> register.take(seals.authorityId, other.revocationList(Map.of(), Instant.now()))))
                .satisfies(e -> assertThat(((Problem) e).errors()).extracting("path", "code").containsExactly(tuple("list", "UNREADABLE")));
    }

    @Test
    void anExpiredCertificateIsNotBroughtAndOneNotYetValidSealsNothing() {
        assertThat(field(() -> seals.brought(unit, seals.issued(400)))).isEqualTo("certificate EXPIRED");
        long tomorrow = seals.brought(unit, seals.issued(-1));
        Actors.run(seals.approving, () -> register.approve(tomorrow, 1));

        assertThatThrownBy(() -> put(tomorrow)).hasMessage("RULE_REFUSED: SEAL_NOT_YET_VALID");
    }

    @Test
    void nothingIsValidOfAnAuthorityThatIsTrustedNoLonger() {
        long seal = seals.active(unit);
        byte[] file = put(seal).file();
        Actors.run(seals.approving, () -> register.withdraw(seals.authorityId, 2));

        assertThat(sealing.check(PAPER, file)).isEqualTo(new Refused(Reason.UNKNOWN_ISSUER));
        assertThatThrownBy(() -> put(seal)).hasMessage("RULE_REFUSED: SEAL_UNKNOWN_ISSUER");
    }

    @Test
    void filesThatDoNotFitAreRefusedWithTheField() {
        Issued issued = seals.issued(1);
        Issued other = seals.issued(1);
        byte[] text = "no file".getBytes(StandardCharsets.UTF_8);

        assertThat(field(() -> bring(text, issued.key(), null))).isEqualTo("certificate UNREADABLE");
        assertThat(field(() -> bring(issued.certificate(), text, null))).isEqualTo("key UNREADABLE");
        assertThat(field(() -> bring(issued.certificate(), other.key(), null))).isEqualTo("key OTHER_KEY");
        assertThat(field(() -> bring(seals.authority.certificate(), issued.key(), null))).isEqualTo("certificate IS_AUTHORITY");
        assertThat(field(() -> Actors.as(seals.bringing, () -> register.propose(issued.certificate())))).isEqualTo("certificate NO_AUTHORITY");
        Issued strange = new DemoAuthority(Instant.now(), Instant.now().plus(Duration.ofDays(1))).issue("冒名", Instant.now(), Instant.now().plusSeconds(60));
        assertThat(field(() -> bring(strange.certificate(), strange.key(), null))).isEqualTo("certificate UNKNOWN_ISSUER");
    }

    @Test
    void theSameCertificateIsNotBroughtTwice() {
        Issued issued = seals.issued(1);
        seals.brought(unit, issued);

        assertThatThrownBy(() -> seals.brought(unit, issued)).hasMessage("ALREADY_EXISTS: SEAL");
        assertThatThrownBy(() -> Actors.as(seals.bringing, () -> register.propose(seals.authority.certificate())))
                .hasMessage("ALREADY_EXISTS: SEAL_AUTHORITY");
    }

    @Test
    void pemAndPkcs12AreReadToo() throws Exception {
        Issued issued = seals.issued(1);
        Issued another = seals.issued(1);

        bring(pem("CERTIFICATE", issued.certificate()), pem("PRIVATE KEY", issued.key()), null);
        byte[] file = pkcs12(another, "geheim-8");

        assertThat(field(() -> bring(another.certificate(), file, "falsch"))).isEqualTo("password WRONG");
        assertThat(bring(another.certificate(), file, "geheim-8")).isPositive();
    }

    @Test
    void theKeyIsKeptEncrypted() {
        Issued issued = seals.issued(1);
        long seal = seals.brought(unit, issued);
        byte[] key = SealKey.of(SealCertificate.file(issued.certificate()), issued.key(), null);

        byte[] kept = JdbcClient.create(owner).sql("select sealed from seal.secret where seal_id = :id").param("id", seal).query(byte[].class).single();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
        assertThat(kept).hasSize(1 + 1 + 12 + 32 + 16);
    }

    @Test
    void everyStepStandsInTheAudit() {
        long seal = seals.active(unit);
        put(seal);
        seals.revoke(seal);

        List<String> actions = JdbcClient.create(owner).sql("select action from audit.entry where object_type = 'seal' and object_id = :id order by id")
                .param("id", seal).query(String.class).list();

        assertThat(actions).containsExactly("SEAL_BROUGHT", "SEAL_APPROVED", "SEAL_USED", "SEAL_REVOKED");
    }

    private Sealing.Put put(long seal) {
        return Actors.as(head, () -> sealing.seal(unit, seal, PAPER));
    }

    private Integer keysSeen(Actor actor, long seal) {
        return Actors.as(actor, () -> transaction.execute(status -> jdbc.sql("select count(*) from seal.secret where seal_id = :id")
                .param("id", seal).query(Integer.class).single()));
    }

    private static SealRegister.Files files(Issued issued) {
        return new SealRegister.Files(issued.certificate(), issued.key(), null);
    }

    private long bring(byte[] certificate, byte[] key, String password) {
        return Actors.as(seals.bringing, () -> register.bring(unit, new SealRegister.Files(certificate, key, password)));
    }

    private static String field(ThrowingCallable call) {
        try {
            call.call();
        } catch (Problem e) {
            return e.errors().getFirst().path() + " " + e.errors().getFirst().code();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        return "taken";
    }

    private static byte[] pem(String kind, byte[] der) {
        return ("-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] pkcs12(Issued issued, String password) throws Exception {
        var provider = new BouncyCastleProvider();
        PrivateKey key = KeyFactory.getInstance("EC", provider).generatePrivate(new PKCS8EncodedKeySpec(issued.key()));
        Certificate certificate = CertificateFactory.getInstance("X.509", provider)
                .generateCertificate(new ByteArrayInputStream(issued.certificate()));
        KeyStore store = KeyStore.getInstance("PKCS12", provider);
        store.load(null, null);
        store.setKeyEntry("seal", key, password.toCharArray(), new Certificate[] {certificate});
        var out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }
}
