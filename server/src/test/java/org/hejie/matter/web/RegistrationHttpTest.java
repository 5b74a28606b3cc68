package org.hejie.matter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** What a registration may not say, and which field is told. */
@HejieTest
class RegistrationHttpTest {

    @Autowired County county;
    @Autowired Units units;
    private MockMvcTester http;
    private Actor clerk;

    @BeforeEach
    void aClerk(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
        clerk = county.window(231);
    }

    /** Source: domain.md §2.8: never mediated. */
    @Test
    void domesticViolenceIsNotRegisteredForMediation() {
        assertField(register("0107", "\"procedure\": \"dispute\","), "procedure", "NEVER_MEDIATED");
    }

    @Test
    void aDangerOfDomesticViolenceIsNotRegisteredForMediation() {
        assertField(register("0101", "\"procedure\": \"dispute\", \"safety\": [\"DOMESTIC_VIOLENCE\"],"), "procedure", "NEVER_MEDIATED");
    }

    @Test
    void domesticViolenceBeginsAsTheRulesSay() throws Exception {
        String matter = body(Actors.as(clerk, () -> http.get().uri("/api/v1/matters/" + id(register("0107", ""))).exchange()));

        assertThat(JsonPath.<String>read(matter, "$.procedure.id")).isEqualTo("consultation");
    }

    @ParameterizedTest
    @CsvSource({"dispute, , procedure, NEVER_MEDIATED", "dispute, mediation, procedure, NEVER_MEDIATED"})
    void domesticViolenceIsNotDispatchedForMediation(String procedure, String limit, String path, String code) throws Exception {
        long id = id(register("0107", ""));
        String body = "{\"leadUnitId\": %d, \"procedure\": \"%s\"%s}".formatted(county.unit("police").id().value(), procedure,
                limit == null ? "" : ", \"limit\": \"" + limit + "\"");

        assertField(Actors.as(county.dispatcher(232), () -> http.post().uri("/api/v1/matters/" + id + "/dispatches")
                .header(HttpHeaders.IF_MATCH, "\"1\"").contentType(MediaType.APPLICATION_JSON).content(body).exchange()), path, code);
    }

    @Test
    void anUnknownUnitTakesNothing() throws Exception {
        long id = id(register("0206", ""));

        assertField(Actors.as(county.dispatcher(232), () -> http.post().uri("/api/v1/matters/" + id + "/dispatches")
                .header(HttpHeaders.IF_MATCH, "\"1\"").contentType(MediaType.APPLICATION_JSON)
                .content("{\"leadUnitId\": 987654321}").exchange()), "leadUnitId", "UNKNOWN");
        assertThat(Actors.as(clerk, () -> http.get().uri("/api/v1/matters/" + id).exchange())).bodyJson()
                .extractingPath("$.version").isEqualTo(1);
    }

    @Test
    void aUnitThatDoesNotExistIsNoOnesProxy() {
        assertThat(register("0206", "\"proxyFor\": {\"unitId\": 987654321, \"reason\": \"代录\"},").getResponse().getStatus())
                .isIn(400, 403, 404);
    }

    @Test
    void aBackEntryOfTheSameWeekNeedsNoReason() {
        assertThat(register("0206", late(6, ""))).hasStatus(201);
    }

    @Test
    void aLateBackEntryNeedsAReason() {
        assertField(register("0206", late(8, "")), "backEntryReason", "REQUIRED");
    }

    @Test
    void theReasonOfALateBackEntryStandsInTheTimeline() throws Exception {
        long id = id(register("0206", late(8, "\"backEntryReason\": \"停电期间手工登记\",")));

        assertThat(Actors.as(clerk, () -> http.get().uri("/api/v1/matters/" + id).exchange())).bodyJson()
                .extractingPath("$.timeline[0].opinion").isEqualTo("停电期间手工登记");
    }

    /** Source: domain.md §4: both names are recorded, and why. */
    @Test
    void theReasonOfAProxyEntryStandsInTheTimeline() throws Exception {
        clerk = county.townClerk(233, "620123104");
        long village = units.children(county.center("620123104").id()).getFirst().id().value();

        long id = id(register("0206", "\"proxyFor\": {\"unitId\": %d, \"reason\": \"村上没有网络\"},".formatted(village)));

        assertThat(Actors.as(clerk, () -> http.get().uri("/api/v1/matters/" + id).exchange())).bodyJson()
                .extractingPath("$.timeline[0].opinion").isEqualTo("村上没有网络");
    }

    /** Source: domain.md §2.8. */
    @Test
    void domesticViolenceIsOfferedNoSettlement() throws Exception {
        clerk = county.townClerk(234, "620123104");

        String matter = body(Actors.as(clerk, () -> http.get().uri("/api/v1/matters/" + id(register("0107", ""))).exchange()));

        assertThat(JsonPath.<List<String>>read(matter, "$.actions[?(@.action == 'SUBMIT_RESULT')].results[*].code"))
                .contains("EXPLAINED").doesNotContain("SETTLED");
    }

    private static String late(int days, String more) {
        return "\"backEntry\": true, \"reportedAt\": \"%s\", %s".formatted(Instant.now().minus(Duration.ofDays(days)), more);
    }

    private MvcTestResult register(String category, String more) {
        return Actors.as(clerk, () -> http.post().uri("/api/v1/matters").contentType(MediaType.APPLICATION_JSON).content("""
                {"line": "WINDOW", "title": "口角", "facts": "两户口角。", "categoryCode": "%s", %s
                 "place": {"areaCode": "620123104"}}
                """.formatted(category, more)).exchange());
    }

    private static void assertField(MvcTestResult answer, String path, String code) {
        assertThat(answer).hasStatus(400).bodyJson().isLenientlyEqualTo("""
                {"code": "INVALID_FIELDS", "errors": [{"path": "%s", "code": "%s"}]}
                """.formatted(path, code));
    }

    private static long id(MvcTestResult answer) throws UnsupportedEncodingException {
        return JsonPath.<Number>read(body(answer), "$.id").longValue();
    }

    private static String body(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString();
    }
}
