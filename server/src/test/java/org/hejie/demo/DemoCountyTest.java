package org.hejie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.MatterStatus;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Credentials;
import org.hejie.org.Sessions;
import org.hejie.subsidy.SubsidyClaims;
import org.hejie.subsidy.SubsidyClaims.Chosen;
import org.hejie.subsidy.SubsidyClaims.Claimable;
import org.hejie.subsidy.SubsidyRow;
import org.hejie.subsidy.SubsidyState;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@HejieTest
@ActiveProfiles({"test", "demo"})
@TestPropertySource(properties = "hejie.demo.size=small")
class DemoCountyTest {

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    AuditVerification audit;

    @Autowired
    DemoProperties properties;

    @Autowired
    Sessions sessions;

    @Autowired
    SubsidyClaims claims;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyProcedureIsThere() {
        assertThat(set("select distinct procedure_id from matter.matter"))
                .containsExactlyInAnyOrder("dispute", "hazard", "consultation", "petition-guidance", "superior-assignment");
    }

    @Test
    void everyStatusIsPassedThrough() {
        Set<String> statuses = set("select distinct to_status from matter.event");

        for (MatterStatus status : EnumSet.complementOf(EnumSet.of(MatterStatus.MERGED))) {
            assertThat(statuses).as(status.name()).contains(status.name());
        }
    }

    /** The article: 136 workers, 2.48 million yuan. */
    @Test
    void theWagesOfTheArticleWereRecovered() {
        assertThat(set("select count(distinct worker_id) || ' ' || sum(amount) from wage.payment where paid_on > current_date - 365"))
                .containsExactly("136 2480000.00");
    }

    /** The article: 80 %, 99 % and 98 % of what court, police and petition bureau send. Small numbers stray. */
    @Test
    void whatThePartnersReferredInTheLastYearIsThere() {
        assertThat(set("""
                select m.code from matter.matter m
                 where m.line in (1, 2, 3) and m.outside_no is not null and m.registered_at > now() - interval '360 days'
                   and not exists (select 1 from referral.referral r where r.outside_no = m.outside_no)
                """)).isEmpty();
        assertThat(set("""
                select system from referral.referral where outcome in ('AGREED', 'NOT_AGREED')
                 group by system having count(*) filter (where outcome = 'AGREED') < count(*) * 0.6
                """)).isEmpty();
        assertThat(set("select count(*)::text from referral.lawsuit")).containsExactly("60");
    }

    /** Support of prosecution asked for, clues of wage arrears sent, at every stage. */
    @Test
    void theDeskOfTheProcuratorateHasSomethingInEveryColumn() {
        assertThat(set("""
                select direction || ' ' || kind || ' ' || case when ended_at is null and due_at < now() then 'OVERDUE' else state end
                  from referral.referral where system = 'PROSECUTION'
                """)).contains("IN SUPPORT_PROSECUTION RECEIVED", "IN SUPPORT_PROSECUTION SIGNED", "IN SUPPORT_PROSECUTION OVERDUE",
                        "IN SUPPORT_PROSECUTION DECLINED", "OUT WAGE_CLUE SENT", "OUT WAGE_CLUE SIGNED", "OUT WAGE_CLUE ANSWERED");
        assertThat(set("""
                select r.id::text from referral.referral r left join matter.matter m on m.id = r.matter_id
                 where r.system = 'PROSECUTION'
                   and (r.received_at < now() - interval '365 days' or r.signed_at < r.received_at or r.ended_at < coalesce(r.signed_at, r.received_at)
                        or r.state <> 'DECLINED' and (m.id is null or r.received_at < m.registered_at or not r.visible_to && m.visible_to))
                """)).isEmpty();
    }

    /** What both sides know of a clue is the same. */
    @Test
    void aClueThatWasAnsweredIsAnsweredInItsClaimToo() {
        assertThat(set("""
                select r.state || ' ' || (c.answered_at is not null) from referral.referral r join wage.clue c on c.id = r.source_id
                """)).containsExactlyInAnyOrder("ANSWERED true", "SIGNED false", "SENT false");
    }

    @Test
    void theHistoriesProveThemselves() {
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void whatALineSentIsKeptWithItsMatter() {
        assertThat(set("select line from matter.matter where line in (1, 2, 3, 4, 6, 7) and id not in (select matter_id from intake.submission)"))
                .isEmpty();
    }

    @Test
    void noSubmissionSaysAnotherNumberThanItsMatter() {
        assertThat(set("""
                select s.matter_code from intake.submission s join matter.matter m on m.id = s.matter_id
                 where s.outside_no is distinct from m.outside_no or s.line <> m.line or s.state <> 'REGISTERED'
                """)).isEmpty();
    }

    @Test
    void everyVisitOfAHistoryHasItsRow() {
        assertThat(set("""
                select m.code from matter.matter m
                 where (select count(*) from matter.event e where e.matter_id = m.id and e.action = 'VISIT')
                    <> (select count(*) from followup.visit v where v.matter_id = m.id)
                """)).isEmpty();
    }

    @Test
    void everyClosingHasItsPlanAndNoneIsLeftAfterTheArchive() {
        assertThat(set("""
                select m.code from matter.matter m
                 where m.closed_at is not null and m.status in ('CLOSED', 'REVISIT', 'EVALUATED', 'ARCHIVED')
                   and not exists (select 1 from followup.plan p where p.matter_id = m.id and p.closed_at = m.closed_at)
                    or m.archived_at is not null
                   and exists (select 1 from followup.plan p where p.matter_id = m.id and p.visit_id is null and p.dropped_at is null)
                """)).isEmpty();
    }

    @Test
    void everyAccountSignsInAndHasOpenWorkUnlessItAdministers() throws IOException {
        for (String line : Files.readAllLines(properties.folder().resolve(DemoAccounts.FILE)).stream().skip(1).toList()) {
            String[] columns = line.split("\\s{2,}");
            Actor actor = signedIn(columns);

            Long open = Actors.as(actor, () -> transaction.execute(status ->
                    jdbc.sql("select count(*) from matter.matter where open").query(Long.class).single()));

            assertThat(open).as(columns[1]).isGreaterThan(actor.roles().iterator().next().isAdministrator() ? -1L : 3L);
        }
    }

    /** Whatever the day of the start: the mediator has something to claim for, the director of the town something to check. */
    @Test
    void whoeverClaimsAndChecksSubsidiesFindsSome() throws IOException {
        List<Claimable> claimable = Actors.as(account("mediator"), () -> transaction.execute(status -> claims.claimable()));
        List<SubsidyRow> claimed = Actors.as(account("town-director"), () -> transaction.execute(status ->
                claims.list(new Chosen(SubsidyState.CLAIMED, false, null, null), null, 100))).items();

        assertThat(claimable).hasSizeGreaterThan(9);
        assertThat(claimed).filteredOn(SubsidyRow::flagged).hasSizeGreaterThan(1);
    }

    @Test
    void nobodyHasAgreedWhoHadNotConsentedToBeMediated() {
        assertThat(set("""
                select m.code from mediation.mediation c join matter.matter m on m.id = c.matter_id
                  join matter.party_role p on p.matter_id = m.id and p.role in ('APPLICANT', 'RESPONDENT')
                 where c.state = 'AGREED' and not exists (
                     select from mediation.consent x where x.mediation_id = c.id and x.party_id = p.party_id and x.answer = 'AGREED')
                """)).isEmpty();
    }

    private Actor account(String username) throws IOException {
        String line = Files.readAllLines(properties.folder().resolve(DemoAccounts.FILE)).stream().skip(1)
                .filter(one -> one.split("\\s{2,}")[1].equals(username)).findFirst().orElseThrow();
        return signedIn(line.split("\\s{2,}"));
    }

    private Actor signedIn(String[] columns) {
        return sessions.find(sessions.open(new Credentials(columns[1], columns[2], null))).orElseThrow().actor();
    }

    @Test
    void theFileOfTheAccountsIsReadByItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(properties.folder().resolve(DemoAccounts.FILE))))
                .isEqualTo("rw-------");
    }

    private Set<String> set(String query) {
        return JdbcClient.create(owner).sql(query).query(String.class).list().stream().collect(Collectors.toSet());
    }
}
