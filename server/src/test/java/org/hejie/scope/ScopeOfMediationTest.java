package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.hejie.document.Documents;
import org.hejie.matter.Matters;
import org.hejie.mediation.AgreementSeals;
import org.hejie.mediation.Agreements;
import org.hejie.mediation.Mediated;
import org.hejie.mediation.MediationSessionRow;
import org.hejie.mediation.MediationSessionView;
import org.hejie.mediation.MediationSessions;
import org.hejie.mediation.Mediations;
import org.hejie.mediation.NewMediationSession;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.seal.SealRegister;
import org.hejie.seal.SealsOfUnits;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Generated people read mediations, sessions and agreements: whoever sees the matter, and no one else. */
@HejieTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeOfMediationTest {

    @Autowired BeanFactory beans;
    @Autowired TestStaff staff;
    @Autowired Matters matters;
    @Autowired Documents documents;
    @Autowired Mediations mediations;
    @Autowired MediationSessions sessions;
    @Autowired Agreements agreements;
    @Autowired AgreementSeals agreementSeals;
    @Autowired SealRegister register;
    @Autowired @FlywayDataSource DataSource owner;
    @Autowired DataSource application;
    @Autowired PlatformTransactionManager transactions;
    @LocalServerPort int port;
    private GeneratedCounty county;
    private Caller caller;
    private TestPerson mediator;
    private long matter;
    private long mediation;
    private long alone;
    private long agreement;
    private long signed;
    private long signedMatter;
    private long signal;

    @BeforeAll
    void mediate() {
        caller = new Caller(port);
        county = new GeneratedCounty(staff, matters, documents);
        var mediated = new Mediated(beans);
        mediator = mediated.mediator;
        county.people.put("the mediator", mediator);
        mediation = mediated.consented();
        long party = mediated.parties(mediation).getFirst().id();
        Instant from = Mediated.morning();
        alone = Actors.as(mediated.mediator.actor(), () -> sessions.plan(mediation, new NewMediationSession(MediationSessionRow.Kind.PRIVATE,
                party, from, from.plusSeconds(1800), 5, null, false)));
        Actors.as(mediated.mediator.actor(), () -> sessions.minutes(alone, 1,
                List.of(new MediationSessionView.MinutesLine(MediationSessionView.Speaker.PARTY, party, "只说给调解员听"))));
        agreement = mediated.drawn(mediation);
        matter = mediated.matterOf(agreement).value();
        signed = mediated.signed();
        signedMatter = mediated.matterOf(signed).value();
        new SealsOfUnits(staff, register).active(staff.units().countyCenter().id());
        Actors.as(staff.director().actor(), () -> agreementSeals.seal(signed, 2, null, null));
        signal = 7_000_000_000L + signed % 1_000_000;
        JdbcClient.create(owner).sql("""
                insert into followup.obligation_signal (id, matter_id, agreement_id, position, raised_at, visit_due_on, version)
                values (:id, :matter, :agreement, 1, now(), current_date, 1)
                """).param("id", signal).param("matter", signedMatter).param("agreement", signed).update();
    }

    @Test
    void whatWasNotKeptIsReadByWhoSeesItsMatter() {
        county.people.forEach((name, person) -> {
            boolean sees = sees(person, signedMatter);
            assertThat(opens(person, "/agreements/" + signed + "/confirmation-papers")).as(name).isEqualTo(sees);
            if (may(person)) {
                assertThat(caller.listed(person, "/obligation-signals?limit=200", "id").contains(signal)).as(name).isEqualTo(sees);
                assertThat(caller.listed(person, "/matters/" + signedMatter + "/obligation-signals", "id").contains(signal)).as(name).isEqualTo(sees);
            }
        });
    }

    @Test
    void aSealIsReadByWhoSeesItsMatter() {
        county.people.forEach((name, person) -> {
            assertThat(opens(person, "/agreements/" + signed + "/seal")).as(name).isEqualTo(sees(person, signedMatter));
            assertThat(opens(person, "/agreements/" + signed + "/seal/package")).as(name).isEqualTo(sees(person, signedMatter));
        });
    }

    @Test
    void aMediationIsReadByWhoSeesItsMatter() {
        county.people.forEach((name, person) -> {
            assertThat(opens(person, "/mediations/" + mediation)).as(name).isEqualTo(sees(person));
            assertThat(opens(person, "/agreements/" + agreement)).as(name).isEqualTo(sees(person));
            assertThat(opens(person, "/mediation-sessions/" + alone)).as(name).isEqualTo(sees(person));
            assertThat(opens(person, "/matters/" + matter + "/mediator-suggestions")).as(name).isEqualTo(sees(person));
            if (may(person)) {
                assertThat(caller.listed(person, "/matters/" + matter + "/mediations", "id").contains(mediation)).as(name).isEqualTo(sees(person));
                assertThat(new TreeSet<>(caller.listed(person, "/mediations?limit=200", "id")).contains(mediation)).as(name).isEqualTo(sees(person));
                assertThat(caller.listed(person, "/mediation-sessions?from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z", "id").contains(alone))
                        .as(name).isEqualTo(sees(person));
            }
        });
    }

    @Test
    void whatWasSaidAloneIsReadByTheMediatorAlone() {
        county.people.forEach((name, person) -> {
            if (sees(person)) {
                List<String> lines = JsonPath.read(caller.get(person, "/mediation-sessions/" + alone).body(), "$.minutes[*].text");
                assertThat(!lines.isEmpty()).as(name).isEqualTo("the mediator".equals(name));
            }
        });
    }

    /** The functions that take a matter read as the owner, past row-level security. */
    @Test
    void whatIsHeldIsAnsweredInTheScopeOfItsMatterAlone() {
        assertThat(held()).as("nobody").isZero();
        county.people.forEach((name, person) -> {
            int held = Actors.as(person.actor(), this::held);
            assertThat(held).as(name).isEqualTo(keys(person, matter) ? 3 : 0);
        });
    }

    @Test
    void whatIsAddedNamesTheMatterOfWhatItBelongsTo() {
        assertThatThrownBy(() -> invite(signedMatter)).hasStackTraceContaining("row-level security");
        assertThatCode(() -> invite(matter)).doesNotThrowAnyException();
    }

    private void invite(long named) {
        Actors.run(mediator.actor(), () -> new TransactionTemplate(transactions).executeWithoutResult(status -> JdbcClient.create(application).sql("""
                insert into mediation.invitation (session_id, matter_id, party_id, invited_at) values (:session, :named, 1, now())
                """).param("session", alone).param("named", named).update()));
    }

    private int held() {
        Integer answered = new TransactionTemplate(transactions).execute(status -> JdbcClient.create(application).sql("""
                select (select count(of_case) from mediation.held(:mediation)) + (select count(of_case) from mediation.session_held(:alone))
                       + (select count(of_case) from mediation.agreement_held(:agreement))
                """).param("mediation", mediation).param("alone", alone).param("agreement", agreement).query(Integer.class).single());
        return Objects.requireNonNull(answered);
    }

    private boolean opens(TestPerson person, String path) {
        return caller.get(person, path).statusCode() == 200;
    }

    private static boolean may(TestPerson person) {
        return person.actor().may(Permission.MATTER_READ);
    }

    private boolean sees(TestPerson person) {
        return sees(person, matter);
    }

    private boolean sees(TestPerson person, long matter) {
        return may(person) && keys(person, matter);
    }

    /** Whether one of his keys is the matter's, whatever he may do with it. */
    private boolean keys(TestPerson person, long matter) {
        return JdbcClient.create(owner).sql("select visible_to && :keys from matter.matter where id = :id").param("id", matter)
                .param("keys", person.actor().scopeKeys().stream().mapToLong(Long::longValue).toArray()).query(Boolean.class).single();
    }
}
