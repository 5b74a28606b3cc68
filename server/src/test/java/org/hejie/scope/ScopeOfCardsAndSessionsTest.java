package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.hejie.document.Documents;
import org.hejie.joint.JointSessions;
import org.hejie.joint.MorningMeetings;
import org.hejie.joint.NewSession;
import org.hejie.joint.NewTask;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.matter.supervision.CardOrigin;
import org.hejie.matter.supervision.Cards;
import org.hejie.matter.supervision.NewCard;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.Post;
import org.hejie.org.Role;
import org.hejie.org.UnitId;
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

/** Generated people read cards, suggestions, samples, joint sessions, tasks and meetings. */
@HejieTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeOfCardsAndSessionsTest {

    private static final String TOWN = "620123104";

    @Autowired TestStaff staff;
    @Autowired Matters matters;
    @Autowired Documents documents;
    @Autowired Cards cards;
    @Autowired JointSessions sessions;
    @Autowired MorningMeetings meetings;
    @Autowired @FlywayDataSource DataSource owner;
    @LocalServerPort int port;

    private GeneratedCounty county;
    private Caller caller;
    private final Map<Long, Long> cardMatters = new LinkedHashMap<>();
    private final Map<Long, Long> sessionMatters = new LinkedHashMap<>();
    private long task;
    private long meeting;
    private long sample;
    private long suggestion;
    private UnitId town;
    private UnitId land;

    @BeforeAll
    void generate() {
        caller = new Caller(port);
        county = new GeneratedCounty(staff, matters, documents);
        town = staff.units().ofTown(new AreaCode(TOWN)).id();
        land = staff.units().byCode("land").orElseThrow().id();
        for (Role role : List.of(Role.COMMITTEE, Role.CENTER_DIRECTOR)) {
            county.people.putIfAbsent("scope " + role, role == Role.COMMITTEE ? staff.committee() : staff.director());
        }
        TestPerson director = staff.townDirector(TOWN);
        county.people.put("director of the town", director);
        county.people.put("clerk of land", staff.department("land"));
        List<Long> open = JdbcClient.create(owner).sql("select id from matter.matter where id = any (:ids) and open and not never_mediate order by id")
                .param("ids", county.samples.keySet().toArray(Long[]::new)).query(Long.class).list();
        TestPerson committee = staff.committee();
        open.forEach(id -> cardMatters.put(Actors.as(committee.actor(), () -> cards.issue(new MatterId(id),
                new NewCard(town, CardLevel.NOTICE, CardOrigin.LEADER, "范围", "范围", null))), id));
        for (long id : open.subList(0, 2)) {
            sessionMatters.put(Actors.as(staff.dispatcher().actor(), () -> sessions.call(new MatterId(id), new NewSession(List.of(land),
                    "范围", Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(600), "会商室"))), id);
        }
        long session = sessionMatters.keySet().iterator().next();
        task = Actors.as(staff.dispatcher().actor(), () -> sessions.task(session, NewTask.of(land.value(), null, "范围", "1wd", null)));
        meeting = Actors.as(director.actor(), () -> meetings.begin());
        suggestion = county.random.nextLong(1L << 50, 1L << 51);
        JdbcClient.create(owner).sql("""
                insert into matter.card_suggestion (id, matter_id, unit_id, level, rule, suggested_at, visible_to)
                values (:id, :matter, :unit, 'RED', 'LONG_OVERDUE', now(), :keys)
                """).param("id", suggestion).param("matter", open.getFirst()).param("unit", town.value())
                .param("keys", new long[] {staff.units().county().id().value()}).update();
        sample = suggestion + 1;
        JdbcClient.create(owner).sql("""
                insert into matter.refusal_sample (id, from_on, to_on, seed, method, population, size, share, digest, drawn_at,
                                                   drawn_by, unit_id, visible_to)
                values (:id, '2020-01-01', '2020-01-02', 1, 'test', 0, 0, 10, decode(repeat('00', 32), 'hex'), now(), 1, :unit, :keys)
                """).param("id", sample).param("unit", town.value())
                .param("keys", new long[] {staff.units().county().id().value()}).update();
    }

    @Test
    void aCardIsReadByItsUnitAndThoseAboveIt() {
        everybody((name, person) -> {
            Set<Long> wanted = new TreeSet<>();
            cardMatters.forEach((card, matter) -> {
                if (holds(person, town) && sees(person, matter)) {
                    wanted.add(card);
                }
            });
            Set<Long> listed = caller.listed(person, "/supervision/cards?limit=200", "id");
            listed.retainAll(cardMatters.keySet());
            assertThat(listed).as(name).isEqualTo(wanted);
            cardMatters.keySet().forEach(card -> assertThat(caller.get(person, "/supervision/cards/" + card).statusCode() == 200)
                    .as("%s, card", name).isEqualTo(wanted.contains(card)));
        });
    }

    @Test
    void aBoardCountsNoCardThatItsReaderMayNotRead() {
        everybody((name, person) -> {
            Set<Long> units = caller.listed(person, "/supervision/boards?limit=200", "id");
            if (!holds(person, town)) {
                assertThat(units).as(name).doesNotContain(town.value());
            }
        });
    }

    @Test
    void suggestionsAndSamplesAreReadByWhoSupervisesTheCounty() {
        everybody((name, person) -> {
            boolean supervises = may(person, Permission.SUPERVISE) && holds(person, staff.units().county().id());
            assertThat(caller.listed(person, "/supervision/suggestions?limit=200", "id").contains(suggestion)).as(name).isEqualTo(supervises);
            assertThat(caller.listed(person, "/supervision/samples?limit=200", "id").contains(sample)).as(name).isEqualTo(supervises);
            assertThat(caller.get(person, "/supervision/samples/" + sample + "/items").statusCode() == 200).as(name).isEqualTo(supervises);
        });
    }

    @Test
    void aSessionIsReadByWhoSeesTheMatterAndByTheCalledUnit() {
        everybody((name, person) -> sessionMatters.forEach((session, matter) -> {
            boolean wanted = may(person, Permission.MATTER_READ) && (sees(person, matter) || holds(person, land));
            assertThat(caller.get(person, "/joint-sessions/" + session).statusCode() == 200).as(name).isEqualTo(wanted);
            assertThat(caller.listed(person, "/joint-sessions?limit=200", "id").contains(session)).as(name).isEqualTo(wanted);
        }));
    }

    @Test
    void aTaskIsReadByItsUnitAndWhoCalled() {
        everybody((name, person) -> {
            boolean near = holds(person, land) || holds(person, staff.units().countyCenter().id());
            long matter = sessionMatters.values().iterator().next();
            assertThat(caller.listed(person, "/joint-tasks?limit=200", "id").contains(task)).as(name).isEqualTo(near && sees(person, matter));
        });
    }

    @Test
    void aMeetingIsReadByItsCentreAndTheCounty() {
        everybody((name, person) -> {
            boolean wanted = holds(person, town) && may(person, Permission.MATTER_READ);
            assertThat(caller.get(person, "/morning-meetings/" + meeting).statusCode() == 200).as(name).isEqualTo(wanted);
            assertThat(caller.listed(person, "/morning-meetings?limit=200", "id").contains(meeting)).as(name).isEqualTo(wanted);
        });
    }

    @Test
    void todaysAgendaHoldsOnlyWhatItsReaderMaySee() {
        everybody((name, person) -> {
            HttpResponse<String> answer = caller.get(person, "/morning-meetings/today");
            boolean keeps = person.actor().is(Role.DISPATCHER, Role.CENTER_DIRECTOR, Role.TOWN_DIRECTOR);
            assertThat(answer.statusCode()).as(name).isEqualTo(keeps ? 200 : 403);
            if (keeps) {
                List<Number> ids = JsonPath.read(answer.body(), "$.agenda[*].matterId");
                Set<Long> shown = new TreeSet<>();
                ids.forEach(id -> shown.add(id.longValue()));
                shown.retainAll(county.samples.keySet());
                assertThat(sees(person, shown)).as(name).isTrue();
            }
        });
    }

    @Test
    void theResponseRateCountsOnlySessionsOneMayRead() {
        everybody((name, person) -> assertThat(caller.get(person, "/joint-responses").statusCode()).as(name)
                .isEqualTo(may(person, Permission.MATTER_READ) ? 200 : 403));
    }

    private void everybody(BiConsumer<String, TestPerson> reads) {
        county.people.forEach(reads);
    }

    private boolean sees(TestPerson person, long matter) {
        return JdbcClient.create(owner).sql("select visible_to && :keys from matter.matter where id = :id").param("id", matter)
                .param("keys", person.actor().scopeKeys().stream().mapToLong(Long::longValue).toArray()).query(Boolean.class).single();
    }

    private boolean sees(TestPerson person, Set<Long> shown) {
        return shown.stream().allMatch(matter -> sees(person, matter));
    }

    /** Whether the unit's key, or that of one above it, is among his. */
    private boolean holds(TestPerson person, UnitId unit) {
        Post post = person.actor().activePost();
        return may(person, Permission.MATTER_READ) && post != null && post.scopeUnit() != null
                && staff.units().lineage(unit).contains(post.scopeUnit());
    }

    private static boolean may(TestPerson person, Permission permission) {
        return person.actor().roles().stream().anyMatch(role -> role.permissions().contains(permission));
    }
}
