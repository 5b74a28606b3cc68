package org.hejie.matter.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.Troubles;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Links, merges and twins over HTTP. */
@HejieTest
class LinksHttpTest {

    @Autowired Matters matters;
    @Autowired County county;
    private MockMvcTester http;
    private Actor dispatcher;
    private MatterId first;
    private MatterId second;

    @BeforeEach
    void twoMatters(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
        dispatcher = county.dispatcher(321);
        Troubles troubles = new Troubles(matters, county);
        first = troubles.noise();
        second = troubles.noise();
    }

    @Test
    void aDuplicateIsMerged() {
        assertThat(link("\"kind\": \"DUP\", \"matterId\": %d, \"reason\": \"同一件事\"".formatted(first.value())))
                .hasStatusOk().bodyJson().extractingPath("$.status").isEqualTo("MERGED");
    }

    @Test
    void theRefusalSaysWhy() {
        assertThat(link("\"kind\": \"DUP\", \"matterId\": %d, \"reason\": \"同一件事\"".formatted(second.value())))
                .hasStatus(422).bodyJson().extractingPath("$.detail").isEqualTo("不能与自身关联。");
    }

    @Test
    void aLinkWithoutAReasonIsRefused() {
        assertThat(link("\"kind\": \"SAME_CAUSE\", \"matterId\": %d".formatted(first.value()))).hasStatus(400)
                .bodyJson().extractingPath("$.errors[0].path").isEqualTo("reason");
    }

    @Test
    void aDraftIsShownItsTwins() {
        MvcTestResult answer = Actors.as(dispatcher, () -> http.post().uri("/api/v1/twins").contentType(MediaType.APPLICATION_JSON).content("""
                {"title": "楼上夜间施工", "facts": "楼上住户连续三天夜间装修,影响休息。", "categoryCode": "0202",
                 "place": {"text": "某小区三号楼", "areaCode": "620123104"}, "parties": [{"phone": "138"}]}
                """).exchange());

        assertThat(answer).hasStatusOk().bodyJson().extractingPath("$[0].reasons[0].reason").isEqualTo("SIMILAR_TEXT");
    }

    private MvcTestResult link(String body) {
        return Actors.as(dispatcher, () -> http.post().uri("/api/v1/matters/" + second.value() + "/links")
                .header(HttpHeaders.IF_MATCH, "\"1\"").header(HttpHeaders.ACCEPT_LANGUAGE, "zh")
                .contentType(MediaType.APPLICATION_JSON).content("{" + body + "}").exchange());
    }
}
