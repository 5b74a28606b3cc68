package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.hejie.document.Documents;
import org.hejie.dossier.Dossiers;
import org.hejie.dossier.Dossiers.FilingOrder;
import org.hejie.dossier.Dossiers.LoanOrder;
import org.hejie.dossier.Dossiers.LoanReason;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Generated people read papers, forms, dossiers and volumes: whoever sees the matter, and a volume only its borrower. */
@HejieTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeOfDossiersTest {

    @Autowired TestStaff staff;
    @Autowired Matters matters;
    @Autowired Documents documents;
    @Autowired Dossiers dossiers;
    @Autowired @FlywayDataSource DataSource owner;
    @LocalServerPort int port;

    private GeneratedCounty county;
    private Caller caller;
    private TestPerson dispatcher;
    /** By volume, its matter. */
    private final Map<Long, Long> volumes = new LinkedHashMap<>();

    @BeforeAll
    void generate() {
        caller = new Caller(port);
        county = new GeneratedCounty(staff, matters, documents);
        dispatcher = staff.dispatcher();
        county.people.put("who filed", dispatcher);
        county.closed.forEach(matter -> {
            long volume = Actors.as(dispatcher.actor(), () -> dossiers.file(new MatterId(matter), new FilingOrder("LONG", null)));
            Actors.as(dispatcher.actor(), () -> dossiers.borrow(volume, new LoanOrder(LoanReason.HANDLING, "范围", LocalDate.now().plusDays(2))));
            volumes.put(volume, matter);
        });
    }

    @Test
    void papersAndDossiersAreReadByWhoSeesTheMatter() {
        county.people.forEach((name, person) -> county.samples.keySet().forEach(matter -> {
            int wanted = !person.actor().may(Permission.MATTER_READ) ? 403 : sees(person, matter) ? 200 : 404;
            assertThat(caller.get(person, "/matters/" + matter + "/papers").statusCode()).as(name).isEqualTo(wanted);
            assertThat(caller.get(person, "/matters/" + matter + "/papers/closing-report").statusCode()).as(name).isEqualTo(wanted);
            assertThat(caller.get(person, "/matters/" + matter + "/dossier").statusCode()).as(name).isEqualTo(wanted);
        }));
    }

    @Test
    void aVolumeIsOpenedByItsBorrowerAlone() {
        assertThat(volumes).isNotEmpty();
        county.people.forEach((name, person) -> volumes.forEach((volume, matter) -> {
            int wanted = person == dispatcher ? 200 : sees(person, matter) ? 403 : 404;
            assertThat(caller.get(person, "/dossier-volumes/" + volume + "/content").statusCode()).as(name).isEqualTo(wanted);
            int borrowed = !person.actor().may(Permission.MATTER_READ) ? 403 : sees(person, matter) ? 400 : 404;
            assertThat(caller.post(person, "/dossier-volumes/" + volume + "/loans",
                    "{\"reason\": \"OTHER\", \"purpose\": \"x\", \"until\": \"2020-01-01\"}").statusCode()).as(name).isEqualTo(borrowed);
        }));
    }

    private boolean sees(TestPerson person, long matter) {
        return JdbcClient.create(owner).sql("select visible_to && :keys from matter.matter where id = :id").param("id", matter)
                .param("keys", person.actor().scopeKeys().stream().mapToLong(Long::longValue).toArray()).query(Boolean.class).single();
    }
}
