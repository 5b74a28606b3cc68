package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hejie.matter.Act;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.Registered;
import org.hejie.matter.SourceLine;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.party.NewParty;
import org.hejie.place.AreaCode;
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

/** Generated people read everything they can reach over HTTP; an oracle says what that may be. */
@HejieTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeOverHttpTest {

    private static final long SEED = 20_261_124;
    private static final int MATTERS = 30;
    private static final int OTHERS_CHECKED = 8;
    private static final List<String> TOWNS = List.of("620123100", "620123101", "620123104");
    private static final List<String> BUCKETS = List.of("toDispatch", "toSign", "inHand", "dueSoon", "overdue", "returned",
            "toCheck", "toVisit", "suspended");

    @Autowired
    TestStaff staff;

    @Autowired
    Matters matters;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, TestPerson> people = new LinkedHashMap<>();
    private final Map<Long, String> codes = new LinkedHashMap<>();
    private ScopeOracle oracle;
    private RandomGenerator random;

    @BeforeAll
    void generate() {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        oracle = new ScopeOracle(staff.units());
        List<Unit> places = places();
        List<Unit> departments = staff.units().all().stream().filter(unit -> !unit.kind().followsPlace()
                && unit.kind() != UnitKind.COMMITTEE).toList();
        for (Role role : Role.values()) {
            if (role != Role.LINE_CLIENT) {
                Unit unit = unitFor(role, places, departments);
                people.put(role + " at " + unit.code(), staff.holding(role, unit.id()));
            }
        }
        List<TestPerson> clerks = List.of(staff.windowClerk(), staff.townClerk(TOWNS.get(1)), staff.townClerk(TOWNS.get(2)));
        TestPerson dispatcher = staff.dispatcher();
        for (int i = 0; i < MATTERS; i++) {
            Registered matter = register(clerks.get(random.nextInt(clerks.size())), any(places));
            if (random.nextInt(3) > 0) {
                hand(dispatcher, matter, any(random.nextBoolean() ? departments : places), any(departments));
            }
        }
    }

    @Test
    void theListHoldsAllThatOneMaySeeAndNothingElse() {
        people.forEach((name, person) -> assertThat(listed(person, "/matters?limit=200")).as("%s, seed %d", name, SEED)
                .isEqualTo(visible(person)));
    }

    @Test
    void noBucketHoldsMore() {
        people.forEach((name, person) -> BUCKETS.forEach(bucket ->
                assertThat(visible(person)).as("%s in %s, seed %d", name, bucket, SEED)
                        .containsAll(listed(person, "/matters?limit=200&bucket=" + bucket))));
    }

    @Test
    void searchFindsAllThatOneMaySeeAndNothingElse() {
        people.forEach((name, person) -> assertThat(listed(person, "/matters?limit=200&q=" + encoded("范围生成样本")))
                .as("%s, seed %d", name, SEED).isEqualTo(visible(person)));
    }

    @Test
    void aNumberFindsNoMoreThanWords() {
        List<Long> ids = List.copyOf(codes.keySet());
        people.forEach((name, person) -> {
            long one = ids.get(random.nextInt(ids.size()));
            assertThat(listed(person, "/matters?q=" + codes.get(one)).contains(one)).as("%s, seed %d", name, SEED)
                    .isEqualTo(visible(person).contains(one));
        });
    }

    @Test
    void aMatterOpensForWhoMaySeeItAndIsNotThereForOthers() {
        people.forEach((name, person) -> codes.keySet().forEach(id -> {
            boolean opened = get(person, "/matters/" + id).statusCode() == 200;
            assertThat(opened).as("%s, matter %d, seed %d", name, id, SEED).isEqualTo(visible(person).contains(id));
        }));
    }

    @Test
    void nothingBesideAMatterOpensForOthers() {
        people.forEach((name, person) -> hidden(person).forEach(id -> {
            for (String part : List.of("receipt", "suggestion", "visits", "deadline-changes")) {
                HttpResponse<String> answer = get(person, "/matters/" + id + "/" + part);
                assertThat(answer.statusCode() != 200 || answer.body().equals("[]"))
                        .as("%s, matter %d, %s, seed %d: %d", name, id, part, SEED, answer.statusCode()).isTrue();
            }
        }));
    }

    @Test
    void noPartyIsRevealedToOthers() {
        people.forEach((name, person) -> hidden(person).forEach(id -> {
            long party = JdbcClient.create(owner).sql("select party_id from matter.party_role where matter_id = :id")
                    .param("id", id).query(Long.class).single();
            assertThat(get(person, "/parties/" + party + "/revisions").statusCode()).as("%s, seed %d", name, SEED).isIn(403, 404);
            assertThat(post(person, "/parties/" + party + "/reveals", "{\"reason\":\"CONTACT\",\"text\":\"核对\"}").statusCode())
                    .as("%s, seed %d", name, SEED).isIn(403, 404);
        }));
    }

    @Test
    void whoIsNobodyReadsNothing() {
        for (String path : List.of("/matters", "/matters/counts", "/matters/" + codes.keySet().iterator().next(), "/visits",
                "/submissions", "/imports", "/audit/entries", "/staff")) {
            assertThat(send(HttpRequest.newBuilder(uri(path)).GET()).statusCode()).as(path).isEqualTo(401);
        }
    }

    private List<Unit> places() {
        List<Unit> places = new ArrayList<>();
        for (String town : TOWNS) {
            staff.units().all().stream()
                    .filter(unit -> unit.kind() == UnitKind.VILLAGE && unit.code().startsWith(town)).limit(2).forEach(village -> {
                        places.add(village);
                        staff.units().children(village.id()).stream().limit(2).forEach(places::add);
                    });
        }
        return places;
    }

    private Unit unitFor(Role role, List<Unit> places, List<Unit> departments) {
        return switch (role) {
            case GRID_WORKER -> any(places.stream().filter(unit -> unit.kind() == UnitKind.GRID).toList());
            case VILLAGE_CLERK -> any(places.stream().filter(unit -> unit.kind() == UnitKind.VILLAGE).toList());
            case TOWN_CLERK, TOWN_DIRECTOR -> staff.units().ofTown(
                    new AreaCode(TOWNS.get(random.nextInt(TOWNS.size()))));
            case COMMITTEE -> staff.units().byCode("committee").orElseThrow();
            case COURT_POST, PROCURATOR_POST, POLICE_POST, JUSTICE_BUREAU, PETITION_BUREAU, LABOUR_BUREAU, UNIT_CLERK,
                 WOMEN_FEDERATION -> any(departments);
            case WINDOW, DISPATCHER, MEDIATOR, DUTY_LEADER, CENTER_DIRECTOR, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN,
                 LINE_CLIENT -> staff.units().countyCenter();
        };
    }

    private Registered register(TestPerson clerk, Unit place) {
        boolean grid = place.kind() == UnitKind.GRID;
        Registered matter = Actors.as(clerk.actor(), () -> matters.register(new RegisterMatter(SourceLine.GRID, null, null, null,
                "范围生成样本", "范围生成样本", "0202", null,
                new Place(null, grid ? null : place.code(), grid ? place.code() : null, null, null), null, null, null, null,
                List.of(new Participant(PartyRole.APPLICANT, NewParty.person("王小民"))), new ProcedureId("dispute"), List.of())));
        oracle.registered(matter.id().value(), place, staff.units().get(clerk.actor().unitId().orElseThrow()));
        staff.units().ofLine(SourceLine.GRID.digit()).ifPresent(unit -> oracle.takesPart(matter.id().value(), unit));
        codes.put(matter.id().value(), matter.code().value());
        return matter;
    }

    private void hand(TestPerson dispatcher, Registered matter, Unit lead, Unit helper) {
        List<UnitId> helpers = random.nextBoolean() || lead.equals(helper) ? List.of() : List.of(helper.id());
        Actors.as(dispatcher.actor(), () -> matters.act(matter.id(), matter.version(),
                new Act.Dispatch(lead.id(), helpers, null, null, null)));
        oracle.takesPart(matter.id().value(), lead);
        if (!helpers.isEmpty()) {
            oracle.takesPart(matter.id().value(), helper);
        }
    }

    private Set<Long> visible(TestPerson person) {
        UnitId scope = person.actor().activePost() == null ? null : person.actor().activePost().scopeUnit();
        return oracle.matters().stream().filter(id -> oracle.sees(scope, id)).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Long> hidden(TestPerson person) {
        Set<Long> visible = visible(person);
        return codes.keySet().stream().filter(id -> !visible.contains(id)).limit(OTHERS_CHECKED).toList();
    }

    /** The generated matters among all pages of a list; none where the person may not read lists. */
    private Set<Long> listed(TestPerson person, String path) {
        Set<Long> found = new HashSet<>();
        String cursor = null;
        do {
            HttpResponse<String> page = get(person, cursor == null ? path : path + "&cursor=" + cursor);
            if (page.statusCode() == 403) {
                return new TreeSet<>();
            }
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            List<Number> ids = JsonPath.read(page.body(), "$.items[*].id");
            ids.forEach(id -> found.add(id.longValue()));
            List<String> next = JsonPath.read(page.body(), "$[?(@.nextCursor)].nextCursor");
            cursor = next.isEmpty() ? null : next.getFirst();
        } while (cursor != null);
        found.retainAll(oracle.matters());
        return new TreeSet<>(found);
    }

    private HttpResponse<String> get(TestPerson person, String path) {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", person.bearer()).GET());
    }

    private HttpResponse<String> post(TestPerson person, String path, String body) {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", person.bearer())
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
