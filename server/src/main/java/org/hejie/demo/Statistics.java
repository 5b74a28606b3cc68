package org.hejie.demo;

import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets PostgreSQL look at what was loaded, so that the first lists are planned well. By the owner of the database. */
@Component
class Statistics {

    private final JdbcClient owner;

    Statistics(@FlywayDataSource DataSource owner) {
        this.owner = JdbcClient.create(owner);
    }

    /** Matters of the whole county. */
    long matters() {
        return owner.sql("select count(*) from matter.matter").query(Long.class).single();
    }

    void renew() {
        owner.sql("vacuum (analyze) matter.matter, matter.search, matter.event, matter.step, matter.clock, matter.participation, "
                + "matter.party_role, matter.resident_door, matter.paper, party.party, document.file, org.staff, org.post").update();
    }
}
