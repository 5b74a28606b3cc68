package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

/** Generated people read matters over HTTP in every way there is; an oracle says what they may see. */
@HejieTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeOverHttpTest {

    private static final List<String> BUCKETS = List.of("toDispatch", "toSign", "inHand", "dueSoon", "overdue", "returned",
            "toCheck", "toVisit", "suspended");

    @Autowired
    TestStaff staff;

    @Autowired
    Matters matters;

    @Autowired
    Documents documents;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @LocalServerPort
    int port;

    private GeneratedCounty county;
    private Caller caller;

    @BeforeAll
    void generate() {
        caller = new Caller(port);
        county = new GeneratedCounty(staff, matters, documents);
    }

    @Test
    void theListHoldsAllThatOneMaySeeAndNothingElse() {
        county.people.forEach((name, person) -> assertThat(listed(person, "/matters?limit=200")).as("%s, seed %d", name, GeneratedCounty.SEED)
                .isEqualTo(county.visible(person)));
    }

    @Test
    void noBucketHoldsMore() {
        county.people.forEach((name, person) -> BUCKETS.forEach(bucket ->
                assertThat(county.visible(person)).as("%s in %s, seed %d", name, bucket, GeneratedCounty.SEED)
                        .containsAll(listed(person, "/matters?limit=200&bucket=" + bucket))));
    }

    @Test
    void aCountIsOfTheListOneMaySee() {
        county.people.forEach((name, person) -> {
            HttpResponse<String> counts = caller.get(person, "/matters/counts");
            for (String bucket : BUCKETS) {
                int listed = caller.listed(person, "/matters?limit=200&bucket=" + bucket, "id").size();
                int counted = counts.statusCode() == 403 ? 0 : JsonPath.read(counts.body(), "$." + bucket + ".count");
                assertThat(counted).as("%s in %s, seed %d", name, bucket, GeneratedCounty.SEED).isEqualTo(listed);
            }
        });
    }

    @Test
    void searchFindsAllThatOneMaySeeAndNothingElse() {
        county.people.forEach((name, person) -> assertThat(listed(person, "/matters?limit=200&q=" + encoded("范围生成样本")))
                .as("%s, seed %d", name, GeneratedCounty.SEED).isEqualTo(county.visible(person)));
    }

    @Test
    void aNumberFindsNoMoreThanWords() {
        List<Long> ids = List.copyOf(county.samples.keySet());
        county.people.forEach((name, person) -> {
            long one = ids.get(county.random.nextInt(ids.size()));
            assertThat(listed(person, "/matters?q=" + county.samples.get(one).matter().code().value()).contains(one)).as("%s, seed %d", name, GeneratedCounty.SEED)
                    .isEqualTo(county.visible(person).contains(one));
        });
    }

    @Test
    void aMatterOpensForWhoMaySeeItAndIsNotThereForOthers() {
        county.people.forEach((name, person) -> county.samples.keySet().forEach(id -> {
            boolean opened = caller.get(person, "/matters/" + id).statusCode() == 200;
            assertThat(opened).as("%s, matter %d, seed %d", name, id, GeneratedCounty.SEED).isEqualTo(county.visible(person).contains(id));
        }));
    }

    @Test
    void theSuggestionsOfAListAreThoseOfMattersOneMaySee() {
        String all = county.samples.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        county.people.forEach((name, person) -> {
            HttpResponse<String> answer = caller.get(person, "/dispatch-suggestions?matters=" + all);
            List<Number> told = answer.statusCode() == 200 ? JsonPath.read(answer.body(), "$[*].matterId") : List.of();
            assertThat(told.stream().map(Number::longValue).collect(Collectors.toSet())).as("%s, seed %d", name, GeneratedCounty.SEED)
                    .isEqualTo(county.visible(person));
        });
    }

    @Test
    void nothingBesideAMatterOpensForOthers() {
        county.people.forEach((name, person) -> county.hidden(person).forEach(id -> {
            for (String part : List.of("receipt", "suggestion", "visits", "deadline-changes", "links", "twins", "risk")) {
                HttpResponse<String> answer = caller.get(person, "/matters/" + id + "/" + part);
                assertThat(answer.statusCode() != 200 || answer.body().equals("[]"))
                        .as("%s, matter %d, %s, seed %d: %d", name, id, part, GeneratedCounty.SEED, answer.statusCode()).isTrue();
            }
        }));
    }

    @Test
    void noPartyIsRevealedToOthers() {
        county.people.forEach((name, person) -> county.hidden(person).forEach(id -> {
            long party = JdbcClient.create(owner).sql("select party_id from matter.party_role where matter_id = :id")
                    .param("id", id).query(Long.class).single();
            assertThat(caller.get(person, "/parties/" + party + "/revisions").statusCode()).as("%s, seed %d", name, GeneratedCounty.SEED).isIn(403, 404);
            assertThat(caller.post(person, "/parties/" + party + "/reveals", "{\"reason\":\"CONTACT\",\"text\":\"核对\"}").statusCode())
                    .as("%s, seed %d", name, GeneratedCounty.SEED).isIn(403, 404);
        }));
    }

    @Test
    void whoIsNobodyReadsNothing() {
        for (String path : List.of("/matters", "/matters/counts", "/matters/" + county.samples.keySet().iterator().next(), "/visits",
                "/submissions", "/imports", "/audit/entries", "/staff")) {
            assertThat(caller.get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    private Set<Long> listed(TestPerson person, String path) {
        Set<Long> found = caller.listed(person, path, "id");
        found.retainAll(county.samples.keySet());
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
