package org.hejie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
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

        for (MatterStatus status : MatterStatus.values()) {
            assertThat(statuses).as(status.name()).contains(status.name());
        }
    }

    @Test
    void theHistoriesProveThemselves() {
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void everyAccountSignsInAndHasOpenWorkUnlessItAdministers() throws IOException {
        for (String line : Files.readAllLines(properties.folder().resolve(DemoAccounts.FILE)).stream().skip(1).toList()) {
            String[] columns = line.split("\\s{2,}");
            Actor actor = sessions.find(sessions.open(new Credentials(columns[1], columns[2], null))).orElseThrow().actor();

            Long open = Actors.as(actor, () -> transaction.execute(status ->
                    jdbc.sql("select count(*) from matter.matter where open").query(Long.class).single()));

            assertThat(open).as(columns[1]).isGreaterThan(actor.roles().iterator().next().isAdministrator() ? -1L : 3L);
        }
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
