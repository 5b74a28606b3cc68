package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javax.sql.DataSource;
import org.hejie.document.Documents;
import org.hejie.matter.Matters;
import org.hejie.mediation.Agreements;
import org.hejie.mediation.Mediated;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.Role;
import org.hejie.subsidy.Subsidised;
import org.hejie.subsidy.SubsidyClaims;
import org.hejie.subsidy.SubsidyPayments;
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

/** Generated people read claims, lists and batches: whoever sees the matter; batches only who pays. */
@HejieTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeOfSubsidiesTest {

    @Autowired BeanFactory beans;
    @Autowired TestStaff staff;
    @Autowired Matters matters;
    @Autowired Documents documents;
    @Autowired Agreements agreements;
    @Autowired SubsidyClaims claims;
    @Autowired SubsidyPayments payments;
    @Autowired @FlywayDataSource DataSource owner;
    @LocalServerPort int port;
    private GeneratedCounty county;
    private Caller caller;
    private long matter;
    private long claim;
    private long list;
    private long batch;

    @BeforeAll
    void generate() {
        caller = new Caller(port);
        county = new GeneratedCounty(staff, matters, documents);
        var mediated = new Mediated(beans);
        county.people.put("the mediator", mediated.mediator);
        var made = new Subsidised(mediated, agreements, claims, owner);
        var director = staff.director().actor();
        claim = made.approved(staff.townDirector("620123104").actor(), director);
        matter = made.seen(claim).row().matterId();
        list = Actors.as(director, payments::publish);
        made.over(list);
        batch = Actors.as(director, () -> payments.batch(list));
    }

    @Test
    void aClaimAndItsListAreReadByWhoSeesTheMatter() {
        county.people.forEach((name, person) -> {
            boolean reads = person.actor().may(Permission.MATTER_READ);
            int one = !reads ? 403 : sees(person) ? 200 : 404;
            assertThat(caller.get(person, "/subsidy-claims/" + claim).statusCode()).as(name).isEqualTo(one);
            Set<Long> listed = caller.listed(person, "/subsidy-claims?limit=200", "id");
            assertThat(listed.contains(claim)).as(name).isEqualTo(one == 200);
            assertThat(caller.get(person, "/subsidy-lists/" + list).statusCode()).as(name).isEqualTo(one);
            for (String path : Set.of("/subsidy-lists", "/subsidy-sums", "/subsidy-claimable")) {
                assertThat(caller.get(person, path).statusCode()).as(name + path).isEqualTo(reads ? 200 : 403);
            }
            assertThat(caller.get(person, "/subsidy-lists").body().contains("\"id\":" + list)).as(name).isEqualTo(one == 200);
        });
    }

    @Test
    void aBatchLeavesWithWhoPaysAndSeesIt() {
        county.people.forEach((name, person) -> {
            boolean pays = person.actor().is(Role.JUSTICE_BUREAU, Role.CENTER_DIRECTOR);
            int wanted = !pays ? 403 : sees(person) ? 200 : 404;
            assertThat(caller.get(person, "/subsidy-batches/" + batch + ".csv").statusCode()).as(name).isEqualTo(wanted);
            assertThat(caller.get(person, "/subsidy-batches/" + batch + ".xlsx").statusCode()).as(name).isEqualTo(wanted);
        });
    }

    private boolean sees(TestPerson person) {
        return JdbcClient.create(owner).sql("select visible_to && :keys from matter.matter where id = :id").param("id", matter)
                .param("keys", person.actor().scopeKeys().stream().mapToLong(Long::longValue).toArray()).query(Boolean.class).single();
    }
}
