package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.hejie.document.Documents;
import org.hejie.matter.Matters;
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

/** Generated people read pairs, what was told apart, and series: only where they see the matters. */
@HejieTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeOfTwinsTest {

    @Autowired TestStaff staff;
    @Autowired Matters matters;
    @Autowired Documents documents;
    @Autowired @FlywayDataSource DataSource owner;
    @LocalServerPort int port;
    private GeneratedCounty county;
    private Caller caller;
    private final List<List<Long>> pairs = new ArrayList<>();

    @BeforeAll
    void everyMatterWithTheNext() {
        caller = new Caller(port);
        county = new GeneratedCounty(staff, matters, documents);
        List<Long> ids = List.copyOf(county.samples.keySet());
        for (int i = 0; i + 1 < ids.size(); i += 2) {
            pair(ids.get(i), ids.get(i + 1));
        }
    }

    private void pair(long one, long other) {
        JdbcClient jdbc = JdbcClient.create(owner);
        jdbc.sql("insert into matter.twin_pair (matter_id, other_id, score, reasons, found_at) values (?, ?, 50, '[]', now())")
                .params(one, other).update();
        jdbc.sql("insert into matter.told_apart (id, one, other, reason, said_at) values (?, least(?, ?), greatest(?, ?), '核对', now())")
                .params(one, one, other, one, other).update();
        jdbc.sql("insert into matter.series (id, name, lead_matter, made_at) values (?, '串案', ?, now())").params(one, one).update();
        for (long member : List.of(one, other)) {
            jdbc.sql("insert into matter.series_member (series_id, matter_id, joined_at, reason) values (?, ?, now(), '同因')")
                    .params(one, member).update();
        }
        pairs.add(List.of(one, other));
    }

    @Test
    void aPairIsListedForWhoSeesBoth() {
        county.people.forEach((name, person) -> {
            Set<Long> listed = caller.listed(person, "/twins/to-review?limit=100", "matter.id");
            listed.retainAll(county.samples.keySet());
            Set<Long> expected = new TreeSet<>();
            pairs.stream().filter(pair -> caller.get(person, "/twins/to-review").statusCode() == 200 && county.visible(person).containsAll(pair)
                    && open(pair.getFirst())).forEach(pair -> expected.add(pair.getFirst()));
            assertThat(listed).as("%s, seed %d", name, GeneratedCounty.SEED).isEqualTo(expected);
        });
    }

    @Test
    void whatWasToldApartIsReadByWhoSeesBoth() {
        everyPair((person, pair) -> {
            HttpResponse<String> answer = caller.get(person, "/matters/" + pair.getFirst() + "/told-apart");
            boolean read = answer.statusCode() == 200 && !answer.body().equals("[]");
            assertThat(read && !county.visible(person).containsAll(pair)).as("%s, seed %d", pair, GeneratedCounty.SEED).isFalse();
        });
    }

    @Test
    void aSeriesShowsOnlyTheMembersOneMaySee() {
        everyPair((person, pair) -> {
            Set<Long> seen = new HashSet<>(pair);
            seen.retainAll(county.visible(person));
            HttpResponse<String> answer = caller.get(person, "/series/" + pair.getFirst());
            assertThat(answer.statusCode()).as("%s, seed %d", pair, GeneratedCounty.SEED).isIn(seen.isEmpty() ? List.of(403, 404) : List.of(200, 403));
            if (answer.statusCode() == 200) {
                assertThat(ids(answer, "$.members[*].matterId")).as("%s, seed %d", pair, GeneratedCounty.SEED).isEqualTo(seen);
            }
            HttpResponse<String> ofMatter = caller.get(person, "/matters/" + pair.getLast() + "/series");
            assertThat(ofMatter.statusCode() == 200 && !ofMatter.body().equals("[]") && !seen.contains(pair.getLast())).isFalse();
        });
    }

    @Test
    void noListOfSeriesShowsMore() {
        county.people.forEach((name, person) -> {
            HttpResponse<String> answer = caller.get(person, "/series");
            if (answer.statusCode() == 200) {
                Set<Long> members = ids(answer, "$.items[*].members[*].matterId");
                members.retainAll(county.samples.keySet());
                assertThat(county.visible(person)).as("%s, seed %d", name, GeneratedCounty.SEED).containsAll(members);
            }
        });
    }

    private boolean open(long matter) {
        return JdbcClient.create(owner).sql("select open and status <> 'MERGED' from matter.matter where id = ?").param(matter)
                .query(Boolean.class).single();
    }

    private interface Reading {
        void of(TestPerson person, List<Long> pair);
    }

    private void everyPair(Reading reading) {
        county.people.forEach((name, person) -> pairs.forEach(pair -> reading.of(person, pair)));
    }

    private static Set<Long> ids(HttpResponse<String> answer, String path) {
        List<Number> found = JsonPath.read(answer.body(), path);
        Set<Long> ids = new HashSet<>();
        found.forEach(id -> ids.add(id.longValue()));
        return ids;
    }
}
