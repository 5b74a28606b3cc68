package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.hejie.document.Documents;
import org.hejie.matter.Act;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.org.Actors;
import org.hejie.org.ApiClients;
import org.hejie.org.Permission;
import org.hejie.org.Unit;
import org.hejie.org.UnitKind;
import org.hejie.referral.PartnerSimulator;
import org.hejie.referral.PartnerSystem;
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

/** Generated people and the partners' systems read referrals: staff who see the matter, a partner its own alone. */
@HejieTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeOfReferralsTest {

    @Autowired TestStaff staff;
    @Autowired Matters matters;
    @Autowired Documents documents;
    @Autowired ApiClients clients;
    @Autowired @FlywayDataSource DataSource owner;
    @LocalServerPort int port;

    private GeneratedCounty county;
    private Caller caller;
    private final Map<PartnerSystem, PartnerSimulator> partners = new EnumMap<>(PartnerSystem.class);
    /** By referral, its partner. */
    private final Map<Long, PartnerSystem> sent = new LinkedHashMap<>();

    @BeforeAll
    void generate() {
        caller = new Caller(port);
        county = new GeneratedCounty(staff, matters, documents);
        TestPerson dispatcher = staff.dispatcher();
        List<Unit> departments = staff.units().all().stream().filter(unit -> unit.kind() == UnitKind.DEPARTMENT).limit(4).toList();
        List<String> towns = List.of("620123100", "620123101", "620123104", "620123105");
        for (PartnerSystem system : PartnerSystem.values()) {
            PartnerSimulator partner = PartnerSimulator.of(system, staff, clients, port);
            partners.put(system, partner);
            for (int i = 0; i < 2; i++) {
                var referral = partner.referral(PartnerSimulator.number());
                referral.put("areaCode", towns.get((system.ordinal() + i) % towns.size()));
                long id = partner.send(referral).id();
                sent.put(id, system);
                Unit lead = departments.get((system.ordinal() + i) % departments.size());
                MatterId matter = new MatterId(matterOf(id));
                Actors.run(dispatcher.actor(), () -> {
                    matters.act(matter, matters.standing(matter).orElseThrow().version(), new Act.Accept(null));
                    matters.act(matter, matters.standing(matter).orElseThrow().version(), new Act.Dispatch(lead.id(), List.of(), null, null, null));
                });
            }
        }
    }

    @Test
    void aReferralIsReadByWhoSeesItsMatter() {
        county.people.forEach((name, person) -> {
            Set<Long> wanted = seen(person);
            Set<Long> listed = new TreeSet<>();
            for (PartnerSystem system : PartnerSystem.values()) {
                for (String column : List.of("UNSIGNED", "SIGNED", "OVERDUE", "ANSWERED", "SENT", "OTHER")) {
                    listed.addAll(caller.listed(person, "/referrals?limit=200&system=" + system + "&column=" + column, "id"));
                }
            }
            listed.retainAll(sent.keySet());
            assertThat(listed).as(name).isEqualTo(wanted);
            sent.keySet().forEach(id -> {
                int status = !person.actor().may(Permission.MATTER_READ) ? 403 : wanted.contains(id) ? 200 : 404;
                assertThat(caller.get(person, "/referrals/" + id).statusCode()).as(name).isEqualTo(status);
                assertThat(caller.get(person, "/referrals/" + id + "/conflicts").statusCode()).as(name).isEqualTo(status);
                Set<Long> ofMatter = caller.listed(person, "/matters/" + matterOf(id) + "/referrals", "id");
                assertThat(ofMatter.contains(id)).as(name).isEqualTo(wanted.contains(id));
            });
        });
    }

    @Test
    void figuresAndLawsuitsAreForWhoReadsMatters() {
        county.people.forEach((name, person) -> {
            int status = person.actor().may(Permission.MATTER_READ) ? 200 : 403;
            assertThat(caller.get(person, "/referral-desks").statusCode()).as(name).isEqualTo(status);
            assertThat(caller.get(person, "/lawsuits").statusCode()).as(name).isEqualTo(status);
        });
    }

    @Test
    void aPartnersSystemReadsItsOwnAlone() {
        partners.forEach((system, partner) -> sent.forEach((id, owner) -> {
            assertThat(partner.status(id).status()).as(system + " " + owner).isEqualTo(owner == system ? 200 : 404);
            assertThat(partner.at(owner).status(id).status()).as(system + " " + owner).isEqualTo(owner == system ? 200 : 403);
            assertThat(partner.at(owner).asked("referrals").status()).as(system + " " + owner).isEqualTo(owner == system ? 200 : 403);
        }));
    }

    private long matterOf(long referral) {
        return JdbcClient.create(owner).sql("select matter_id from referral.referral where id = :id").param("id", referral).query(Long.class).single();
    }

    /** Whoever sees the matter, unless he holds a partner's key: then he sees that partner's alone. */
    private Set<Long> seen(TestPerson person) {
        Set<Long> seen = new TreeSet<>();
        if (person.actor().may(Permission.MATTER_READ)) {
            Long[] keys = person.actor().scopeKeys().toArray(Long[]::new);
            sent.keySet().forEach(id -> {
                if (JdbcClient.create(owner).sql("""
                        select r.visible_to && :keys or m.visible_to && :keys
                               and not exists (select 1 from referral.partner p where p.unit_id = any (:keys))
                          from referral.referral r join matter.matter m on m.id = r.matter_id where r.id = :id
                        """).param("id", id).param("keys", keys).query(Boolean.class).single()) {
                    seen.add(id);
                }
            });
        }
        return seen;
    }
}
