package org.hejie.party.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Post;
import org.hejie.org.PostId;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.party.DocumentKind;
import org.hejie.party.IdentityDocument;
import org.hejie.party.NewParty;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.hejie.party.PhoneNumber;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The endpoints themselves; who may sign in is tested with the sign-in. */
@HejieTest
@ExtendWith(OutputCaptureExtension.class)
class PartyHttpTest {

    private static final UnitId TOWN = new UnitId(701);
    private static final AtomicLong STAFF = new AtomicLong(70_000);

    @Autowired
    private Parties parties;
    @Autowired
    private WebApplicationContext context;
    @Autowired
    @FlywayDataSource
    private DataSource owner;

    private final Actor clerk = clerkOf(TOWN);
    private MockMvcTester http;
    private PartyId party;

    @BeforeEach
    void aPartyOfTheTown() {
        http = MockMvcTester.from(context);
        party = Actors.as(clerk, () -> parties.register(NewParty.person("王某某")
                .with(new IdentityDocument(DocumentKind.ID_CARD, "11010519491231002X"))
                .with(new PhoneNumber("13800138000")).livingAt("和平镇袁家营村三社12号"), new long[] {TOWN.value()}));
    }

    @Test
    void aRevealShowsEverythingForAMinuteAndIsNotStored() {
        MvcTestResult result = post("/parties/" + party.value() + "/reveals", "{\"reason\": \"CONTACT\"}");

        assertThat(result).hasStatusOk().hasHeader("Cache-Control", "no-store").bodyJson().isStrictlyEqualTo("""
                {"name": "王某某", "documentKind": "ID_CARD", "documentNumber": "11010519491231002X",
                 "phone": "13800138000", "address": "和平镇袁家营村三社12号", "shownForSeconds": 60}
                """);
    }

    @Test
    void aRevealWithoutReasonIsRefused() {
        assertThat(post("/parties/" + party.value() + "/reveals", "{}")).hasStatus(400).bodyJson()
                .extractingPath("$.errors[0]").asMap().containsEntry("path", "reason").containsEntry("code", "REQUIRED");
    }

    @Test
    void aRevealForAnUnknownReasonIsRefused() {
        assertThat(post("/parties/" + party.value() + "/reveals", "{\"reason\": \"CURIOSITY\"}")).hasStatus(400);
    }

    @Test
    void aRevealOverTheLimitSaysWhenToTryAgain() {
        JdbcClient.create(owner).sql("""
                insert into party.reveal_count (staff_id, day, reveals)
                values (:staff, (now() at time zone 'Asia/Shanghai')::date, 50)
                """).param("staff", clerk.id()).update();

        assertThat(post("/parties/" + party.value() + "/reveals", "{\"reason\": \"CONTACT\"}")).hasStatus(429)
                .containsHeader("Retry-After").bodyJson()
                .extractingPath("$.code").isEqualTo("REVEAL_LIMIT_REACHED");
    }

    @Test
    void anotherTownFindsNothing() {
        Actor stranger = clerkOf(new UnitId(702));

        assertThat(post(stranger, "/parties/" + party.value() + "/reveals", "{\"reason\": \"CONTACT\"}")).hasStatus(404);
        assertThat(post(stranger, "/parties/" + party.value() + "/corrections",
                "{\"revision\": 1, \"phone\": \"13900139000\", \"reason\": \"x\"}")).hasStatus(404);
    }

    @Test
    void aLookUpNeedsANumber() {
        assertThat(post("/party-lookups", "{\"phone\": \" \"}")).hasStatus(400).bodyJson()
                .extractingPath("$.errors[0].path").isEqualTo("documentNumber");
    }

    @Test
    void aLookUpDoesNotRepeatAMalformedNumber() {
        MvcTestResult result = post("/party-lookups", "{\"phone\": \"138****8000\"}");

        assertThat(result).hasStatus(400).bodyJson().extractingPath("$.errors[0].code").isEqualTo("MASKED");
        assertThat(result).bodyText().doesNotContain("138");
    }

    @Test
    void aLookUpOfAPartyWithoutAMatterIsEmpty() {
        assertThat(post("/party-lookups", "{\"phone\": \"13800138000\"}")).hasStatusOk().bodyJson()
                .extractingPath("$.items").asArray().isEmpty();
    }

    @Test
    void aCorrectionAnswersThePartyMasked() {
        assertThat(post("/parties/" + party.value() + "/corrections",
                "{\"revision\": 1, \"phone\": \"13900139000\", \"reason\": \"号码已停用\"}"))
                .hasStatusOk().bodyJson().isStrictlyEqualTo("""
                        {"id": %d, "kind": "PERSON", "name": "王**", "documentKind": "ID_CARD",
                         "documentNumber": "110105********002X", "phone": "139****9000", "address": "和平镇袁家营村****",
                         "sex": "UNKNOWN", "birthYear": 1949, "protections": [], "revision": 2}
                        """.formatted(party.value()));
    }

    @Test
    void aCorrectionMadeOnAnOlderRevisionIsStale() {
        assertThat(post("/parties/" + party.value() + "/corrections",
                "{\"revision\": 9, \"phone\": \"13900139000\", \"reason\": \"号码已停用\"}")).hasStatus(412);
    }

    @Test
    void aCorrectionWithAMaskedValueIsRefused() {
        assertThat(post("/parties/" + party.value() + "/corrections",
                "{\"revision\": 1, \"name\": \"王**\", \"documentNumber\": \"110105********002X\", \"reason\": \"x\"}"))
                .hasStatus(400).bodyJson().extractingPath("$.errors[*].code").asArray().containsExactly("MASKED", "MASKED");
    }

    @Test
    void nothingPersonalIsLogged(CapturedOutput output) {
        post("/parties/" + party.value() + "/reveals", "{\"reason\": \"CONTACT\"}");
        post("/party-lookups", "{\"phone\": \"13800138000\", \"documentNumber\": \"11010519491231002X\"}");
        post("/parties/" + party.value() + "/corrections", "{\"revision\": \"王某某\"}");
        post("/parties/" + party.value() + "/corrections", "{\"name\": \"王某某\", \"phone\": \"13800138000");

        assertThat(output.getAll()).doesNotContain("王某某", "13800138000", "11010519491231002", "三社");
    }

    private MvcTestResult post(String path, String body) {
        return post(clerk, path, body);
    }

    private MvcTestResult post(Actor actor, String path, String body) {
        return Actors.as(actor, () -> http.post().uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON).content(body).exchange());
    }

    private static Actor clerkOf(UnitId unit) {
        StaffId staff = new StaffId(STAFF.incrementAndGet());
        return Actor.staff(staff, "经办人", new Post(new PostId(staff.value()), staff, Role.TOWN_CLERK, unit, unit,
                LocalDate.of(2020, 1, 1), null));
    }
}
