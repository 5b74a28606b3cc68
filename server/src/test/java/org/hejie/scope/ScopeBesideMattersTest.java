package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hejie.document.Documents;
import org.hejie.intake.Imports;
import org.hejie.matter.Matters;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.Role;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.place.AreaCode;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Generated people read what lies beside matters: files, visits, deadlines, look-ups, imports, trials of rules. */
@HejieTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeBesideMattersTest {

    private static final List<String> TOWNS = List.of("620123100", "620123104");

    @Autowired
    TestStaff staff;

    @Autowired
    Matters matters;

    @Autowired
    Documents documents;

    @Autowired
    Imports imports;

    @Autowired
    TestClock clock;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @LocalServerPort
    int port;

    private GeneratedCounty county;
    private Caller caller;
    private final Map<String, TestPerson> people = new LinkedHashMap<>();
    /** The units whose posts see it, by number of the import. */
    private final Map<Long, Set<UnitId>> tables = new TreeMap<>();

    @BeforeAll
    void generate() {
        caller = new Caller(port);
        county = new GeneratedCounty(staff, matters, documents);
        people.putAll(county.people);
        for (String town : TOWNS) {
            Unit center = staff.units().ofTown(new AreaCode(town));
            upload(staff.holding(Role.DISPATCHER, center.id()), center.id());
            people.put("dispatcher at " + town, staff.holding(Role.DISPATCHER, center.id()));
        }
        upload(staff.dispatcher(), staff.units().county().id());
        moveDeadlines();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aFileOpensForWhoMaySeeItsMatter() {
        everybody((name, person) -> county.samples.forEach((id, sample) ->
                assertThat(caller.get(person, "/documents/" + sample.document() + "/content").statusCode())
                        .as("%s, matter %d, seed %d", name, id, GeneratedCounty.SEED)
                        .isEqualTo(county.visible(person).contains(id) ? 200 : 404)));
    }

    /** Whoever tried saw all; whoever reads sees his own, and how many there are in all. */
    @Test
    void aTrialOfRulesListsTheMattersThatOneMaySee() {
        long trial = tried();
        everybody((name, person) -> {
            boolean decides = may(person, Permission.RULES_DRAFT) || may(person, Permission.RULES_APPROVE);
            String list = "/rule-trials/" + trial + "/matters?limit=7";
            assertThat(caller.get(person, list).statusCode()).as(name)
                    .isEqualTo(decides && may(person, Permission.MATTER_READ) ? 200 : 403);
            assertThat(caller.get(person, "/rule-trials/" + trial).statusCode()).as(name).isEqualTo(decides ? 200 : 403);
            if (decides && may(person, Permission.MATTER_READ)) {
                Set<Long> visible = county.visible(person);
                assertThat(caller.listed(person, list, "matterId")).as("%s, seed %d", name, GeneratedCounty.SEED).isEqualTo(visible);
                assertThat((int) JsonPath.read(caller.get(person, list).body(), "$.total.count")).as(name).isEqualTo(visible.size());
            }
        });
    }

    @Test
    void aPhoneFindsTheMattersThatOneMaySeeAndNoOther() {
        county.people.forEach((name, person) -> {
            Map<String, String> session = caller.signedIn(staff.withPassword(person));
            Set<Long> found = new TreeSet<>();
            county.samples.values().forEach(sample -> found.addAll(lookedUp(session, sample.phone())));
            found.retainAll(county.samples.keySet());
            assertThat(found).as("%s, seed %d", name, GeneratedCounty.SEED).isEqualTo(county.visible(person));
        });
    }

    @Test
    void aSystemLooksNobodyUp() {
        county.people.forEach((name, person) -> assertThat(caller.post(person, "/party-lookups", "{\"phone\": \"13800001234\"}")
                .statusCode()).as(name).isEqualTo(403));
    }

    @Test
    void theVisitsDueAreThoseOfMattersOneMaySee() {
        await().atMost(Duration.ofSeconds(30)).until(() -> planned().containsAll(county.closed));
        clock.advance(Duration.ofDays(21)); // more than a week and the longest of holidays behind it

        everybody((name, person) -> {
            Set<Long> due = caller.listed(person, "/visits?due=overdue&limit=200", "id");
            due.retainAll(county.samples.keySet());
            assertThat(due).as("%s, seed %d", name, GeneratedCounty.SEED).isEqualTo(both(county.visible(person), county.closed));
        });
    }

    @Test
    void theDeadlinesThatMovedAreThoseOfMattersOneMaySee() {
        everybody((name, person) -> {
            Set<Long> moved = caller.listed(person, "/deadline-changes?limit=100", "matterId");
            moved.retainAll(county.samples.keySet());
            assertThat(moved).as("%s, seed %d", name, GeneratedCounty.SEED).isEqualTo(county.visible(person));
        });
    }

    @Test
    void importsAreListedForTheCountyAndTheUnitThatUploaded() {
        everybody((name, person) -> {
            Set<Long> listed = caller.listed(person, "/imports?limit=100", "id");
            listed.retainAll(tables.keySet());
            assertThat(listed).as("%s, seed %d", name, GeneratedCounty.SEED).isEqualTo(importable(person));
        });
    }

    @Test
    void anImportAndAllThatBelongsToItOpensForThemAlone() {
        everybody((name, person) -> tables.keySet().forEach(id -> {
            for (String part : List.of("", "/preview", "/undo", "/errors.csv", "/errors.xlsx")) {
                assertThat(caller.get(person, "/imports/" + id + part).statusCode() == 200)
                        .as("%s, import %d%s, seed %d", name, id, part, GeneratedCounty.SEED)
                        .isEqualTo(importable(person).contains(id));
            }
        }));
    }

    private void everybody(BiConsumer<String, TestPerson> reads) {
        people.forEach(reads);
    }

    private void upload(TestPerson dispatcher, UnitId scope) {
        byte[] table = "工单编号,诉求内容\n1,楼上夜间施工\n".getBytes(StandardCharsets.UTF_8);
        tables.put(Actors.as(dispatcher.actor(), () -> imports.upload(SourceLine.HOTLINE, "来件.csv", table)).id(),
                new HashSet<>(List.of(staff.units().county().id(), scope)));
    }

    /** A trial that counts every generated matter. */
    private long tried() {
        long trial = county.random.nextLong(1L << 50, 1L << 51);
        var jdbc = JdbcClient.create(owner);
        jdbc.sql("""
                insert into rules.trial (id, version_id, tried_by, at, shown)
                select :id, min(id), 1, now(), '{"matters": 0, "millis": 0, "groups": [], "figures": []}'
                  from rules.version where kind = 'ROUTING'
                """).param("id", trial).update();
        jdbc.sql("""
                insert into matter.tried (trial_id, group_no, place, matter_id, rule)
                select :trial, 1, row_number() over (), id, 'R1' from unnest(:ids::bigint[]) as id
                """).param("trial", trial).param("ids", county.samples.keySet().toArray(Long[]::new)).update();
        return trial;
    }

    private void moveDeadlines() {
        county.samples.keySet().forEach(id -> JdbcClient.create(owner).sql("""
                insert into matter.deadline_change (matter_id, key, run, calendar_version, old_due_at, new_due_at, changed_at)
                values (:id, 'handle', 1, 1, now(), now() + interval '1 day', now())
                """).param("id", id).update());
    }

    private Set<Long> planned() {
        return Set.copyOf(JdbcClient.create(owner).sql("select distinct matter_id from followup.plan").query(Long.class).list());
    }

    private Set<Long> lookedUp(Map<String, String> session, String phone) {
        HttpResponse<String> answer = caller.postFromThePage(session, "/party-lookups", "{\"phone\": \"" + phone + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<Number> ids = JsonPath.read(answer.body(), "$.items[*].matterId");
        return ids.stream().map(Number::longValue).collect(Collectors.toSet());
    }

    private Set<Long> importable(TestPerson person) {
        return may(person, Permission.IMPORT) ? seen(person, tables) : Set.of();
    }

    private static Set<Long> seen(TestPerson person, Map<Long, Set<UnitId>> things) {
        var post = person.actor().activePost();
        Map<Long, Set<UnitId>> seen = new HashMap<>(things);
        seen.values().removeIf(units -> post == null || post.scopeUnit() == null || !units.contains(post.scopeUnit()));
        return new TreeSet<>(seen.keySet());
    }

    private static boolean may(TestPerson person, Permission permission) {
        return person.actor().roles().stream().anyMatch(role -> role.permissions().contains(permission));
    }

    private static Set<Long> both(Set<Long> some, Set<Long> others) {
        var both = new TreeSet<>(some);
        both.retainAll(others);
        return both;
    }
}
