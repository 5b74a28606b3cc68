package org.hejie.org.internal;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.hejie.org.Unit;
import org.hejie.org.Units;
import org.hejie.place.AreaCode;
import org.hejie.place.Places;
import org.hejie.shared.Ids;
import org.hejie.shared.database.ReferenceChanged;
import org.hejie.shared.database.ReferenceWatch;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Another node writes the same tables over a connection of its own; this one only looks. */
@HejieTest
@RecordApplicationEvents
class OtherNodeTest {

    @Autowired
    ReferenceWatch watch;

    @Autowired
    Units units;

    @Autowired
    Places places;

    @Autowired
    Ids ids;

    @Autowired
    @FlywayDataSource
    DataSource otherNode;

    @Test
    void aUnitAddedThereIsSeenHereAtTheNextLook() {
        String code = "added-" + ids.next();
        Unit county = units.county();
        other().sql("""
                insert into org.unit (id, code, name, kind, parent, schedule, valid_from)
                values (:id, :code, '另一节点新增的部门', 'DEPARTMENT', :parent, :schedule, date '2024-01-01')
                """).param("id", ids.next()).param("code", code).param("parent", county.id().value())
                .param("schedule", county.scheduleId().value()).update();
        assertThat(units.byCode(code)).isEmpty();

        watch.look();

        assertThat(units.byCode(code)).isPresent();
    }

    @Test
    void anAreaRenamedThereIsSeenHereAtTheNextLook() {
        var town = new AreaCode("620123100");
        String before = places.area(town).orElseThrow().nameEn();

        rename(town, "Renamed There");
        assertThat(places.area(town).orElseThrow().nameEn()).isEqualTo("Renamed There");

        rename(town, before); // others read it too
        assertThat(places.area(town).orElseThrow().nameEn()).isEqualTo(before);
    }

    private void rename(AreaCode town, String name) {
        other().sql("update place.area set name_en = :name where code = :code").param("name", name).param("code", town.value()).update();
        watch.look();
    }

    @Test
    void withoutAChangeNothingIsReadAgain(@Autowired ApplicationEvents events) {
        watch.look();
        events.clear();

        watch.look();

        assertThat(events.stream(ReferenceChanged.class)).isEmpty();
    }

    private JdbcClient other() {
        return JdbcClient.create(otherNode);
    }
}
