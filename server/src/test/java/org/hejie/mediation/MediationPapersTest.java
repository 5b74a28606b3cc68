package org.hejie.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hejie.dossier.Papers;
import org.hejie.dossier.Papers.Format;
import org.hejie.dossier.Papers.FormField;
import org.hejie.dossier.Papers.PrintOrder;
import org.hejie.matter.MatterId;
import org.hejie.mediation.MediationSessionRow.Kind;
import org.hejie.mediation.MediationSessionRow.Result;
import org.hejie.mediation.MediationSessionView.MinutesLine;
import org.hejie.mediation.MediationSessionView.Speaker;
import org.hejie.org.Actors;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The papers of a mediation are filled from it. */
@HejieTest
class MediationPapersTest {

    @Autowired BeanFactory beans;
    @Autowired Mediations mediations;
    @Autowired MediationSessions sessions;
    @Autowired Papers papers;
    @Autowired @FlywayDataSource DataSource owner;
    private Mediated mediated;
    private MatterId matter;
    private long agreement;

    @BeforeEach
    void aSignedAgreement() {
        mediated = new Mediated(beans);
        agreement = mediated.signed();
        matter = mediated.matterOf(agreement);
    }

    @Test
    void theAgreementIsPrintedWithItsNumberTermsAndObligationsInFull() throws IOException {
        String text = printed("agreement", new PrintOrder(Format.PDF, true, Map.of()));

        assertThat(text).contains("榆人调字第", "借款属实。", "分期归还。", "王小民", "李大田", "给付金钱", "100.00", "银行转账", "一式3份");
    }

    @Test
    void thePrintedObligationsAreMaskedUnlessAskedInFull() throws IOException {
        assertThat(printed("agreement", new PrintOrder(Format.PDF, false, Map.of()))).contains("王**", "李**").doesNotContain("王小民", "李大田");
    }

    @Test
    void onePrintIsOneRevealOfEachPartyAndLeavesNoNameBehind() throws IOException {
        long before = revealed();
        printed("agreement", new PrintOrder(Format.PDF, true, Map.of()));

        assertThat(revealed()).isEqualTo(before + 2);
        assertThat(JdbcClient.create(owner).sql("select count(*) from audit.entry e where e::text like '%王小民%'").query(Long.class).single()).isZero();
        assertThat(JdbcClient.create(owner).sql("select count(*) from matter.event e where e::text like '%王小民%'").query(Long.class).single()).isZero();
    }

    @Test
    void theRecordCarriesTheMinutesOfItsSession() throws IOException {
        long mediation = mediated.consented();
        long earlier = recorded(mediation);
        String text = printed(matterOf(mediation), "mediation-record", new PrintOrder(Format.PDF, true, Map.of(), earlier));

        assertThat(text).contains("问：欠多少?", "答（王小民）：八万元。", "有待继续调解", "村委会院内");
    }

    @Test
    void whatTheFormShowedMaskedIsPrintedInFullAndWhatWasTypedAsTyped() throws IOException {
        long mediation = mediated.consented();
        recorded(mediation);
        MatterId of = matterOf(mediation);
        Map<String, String> form = form(of, "mediation-record");
        assertThat(form.get("minutes")).contains("答（王**）：八万元。");

        String left = printed(of, "mediation-record", new PrintOrder(Format.PDF, true, form));
        assertThat(left).contains("答（王小民）：八万元。");
        String typed = printed(of, "mediation-record", new PrintOrder(Format.PDF, true, Map.of("minutes", "问：另写。")));
        assertThat(typed).contains("问：另写。").doesNotContain("八万元。");
    }

    @Test
    void whatWasSaidBackToBackIsInNoPaper() {
        long mediation = mediated.consented();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        long party = mediated.parties(mediation).getFirst().id();
        long alone = Actors.as(mediated.mediator.actor(), () -> sessions.plan(mediation,
                new NewMediationSession(Kind.PRIVATE, party, now, now.plus(1, ChronoUnit.MINUTES), 19, null, false)));
        Actors.run(mediated.mediator.actor(), () -> {
            sessions.minutes(alone, 1, List.of(new MinutesLine(Speaker.PARTY, party, "最多再让两万元。")));
            sessions.attend(alone, List.of(party), true);
        });

        Map<String, String> form = Actors.as(mediated.mediator.actor(), () -> papers.form(matterOf(mediation), "mediation-record", alone))
                .fields().stream().collect(Collectors.toMap(FormField::code, FormField::value));
        assertThat(form.get("minutes")).isEmpty();
    }

    @Test
    void theOtherPapersKnowTheMediationToo() {
        assertThat(form(matter, "rights-notice").get("mediator")).isNotBlank();
        assertThat(form(matter, "acceptance-form").get("source")).isEqualTo("当事人申请");
        assertThat(form(matter, "oral-agreement-form").get("performance")).contains("1. 李**最迟于", "向王**履行：给付金钱100.00元");
        assertThat(form(matter, "closing-report").get("summary")).contains("开始调解", "签订调解协议", "约定义务2项，已履行0项");
        assertThat(form(matter, "visit-record").get("performed")).isEqualTo("调解协议约定义务2项：已履行0项，待履行2项，逾期未履行0项。");
        assertThat(form(matter, "visit-record").get("agreementNo")).contains("榆人调字第");
        assertThat(form(matter, "confirmation-application")).containsEntry("agreedOn", form(matter, "confirmation-application").get("agreedOn"))
                .hasEntrySatisfying("terms", terms -> assertThat(terms).contains("分期归还。", "2. 李**最迟于"))
                .hasEntrySatisfying("delivery", delivery -> assertThat(delivery).contains("王**：", "电话"));
    }

    private long recorded(long mediation) {
        long session = mediated.session(mediation);
        Actors.run(mediated.mediator.actor(), () -> {
            sessions.minutes(session, 1, mediated.said(mediation));
            mediated.parties(mediation).forEach(party -> sessions.attend(session, List.of(party.id()), true));
            sessions.readBack(session, 2, Result.ADJOURNED, null);
        });
        return session;
    }

    private MatterId matterOf(long mediation) {
        return new MatterId(Actors.as(mediated.dispatcher, () -> mediations.find(mediation)).orElseThrow().matterId());
    }

    private Map<String, String> form(MatterId of, String paper) {
        return Actors.as(mediated.dispatcher, () -> papers.form(of, paper, null)).fields().stream()
                .collect(Collectors.toMap(FormField::code, FormField::value));
    }

    private String printed(String paper, PrintOrder order) throws IOException {
        return printed(matter, paper, order);
    }

    private String printed(MatterId of, String paper, PrintOrder order) throws IOException {
        byte[] pdf = Actors.as(mediated.dispatcher, () -> papers.print(of, paper, order)).bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private long revealed() {
        return JdbcClient.create(owner).sql("select count(*) from audit.entry where action = 'PARTY_REVEALED'").query(Long.class).single();
    }
}
