package org.hejie.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.List;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.org.Actors;
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

/** A mediation by its addresses: what the mediator's page sends. */
@HejieTest
class MediationHttpTest extends MediationFixture {

    @Autowired Matters matters;
    private MockMvcTester http;
    private MatterId matter;
    private List<Long> sides;

    @BeforeEach
    void aQuarrel(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
        matter = mediated.dispute();
        sides = Actors.as(mediated.dispatcher, () -> matters.detail(matter)).orElseThrow().parties().stream().map(MatterDetail.Person::id).toList();
    }

    @Test
    void isOpenedWithTheConsentOfBothAndReadBackWithWhatWasSaid() throws Exception {
        MvcTestResult made = opened("{\"partyIds\": %s, \"mode\": \"ORAL\"}".formatted(sides));
        assertThat(made).hasStatus(201);
        long session = mediated.session(JsonPath.<Number>read(body(made), "$.id").longValue());
        Actors.run(mediator, () -> sessions.attend(session, sides, true));

        assertThat(readBack(session, "[{\"speaker\": \"PARTY\", \"partyId\": %d, \"text\": \" 属实。 \"}]".formatted(sides.getFirst())))
                .hasStatus(200).hasHeader("ETag", "\"2\"");
        assertThat(Actors.as(mediator, () -> sessions.find(session)).orElseThrow().minutes()).extracting(MediationSessionView.MinutesLine::text)
                .containsExactly("属实。");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"mode\": \"ORAL\"}                      | agreed.partyIds",
        "{\"partyIds\": [], \"mode\": \"ORAL\"}    | agreed.partyIds",
        "{\"partyIds\": [7, 7], \"mode\": \"ORAL\"} | agreed.partyIds[1]",
        "{\"partyIds\": [null], \"mode\": \"ORAL\"} | agreed.partyIds[0]",
        "{\"partyIds\": [7]}                       | agreed.mode",
        "{\"partyIds\": [7], \"mode\": \"ORAL\"}   | agreed.partyIds[0]",
    }, quoteCharacter = '\'')
    void whatIsWrongWithAConsentIsNamedAndNothingOpened(String agreed, String path) {
        assertThat(opened(agreed)).hasStatus(400).bodyJson().extractingPath("$.errors[0].path").isEqualTo(path);
        assertThat(Actors.as(mediated.dispatcher, () -> mediations.of(matter))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[null]                                         | lines[0]",
        "[{\"text\": \"x\"}]                            | lines[0].speaker",
        "[{\"speaker\": \"OTHER\"}]                     | lines[0].text",
        "[{\"speaker\": \"PARTY\", \"text\": \"x\"}]    | lines[0].partyId",
    }, quoteCharacter = '\'')
    void whatIsWrongWithALineIsNamed(String lines, String path) {
        long session = mediated.session(mediated.consented(matter));

        assertThat(readBack(session, lines)).hasStatus(400).bodyJson().extractingPath("$.errors[0].path").isEqualTo(path);
    }

    private MvcTestResult opened(String agreed) {
        return post("/api/v1/matters/" + matter.value() + "/mediations", "\"0\"",
                "{\"mediatorId\": %d, \"origin\": \"APPLIED\", \"agreed\": %s}".formatted(mediated.first, agreed));
    }

    private MvcTestResult readBack(long session, String lines) {
        return post("/api/v1/mediation-sessions/" + session + "/read-back", "\"1\"", "{\"result\": \"AGREED\", \"lines\": %s}".formatted(lines));
    }

    private MvcTestResult post(String path, String version, String json) {
        return Actors.as(mediated.dispatcher, () -> http.post().uri(path).header("If-Match", version).contentType(MediaType.APPLICATION_JSON)
                .content(json).exchange());
    }

    private static String body(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString();
    }
}
