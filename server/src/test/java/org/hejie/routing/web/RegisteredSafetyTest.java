package org.hejie.routing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** What a clerk ticks at registration reaches the rules. */
@HejieTest
class RegisteredSafetyTest {

    @Autowired County county;
    private MockMvcTester http;
    private Actor clerk;

    @BeforeEach
    void aClerk(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
        clerk = county.window(221);
    }

    /** Source: domain.md §2.6, §2.8, §5.5, to be verified. */
    @ParameterizedTest
    @CsvSource({
        "DOMESTIC_VIOLENCE, consultation, R02, L06",
        "WEAPON,            dispute,      R02, L08",
        "THREAT,            dispute,      R02, L08",
        "MINOR_VICTIM,      dispute,      R02, L08",
        "INJURY,            dispute,      R02, L08",
        "PUBLIC_ORDER,      dispute,      R02, L08",
        "SELF_HARM,         dispute,      R51, L08"})
    void dangerDecidesUnitLimitAndRiskCheck(String fact, String procedure, String unit, String limit) throws Exception {
        long id = registered("\"safety\": [\"%s\"],".formatted(fact));

        String suggestion = body(get("/api/v1/matters/" + id + "/suggestion"));
        assertThat(JsonPath.<String>read(suggestion, "$.procedure")).isEqualTo(procedure);
        assertThat(JsonPath.<List<String>>read(suggestion, "$.rules[*].id")).contains(unit, limit, "K02");
        String matter = body(get("/api/v1/matters/" + id));
        assertThat(JsonPath.<Boolean>read(matter, "$.riskCheckRequired")).isTrue();
        assertThat(JsonPath.<List<String>>read(matter, "$.safety")).containsExactly(fact);
    }

    @Test
    void withoutDangerNothingIsForced() throws Exception {
        String matter = body(get("/api/v1/matters/" + registered("")));

        assertThat(JsonPath.<Boolean>read(matter, "$.riskCheckRequired")).isFalse();
    }

    @Test
    void domesticViolenceIsNeverMediated() throws Exception {
        String matter = body(get("/api/v1/matters/" + registered("\"safety\": [\"DOMESTIC_VIOLENCE\"],")));

        assertThat(JsonPath.<Boolean>read(matter, "$.neverMediate")).isTrue();
    }

    @Test
    void anUnknownDangerIsRefusedByName() {
        assertThat(register("\"safety\": [\"FIRE\"],")).hasStatus(400).bodyJson()
                .extractingPath("$.errors[0].path").asString().startsWith("safety");
    }

    private long registered(String more) throws Exception {
        return JsonPath.<Number>read(body(register(more)), "$.id").longValue();
    }

    private MvcTestResult register(String more) {
        return Actors.as(clerk, () -> http.post().uri("/api/v1/matters").contentType(MediaType.APPLICATION_JSON).content("""
                {"line": "WINDOW", "title": "口角", "facts": "两户因停车口角。", "categoryCode": "0206", %s
                 "place": {"areaCode": "620123104"}}
                """.formatted(more)).exchange());
    }

    private MvcTestResult get(String path) {
        return Actors.as(clerk, () -> http.get().uri(path).exchange());
    }

    private static String body(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString();
    }
}
