package org.hejie.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hejie.dossier.PaperPackages.Packed;
import org.hejie.matter.Act;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes to the court with the application for judicial confirmation. */
@HejieTest
class ConfirmationPackageTest {

    private static final String SERVED = "王某：和平镇某村3号，13812345678";

    @Autowired BeanFactory beans;
    @Autowired TestStaff staff;
    @Autowired Matters matters;
    @Autowired JudicialConfirmations confirmations;
    @Autowired @FlywayDataSource DataSource owner;
    private Mediated mediated;
    private long agreement;
    private MatterId matter;

    @BeforeEach
    void aSignedAgreement() {
        mediated = new Mediated(beans);
        agreement = mediated.signed();
        matter = mediated.matterOf(agreement);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> packed(SERVED)).satisfies(problem -> {
            assertThat(problem.reasonCode()).isEqualTo("PACKAGE_INCOMPLETE");
            assertThat(problem.errors()).extracting(Problem.FieldError::path).containsExactly("papers.identity-proof");
        });
        assertThat(Actors.as(mediated.dispatcher, () -> confirmations.papers(agreement))).extracting(slot -> slot.code() + " " + slot.state())
                .startsWith("confirmation-application MADE", "agreement THERE", "identity-proof MISSING", "authorisation ABSENT",
                        "property-evidence ABSENT");
    }

    @Test
    void thePackageIsOnePdfInOrderWithTheApplicationFilledInFull() throws IOException {
        brought("identity-proof");
        brought("property-evidence");
        Packed packed = packed(SERVED);

        try (PDDocument pdf = Loader.loadPDF(packed.pdf())) {
            assertThat(StreamSupport.stream(pdf.getDocumentCatalog().getDocumentOutline().children().spliterator(), false)
                    .map(PDOutlineItem::getTitle).map(title -> title.split(" |（")[0]).toList())
                    .containsExactly("封面", "卷内目录", "司法确认申请书", "调解协议书", "身份证明", "财产权利证明", "备考表");
            assertThat(new PDFTextStripper().getText(pdf)).contains("司法确认申请材料", "王小民", "李大田", "分期归还。", SERVED, "榆中县人民法院", "共同请求依法确认");
        }
    }

    @Test
    void itsHashStandsInTheMattersHistory() {
        brought("identity-proof");
        Packed packed = packed(SERVED);

        assertThat(JdbcClient.create(owner).sql("select data::text from matter.event where matter_id = :id and reason = 'PACKED'")
                .param("id", matter.value()).query(String.class).single()).contains(packed.sm3()).doesNotContain("13812345678");
    }

    @Test
    void wherePartiesAreServedHasToBeKnown() {
        brought("identity-proof");

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> packed(null))
                .satisfies(problem -> assertThat(problem.errors()).extracting(Problem.FieldError::path).containsExactly("delivery"));
    }

    @Test
    void onTheThirtyFirstDayThereIsNoPackageUnlessItWasAppliedFor() {
        brought("identity-proof");
        JdbcClient.create(owner).sql("alter table mediation.agreement disable trigger keep_signed").update();
        JdbcClient.create(owner).sql("update mediation.agreement set signed_on = signed_on - 31, effective_on = effective_on - 31 where id = :id")
                .param("id", agreement).update();
        JdbcClient.create(owner).sql("alter table mediation.agreement enable trigger keep_signed").update();

        assertThatThrownBy(() -> packed(SERVED)).hasMessage("RULE_REFUSED: CONFIRMATION_LATE");
        Actors.run(mediated.mediator.actor(), () -> confirmations.apply(agreement, Mediated.today().minusDays(10), "榆中县人民法院", true));
        assertThat(packed(SERVED).pages()).isPositive();
    }

    @Test
    void whoDoesNotKeepTheMediationMakesNoPackage() {
        assertThatThrownBy(() -> Actors.as(staff.windowClerk().actor(), () -> confirmations.pack(agreement, "法院", null)))
                .hasMessageMatching("NOT_FOUND|FORBIDDEN: MEDIATION_KEEP");
    }

    private Packed packed(String delivery) {
        return Actors.as(mediated.mediator.actor(), () -> confirmations.pack(agreement, "榆中县人民法院", delivery));
    }

    private void brought(String paper) {
        long scan = mediated.scan();
        Actors.run(mediated.mediator.actor(), () -> matters.act(matter, matters.standing(matter).orElseThrow().version(),
                new Act.AddMaterial(List.of(new Act.Attachment(scan, paper)), null)));
    }
}
