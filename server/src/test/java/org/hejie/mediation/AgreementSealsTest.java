package org.hejie.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.hejie.audit.AuditVerification;
import org.hejie.document.Documents;
import org.hejie.document.FileId;
import org.hejie.document.FileType;
import org.hejie.document.StoredFile;
import org.hejie.matter.MatterId;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.place.AreaCode;
import org.hejie.seal.SealCommandLine;
import org.hejie.seal.SealRegister;
import org.hejie.seal.SealVerdict.Reason;
import org.hejie.seal.SealsOfUnits;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The committee's electronic seal on a signed agreement. */
@HejieTest
class AgreementSealsTest {

    @Autowired BeanFactory beans;
    @Autowired TestStaff staff;
    @Autowired Documents documents;
    @Autowired Agreements agreements;
    @Autowired AgreementSeals agreementSeals;
    @Autowired ResidentMediations residents;
    @Autowired SealRegister register;
    @Autowired AuditVerification audit;
    @Autowired @FlywayDataSource DataSource owner;
    private Mediated mediated;
    private SealsOfUnits seals;
    private UnitId centre;
    private Actor head;
    private long seal;

    @BeforeEach
    void aSealOfTheCentre() {
        mediated = new Mediated(beans);
        seals = new SealsOfUnits(staff, register);
        centre = staff.units().countyCenter().id();
        head = staff.director().actor();
        seal = seals.active(centre);
    }

    @Test
    void aSignedAgreementIsSealedAndEverybodyInItReadsThatItIsValid() {
        long agreement = mediated.signed();

        AgreementSeal put = sealed(agreement);

        assertThat(put.put()).isNotNull();
        assertThat(put.put().valid()).isTrue();
        assertThat(put.put().subject()).isEqualTo("CN=榆中县人民调解委员会（演示）");
        assertThat(Actors.as(mediated.mediator.actor(), () -> agreementSeals.of(agreement))).isEqualTo(new AgreementSeal(put.put(), false, null));
        assertThat(residents.of(mediated.matterOf(agreement)).seal().serial()).isEqualTo(put.put().serial());
    }

    @Test
    void theSealIsAFileOfTheMatterAndItsHashStandsInTheHistory() {
        long agreement = mediated.signed();
        MatterId matter = mediated.matterOf(agreement);

        AgreementSeal.Put put = sealed(agreement).put();

        StoredFile file = Actors.as(mediated.mediator.actor(), () -> documents.view(new FileId(put.fileId())));
        assertThat(file.type()).isEqualTo(FileType.SEAL);
        assertThat(file.ownerId()).isEqualTo(matter.value());
        assertThat(JdbcClient.create(owner).sql("select count(*) from matter.event where matter_id = :id and action = 'SEAL_AGREEMENT' and data::text like :hash")
                .param("id", matter.value()).param("hash", "%" + file.sm3() + "%").query(Integer.class).single()).isOne();
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void itIsSealedOnceAndTheSameRequestIsAnsweredAlike() {
        long agreement = mediated.signed();
        AgreementSeal first = Actors.as(head, () -> agreementSeals.seal(agreement, 2, null, "walk-key-1"));

        AgreementSeal again = Actors.as(head, () -> agreementSeals.seal(agreement, 2, null, "walk-key-1"));

        assertThat(again).isEqualTo(first);
        assertThatThrownBy(() -> Actors.as(head, () -> agreementSeals.seal(agreement, 3, null, "walk-key-2")))
                .hasMessage("ALREADY_EXISTS: AGREEMENT_SEALED");
    }

    @Test
    void itIsRefusedOnAStalePage() {
        long agreement = mediated.signed();

        assertThatThrownBy(() -> Actors.as(head, () -> agreementSeals.seal(agreement, 1, null, null))).hasMessage("STALE");
        assertThat(Actors.as(head, () -> agreementSeals.of(agreement)).put()).isNull();
    }

    @Test
    void aMediatorDoesNotSeal() {
        long agreement = mediated.signed();

        assertThatThrownBy(() -> Actors.as(mediated.mediator.actor(), () -> agreementSeals.seal(agreement, 2, null, null)))
                .hasMessage("FORBIDDEN: SEAL_HEAD");
    }

    @Test
    void whatIsNotSignedIsNotSealed() {
        long agreement = mediated.drawn(mediated.consented());

        assertThatThrownBy(() -> sealed(agreement)).hasMessage("WRONG_STATE: SEAL_UNSIGNED");
        assertThat(Actors.as(head, () -> agreementSeals.of(agreement))).isEqualTo(new AgreementSeal(null, true, "SEAL_UNSIGNED"));
    }

    @Test
    void anOralAgreementIsNotSealed() {
        long mediation = mediated.consented();
        AgreementDraft written = mediated.draft(mediation, "100.00", Mediated.today());
        var oral = new AgreementDraft(AgreementRow.Form.ORAL, written.facts(), written.terms(), written.total(), written.owed());
        long agreement = Actors.as(mediated.mediator.actor(), () -> agreements.draw(mediation, oral));
        Actors.run(mediated.mediator.actor(), () -> agreements.sign(agreement, 1, Mediated.today(), null));

        assertThatThrownBy(() -> sealed(agreement)).hasMessage("RULE_REFUSED: SEAL_ORAL");
    }

    /** Source: Electronic Signature Law, art. 3, to be verified. */
    @Test
    void whatIsOfTheFamilyIsSealedByHandAlone() {
        for (String category : List.of("0102", "0104", "0706")) {
            long mediation = mediated.opened(mediated.dispute(category));
            mediated.agree(mediation);
            long agreement = mediated.drawn(mediation);
            Actors.run(mediated.mediator.actor(), () -> agreements.sign(agreement, 1, Mediated.today(), mediated.scan()));

            assertThatThrownBy(() -> sealed(agreement)).as(category).hasMessage("RULE_REFUSED: SEAL_CATEGORY");
        }
    }

    @Test
    void anotherCommitteesSealIsRefused() {
        long agreement = mediated.signed();
        long other = seals.active(staff.units().ofTown(AreaCode.parse("620123104")).id());

        assertThatThrownBy(() -> Actors.as(head, () -> agreementSeals.seal(agreement, 2, other, null))).hasMessage("RULE_REFUSED: SEAL_OTHER_UNIT");
    }

    @Test
    void aRevokedSealIsRefusedAndLeavesNothingBehind() {
        long agreement = mediated.signed();
        seals.revoke(seal);

        assertThatThrownBy(() -> Actors.as(head, () -> agreementSeals.seal(agreement, 2, seal, null))).hasMessage("RULE_REFUSED: SEAL_REVOKED");
        assertThat(JdbcClient.create(owner).sql("select version from mediation.agreement where id = :id").param("id", agreement)
                .query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNoLongerTheOneSealedIsShownAsAltered() {
        long agreement = mediated.signed();
        sealed(agreement);
        long another = mediated.scan();
        JdbcClient.create(owner).sql("update mediation.agreement_seal set document_id = :other where agreement_id = :id")
                .param("other", another).param("id", agreement).update();

        assertThat(Actors.as(mediated.mediator.actor(), () -> agreementSeals.of(agreement)).put().reason()).isEqualTo(Reason.ALTERED);
    }

    @Test
    void whatIsTakenHomeIsCheckedWithoutUs(@TempDir Path folder) throws IOException {
        long agreement = mediated.signed();
        sealed(agreement);

        Map<String, byte[]> taken = unpacked(Actors.as(mediated.mediator.actor(), () -> agreementSeals.packed(agreement)).zip());

        assertThat(taken).containsOnlyKeys("agreement.png", "agreement.png.p7s", "signer.cer", "authority.cer", "revoked.txt", "README.txt");
        for (Map.Entry<String, byte[]> file : taken.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        assertThat(SealCommandLine.run(List.of("verify", folder.resolve("agreement.png").toString(), folder.resolve("agreement.png.p7s").toString(),
                "--ca=" + folder.resolve("authority.cer"), "--revoked=" + folder.resolve("revoked.txt")))).isZero();
    }

    private AgreementSeal sealed(long agreement) {
        return Actors.as(head, () -> agreementSeals.seal(agreement, 2, seal, null));
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
