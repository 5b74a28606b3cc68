package org.hejie.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.NewParty;
import org.hejie.party.PhoneNumber;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** A look-up by phone tells the window that somebody has a matter already. */
@HejieTest
class KnownPartyTest {

    private static final String TOWN = "620123104";
    private static final String OTHER_TOWN = "620123100";

    @Autowired
    private Matters matters;
    @Autowired
    private County county;
    @Autowired
    private WebApplicationContext context;

    private Registered registered;

    @BeforeEach
    void aMatterOfSomebodyWithAPhone() {
        registered = Actors.as(county.window(101), () -> matters.register(new RegisterMatter(SourceLine.WINDOW, null, null,
                null, "楼上夜间施工", "楼上住户连续三天夜间装修。", "0202", null, new Place("某小区", TOWN, null, null, null), null, 2,
                null, null,
                List.of(new Participant(PartyRole.APPLICANT, NewParty.person("王某某").with(new PhoneNumber("13700001111")))),
                new ProcedureId("dispute"), List.of())));
    }

    @Test
    void namesTheMatterAndMasksThePerson() {
        assertThat(lookUp(county.townClerk(103, TOWN))).hasStatusOk().bodyJson()
                .extractingPath("$.items[?(@.matterId == %d)]".formatted(registered.id().value())).asArray().singleElement()
                .asString().contains("王**", "137****1111", "楼上夜间施工").doesNotContain("王某某", "13700001111");
    }

    @Test
    void tellsAnotherTownNothing() {
        assertThat(lookUp(county.townClerk(106, OTHER_TOWN))).hasStatusOk().bodyJson()
                .extractingPath("$.items").asArray().isEmpty();
    }

    private MvcTestResult lookUp(Actor actor) {
        return Actors.as(actor, () -> MockMvcTester.from(context).post().uri("/api/v1/party-lookups")
                .contentType(MediaType.APPLICATION_JSON).content("{\"phone\": \"137-0000-1111\"}").exchange());
    }
}
