package org.hejie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.MatterStatus;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

@HejieTest
@ActiveProfiles({"test", "demo"})
@TestPropertySource(properties = "hejie.demo.size=small")
class DemoCountyTest {

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    AuditVerification audit;

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

    private Set<String> set(String query) {
        return JdbcClient.create(owner).sql(query).query(String.class).list().stream().collect(Collectors.toSet());
    }
}
