package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.Unit;
import org.hejie.org.UnitKind;
import org.hejie.party.PartyDraft;
import org.hejie.party.PartyKind;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.hejie.wage.ClaimDraft;
import org.hejie.wage.PayMethod;
import org.hejie.wage.Presence;
import org.hejie.wage.WageClaims;
import org.hejie.wage.WageWorkers;
import org.hejie.wage.WageWorkers.Path;
import org.hejie.wage.WageWorkers.PaymentOrder;
import org.hejie.wage.WageWorkers.Share;
import org.hejie.wage.WageWorkers.Verification;
import org.hejie.wage.WorkerDraft;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Generated people read claims, workers, sheets, payments and figures: whoever sees the matter. */
@HejieTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeOfWagesTest {

    private static final LocalDate DAY = LocalDate.of(2019, 7, 7);
    private static final String PERIOD = "from=" + DAY + "&to=" + DAY;

    @Autowired TestStaff staff;
    @Autowired Matters matters;
    @Autowired Documents documents;
    @Autowired WageClaims claims;
    @Autowired WageWorkers workers;
    @Autowired @FlywayDataSource DataSource owner;
    @LocalServerPort int port;

    private GeneratedCounty county;
    private Caller caller;
    private TestPerson dispatcher;
    /** By claim, its matter. */
    private final Map<Long, Long> claimMatters = new LinkedHashMap<>();

    @BeforeAll
    void generate() {
        caller = new Caller(port);
        county = new GeneratedCounty(staff, matters, documents);
        dispatcher = staff.dispatcher();
        List<Unit> departments = staff.units().all().stream().filter(unit -> unit.kind() == UnitKind.DEPARTMENT).limit(4).toList();
        List<String> towns = List.of("620123100", "620123101", "620123104");
        for (int i = 0; i < 6; i++) {
            long matter = arrears(towns.get(i % towns.size()), departments.get(i % departments.size()));
            claimMatters.put(Actors.as(dispatcher.actor(), () -> claim(new MatterId(matter))), matter);
        }
    }

    private long arrears(String town, Unit lead) {
        var matter = Actors.as(staff.windowClerk().actor(), () -> matters.register(new RegisterMatter(SourceLine.WINDOW, null, null, null, "范围", "范围",
                "0401", null, new Place(null, town, null, null, null), null, null, null, null, List.of(), null, List.of())));
        Actors.as(dispatcher.actor(), () -> matters.act(matter.id(), matter.version(), new Act.Dispatch(lead.id(), List.of(), null, null, null)));
        return matter.id().value();
    }

    private long claim(MatterId matter) {
        long claim = claims.open(matter, new ClaimDraft("范围", null, null, null, null, null, Set.of(), Set.of(), Presence.UNKNOWN, Presence.UNKNOWN));
        BigDecimal yuan = new BigDecimal("100.00");
        long worker = workers.add(claim, List.of(new WorkerDraft(new PartyDraft(PartyKind.PERSON, "王小民", null, null, null, null, null, null, null,
                null, Set.of()), null, null, null, null, yuan)), Path.ALONE).getFirst();
        workers.verify(claim, 2, List.of(new Verification(worker, yuan)));
        workers.pay(claim, 3, new PaymentOrder(DAY, PayMethod.CASH, null, List.of(new Share(worker, yuan))));
        return claim;
    }

    @Test
    void aClaimAndItsWorkersAreReadByWhoSeesTheMatter() {
        county.people.forEach((name, person) -> {
            Set<Long> wanted = seen(person);
            Set<Long> listed = caller.listed(person, "/wage-claims?limit=200", "id");
            listed.retainAll(claimMatters.keySet());
            assertThat(listed).as(name).isEqualTo(wanted);
            claimMatters.keySet().forEach(claim -> {
                int status = !person.actor().may(Permission.MATTER_READ) ? 403 : wanted.contains(claim) ? 200 : 404;
                assertThat(caller.get(person, "/wage-claims/" + claim).statusCode()).as(name).isEqualTo(status);
                assertThat(caller.get(person, "/wage-claims/" + claim + "/workers").statusCode()).as(name).isEqualTo(status);
                assertThat(caller.get(person, "/wage-claims/" + claim + "/workers.csv").statusCode()).as(name).isEqualTo(status);
                assertThat(caller.get(person, "/wage-claims/" + claim + "/workers.xlsx").statusCode()).as(name).isEqualTo(status);
            });
        });
    }

    @Test
    void figuresCountOnlyWhatTheirReaderMaySee() {
        county.people.forEach((name, person) -> {
            int wanted = seen(person).size();
            if (!person.actor().may(Permission.MATTER_READ)) {
                assertThat(caller.get(person, "/wage-figures?" + PERIOD).statusCode()).as(name).isEqualTo(403);
                assertThat(caller.get(person, "/wage-stages").statusCode()).as(name).isEqualTo(403);
                return;
            }
            assertThat(caller.get(person, "/wage-figures?" + PERIOD).body()).as(name).contains("\"people\":" + wanted + ",");
            assertThat(caller.listed(person, "/wage-payments?limit=200&" + PERIOD, "claimId")).as(name).isEqualTo(seen(person));
            assertThat(caller.get(person, "/wage-stages").statusCode()).as(name).isEqualTo(200);
        });
    }

    private Set<Long> seen(TestPerson person) {
        Set<Long> claimed = new TreeSet<>();
        if (person.actor().may(Permission.MATTER_READ)) {
            claimMatters.forEach((claim, matter) -> {
                if (sees(person, matter)) {
                    claimed.add(claim);
                }
            });
        }
        return claimed;
    }

    private boolean sees(TestPerson person, long matter) {
        return JdbcClient.create(owner).sql("select visible_to && :keys from matter.matter where id = :id").param("id", matter)
                .param("keys", person.actor().scopeKeys().stream().mapToLong(Long::longValue).toArray()).query(Boolean.class).single();
    }
}
