package org.hejie.routing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.NewParty;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@HejieTest
class SuggestionHttpTest {

    private static final String TOWN = "620123104";

    @Autowired Matters matters;
    @Autowired County county;
    private MockMvcTester http;
    private MatterId wages;

    @BeforeEach
    void register(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
        wages = Actors.as(county.window(201), () -> matters.register(new RegisterMatter(SourceLine.WINDOW, null, null,
                null, "工地欠薪", "三名工人两个月工资未付。", "0401", null, new Place(null, TOWN, null, null, null), null, 3,
                null, null, List.of(new Participant(PartyRole.APPLICANT, NewParty.person("王小民"))), null, List.of()))).id();
    }

    @Test
    void dispatcherSeesUnitLimitAndReason() {
        assertThat(suggestion(county.dispatcher(202), "zh")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {
                  "unit": {"code": "labour", "name": "县人社局"},
                  "procedure": "dispute", "limit": "county-general", "span": "15wd", "riskCheck": true,
                  "rules": [
                    {"id": "P04", "decision": "PROCEDURE"},
                    {"id": "R16", "decision": "UNIT", "reason": "农民工欠薪由人社核查，可移送支持起诉"},
                    {"id": "L17", "decision": "LIMIT"},
                    {"id": "K01", "decision": "RISK_CHECK", "reason": "重点类别必须评估"}
                  ]
                }
                """);
    }

    @Test
    void reasonIsGivenInEnglishToo() {
        assertThat(suggestion(county.dispatcher(202), "en")).hasStatusOk().bodyJson()
                .extractingPath("$.rules[3].reason").isEqualTo("A marked category");
    }

    @Test
    void anotherTownGetsNoSuggestion() {
        assertThat(suggestion(county.townClerk(203, "620123100"), "zh")).hasStatus(404);
    }

    @Test
    void aListIsToldUnitAndReasonOfEachRow() {
        assertThat(ofRows(county.dispatcher(202), "" + wages.value())).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                [{"matterId": %d, "unit": {"code": "labour", "name": "县人社局"}, "limit": "county-general", "span": "15wd",
                  "riskCheck": true, "rule": "R16", "reason": "农民工欠薪由人社核查，可移送支持起诉"}]
                """.formatted(wages.value()));
    }

    @Test
    void rowsOfAnotherTownAreLeftOut() {
        assertThat(ofRows(county.townClerk(203, "620123100"), "" + wages.value())).hasStatusOk().bodyJson().isStrictlyEqualTo("[]");
    }

    @Test
    void whatIsNoNumberIsNamed() {
        assertThat(ofRows(county.dispatcher(202), "1,x")).hasStatus(400).bodyJson()
                .extractingPath("$.errors[0].path").isEqualTo("matters");
    }

    private MvcTestResult ofRows(Actor actor, String matters) {
        return Actors.as(actor, () -> http.get().uri("/api/v1/dispatch-suggestions?matters=" + matters)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "zh").exchange());
    }

    private MvcTestResult suggestion(Actor actor, String language) {
        return Actors.as(actor, () -> http.get().uri("/api/v1/matters/" + wages.value() + "/suggestion")
                .header(HttpHeaders.ACCEPT_LANGUAGE, language).exchange());
    }
}
