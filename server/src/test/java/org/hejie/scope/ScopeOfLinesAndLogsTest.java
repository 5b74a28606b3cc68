package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
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
import org.hejie.matter.Matters;
import org.hejie.matter.SourceLine;
import org.hejie.org.Permission;
import org.hejie.org.Role;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.place.AreaCode;
import org.hejie.shared.Times;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Generated people read what came in by a line, what a line is told, its figures, notices and logs. */
@HejieTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeOfLinesAndLogsTest {

    private static final List<SourceLine> LINES = List.of(SourceLine.POLICE, SourceLine.HOTLINE);
    private static final String TOWN = "620123100";

    @Autowired
    TestStaff staff;

    @Autowired
    Matters matters;

    @Autowired
    Documents documents;

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
    /** The units whose posts see it, by number of the submission. */
    private final Map<Long, Set<UnitId>> submissions = new TreeMap<>();
    private final Map<SourceLine, Map<Long, Set<UnitId>>> told = new EnumMap<>(SourceLine.class);

    @BeforeAll
    void generate() {
        caller = new Caller(port);
        county = new GeneratedCounty(staff, matters, documents);
        people.putAll(county.people);
        for (SourceLine line : LINES) {
            submit(line, "a" + county.random.nextLong(), "一件事", "另一件事");
            tell(line);
        }
    }

    @Test
    void whatCameInIsListedForTheCountyAndTheUnitOfItsLine() {
        everybody((name, person) -> {
            Set<Long> listed = caller.listed(person, "/submissions?limit=100", "id");
            listed.retainAll(submissions.keySet());
            assertThat(listed).as("%s, seed %d", name, GeneratedCounty.SEED).isEqualTo(seen(person, submissions));
        });
    }

    @Test
    void whatCameInOpensForThemAlone() {
        everybody((name, person) -> submissions.keySet().forEach(id ->
                assertThat(caller.get(person, "/submissions/" + id).statusCode() == 200)
                        .as("%s, submission %d, seed %d", name, id, GeneratedCounty.SEED)
                        .isEqualTo(seen(person, submissions).contains(id))));
    }

    @Test
    void whatALineIsToldIsReadByItsSystemAndByWhoSeesItsUnitOrTheCounty() {
        LocalDate today = LocalDate.now(Times.ZONE);
        everybody((name, person) -> told.forEach((line, messages) -> {
            String path = "/lines/" + line.slug() + "/answers";
            Set<Long> listed = caller.listed(person, path + "?on=" + today, "id");
            listed.retainAll(messages.keySet());
            assertThat(listed).as("%s, line %s, seed %d", name, line, GeneratedCounty.SEED)
                    .isEqualTo(name.equals("system of line " + line.slug()) ? messages.keySet() : readable(person, messages));
            String file = caller.get(person, path + ".csv?on=" + today).body();
            assertThat(messages.keySet().stream().filter(id -> file.contains("told-" + id)).collect(Collectors.toSet()))
                    .as("file for %s, line %s", name, line).isEqualTo(listed);
        }));
    }

    @Test
    void deadLettersAreReadByWhoSeesTheLinesUnitOrTheCounty() {
        Map<Long, Set<UnitId>> all = new TreeMap<>();
        told.values().forEach(all::putAll);
        everybody((name, person) -> {
            Set<Long> listed = caller.listed(person, "/dead-letters?limit=100", "id");
            listed.retainAll(all.keySet());
            assertThat(listed).as("%s, seed %d", name, GeneratedCounty.SEED).isEqualTo(readable(person, all));
        });
    }

    @Test
    void howDeliveryStandsIsSeenByThoseWhoLookAfterIt() {
        everybody((name, person) -> assertThat(caller.get(person, "/destinations").statusCode()).as(name).isEqualTo(
                person.actor().is(Role.SYSTEM_ADMIN, Role.DISPATCHER, Role.CENTER_DIRECTOR) ? 200 : 403));
    }

    @Test
    void whereAPartnerIsToldIsSeenByTheTwoAdministratorsWhoSetIt() {
        everybody((name, person) -> {
            boolean sets = person.actor().is(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
            assertThat(caller.get(person, "/partner-subscriptions").statusCode()).as(name).isEqualTo(sets ? 200 : 403);
            assertThat(caller.get(person, "/partner-subscriptions/1/failures").statusCode()).as(name).isEqualTo(sets ? 404 : 403);
        });
    }

    @Test
    void eventsForAPartnerAreFetchedByItsSystemAlone() {
        TestPerson partner = staff.system(SourceLine.POLICE.digit(), "partner:police:read");

        assertThat(caller.get(partner, "/partner/events").statusCode()).isEqualTo(200);
        everybody((name, person) -> assertThat(caller.get(person, "/partner/events").statusCode()).as(name).isEqualTo(403));
    }

    @Test
    void whereALineIsAnsweredIsSeenByStaffAlone() {
        everybody((name, person) -> assertThat(caller.get(person, "/lines/12345/answering").statusCode()).as(name).isEqualTo(
                may(person, Permission.MATTER_READ) || person.actor().roles().stream().anyMatch(Role::isAdministrator) ? 200 : 403));
    }

    @Test
    void theFiguresOfALineAreReadByWhoSeesAllOfIt() {
        LocalDate today = Times.dateOf(clock.instant());
        everybody((name, person) -> {
            boolean anyLine = false;
            for (SourceLine line : LINES) {
                boolean whole = name.equals("system of line " + line.slug())
                        || may(person, Permission.MATTER_READ) && person.actor().scopeKeys().stream().anyMatch(keysOf(line)::contains);
                anyLine |= whole && !person.actor().is(Role.LINE_CLIENT);
                String day = "/lines/" + line.slug() + "/days/" + today;
                for (String path : List.of(day, day + "/rows", "/lines/" + line.slug() + "/numbering",
                        "/lines/" + line.slug() + "/answers/kept")) {
                    assertThat(caller.get(person, path).statusCode()).as("%s, %s", name, path).isEqualTo(whole ? 200 : 403);
                }
            }
            if (anyLine) {
                assertThat(caller.get(person, "/reconciliation?on=" + today).statusCode()).as(name).isEqualTo(200);
                assertThat(caller.get(person, "/reconciliation/open").statusCode()).as(name).isEqualTo(200);
            }
        });
    }

    @Test
    void whoSeesNoLineWholeReadsNoFigures() {
        TestPerson clerk = staff.townClerk(TOWN);

        assertThat(caller.get(clerk, "/reconciliation?on=" + Times.dateOf(clock.instant())).statusCode()).isEqualTo(403);
        assertThat(caller.get(clerk, "/reconciliation/open").statusCode()).isEqualTo(403);
    }

    @Test
    void noticesAreReadByThoseWhoHoldAPostAtTheUnit() {
        UnitId unit = staff.units().ofTown(AreaCode.parse(TOWN)).id();
        long id = county.random.nextLong(1L << 50, 1L << 51);
        JdbcClient.create(owner).sql("""
                insert into notify.notice (id, event, subject, link, unit_id, roles, told_at, visible_to)
                values (:id, 'DISPATCHED', 'x', '/matters/1', :unit, '{}', now(), array[:unit::bigint])
                """).param("id", id).param("unit", unit.value()).update();
        everybody((name, person) -> {
            boolean works = person.actor().activePost() != null;
            for (String path : List.of("/notices/count", "/notices/receipts", "/notices/wishes")) {
                assertThat(caller.get(person, path).statusCode()).as("%s, %s", name, path).isEqualTo(works ? 200 : 403);
            }
            if (works) {
                assertThat(caller.listed(person, "/notices?limit=100", "id").contains(id)).as(name)
                        .isEqualTo(person.actor().unitId().filter(unit::equals).isPresent() && !person.actor().activePost().role().isAdministrator());
            }
        });
    }

    @Test
    void theGatewayIsReadByTheSystemAdministratorAlone() {
        everybody((name, person) -> assertThat(caller.get(person, "/sms-gateway").statusCode()).as(name)
                .isEqualTo(person.actor().is(Role.SYSTEM_ADMIN) ? 404 : 403));
    }

    @Test
    void theLogsOpenForTheAuditAdministratorAlone() {
        everybody((name, person) -> {
            for (String path : List.of("/audit/entries", "/audit/entries.csv?from=2099-01-01T00:00:00Z", "/audit/seals")) {
                assertThat(caller.get(person, path).statusCode()).as("%s, %s", name, path)
                        .isEqualTo(may(person, Permission.AUDIT_READ) ? 200 : 403);
            }
        });
    }

    @Test
    void theAccountsOfSystemsOpenForTheThreeAdministratorsAlone() {
        everybody((name, person) -> assertThat(caller.get(person, "/api-clients").statusCode()).as(name)
                .isEqualTo(person.actor().roles().stream().anyMatch(Role::isAdministrator) ? 200 : 403));
    }

    private Set<Long> keysOf(SourceLine line) {
        return Set.of(staff.units().county().id().value(), staff.units().ofLine(line.digit()).orElseThrow().id().value());
    }

    private void everybody(BiConsumer<String, TestPerson> reads) {
        people.forEach(reads);
    }

    /** The second is a conflict that waits for a clerk. */
    private void submit(SourceLine line, String number, String first, String second) {
        TestPerson system = staff.line(line.digit(), line.slug());
        for (String facts : List.of(first, second)) {
            caller.post(system, "/lines/" + line.slug() + "/submissions", """
                    {"outsideNo": "%s", "category": "0202", "title": "范围", "facts": "%s", "areaCode": "620123104"}
                    """.formatted(number, facts));
        }
        Unit unit = staff.units().ofLine(line.digit()).orElseThrow();
        people.put("clerk of line " + line.slug(), staff.holding(Role.UNIT_CLERK, unit.id()));
        people.put("system of line " + line.slug(), system);
        List<Long> written = JdbcClient.create(owner).sql("select id from intake.submission where outside_no = :number")
                .param("number", number).query(Long.class).list();
        assertThat(written).hasSize(2);
        written.forEach(id -> submissions.put(id, Set.of(staff.units().county().id(), unit.id())));
    }

    /** A dead letter of the line. */
    private void tell(SourceLine line) {
        long id = county.random.nextLong(1L << 50, 1L << 51);
        UnitId unit = staff.units().ofLine(line.digit()).orElseThrow().id();
        Set<UnitId> units = Set.of(staff.units().county().id(), unit);
        JdbcClient.create(owner).sql("""
                insert into notify.message (id, destination, lane, subject, content, state, written_at, visible_to)
                values (:id, :destination, :lane, 'x', :content, 'DEAD', now(), :visibleTo)
                """)
                .param("id", id).param("destination", "line-" + line.slug()).param("lane", "scope-" + id)
                .param("content", "{\"outsideNo\":\"told-%d\",\"code\":\"x\",\"status\":\"CLOSED\",\"at\":\"2026-03-02T09:00:00+08:00\"}"
                        .formatted(id))
                .param("visibleTo", units.stream().mapToLong(UnitId::value).toArray()).update();
        told.computeIfAbsent(line, given -> new TreeMap<>()).put(id, units);
    }

    private Set<Long> readable(TestPerson person, Map<Long, Set<UnitId>> things) {
        return may(person, Permission.MATTER_READ) ? seen(person, things) : Set.of();
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
}
