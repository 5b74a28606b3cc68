package org.hejie.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.hejie.org.Actor;
import org.hejie.org.ApiClients;
import org.hejie.org.ApiClients.Issued;
import org.hejie.org.NewApiClient;
import org.hejie.org.Units;
import org.hejie.referral.PartnerSystem;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HejieTest
class PartnerEventsTest {

    @LocalServerPort int port;
    @Autowired TestStaff staff;
    @Autowired ApiClients clients;
    @Autowired Units units;
    @Autowired ApplicationEventPublisher events;
    @Autowired JsonMapper json;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    private final HttpClient http = HttpClient.newHttpClient();
    private ToldPartners told;
    private List<Long> numbers;

    @BeforeEach
    void somethingHappened() {
        staff.units();
        told = new ToldPartners(JdbcClient.create(owner), units, events);
        numbers = told.tell(PartnerSystem.COURT, 5);
    }

    @Test
    void aPartnerFetchesWhatFollowsANumber() throws Exception {
        HttpResponse<String> answer = get("?after=" + numbers.get(1) + "&limit=2", token(court(), ""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/cloudevents-batch+json");
        assertThat(ids(answer)).containsExactly("court-" + numbers.get(2), "court-" + numbers.get(3));
        assertThat(answer.headers().firstValue("Link"))
                .hasValue("</api/partner/events?after=" + numbers.get(3) + "&limit=2>; rel=\"next\"");
    }

    @Test
    void anEventIsWholeInTheStandardsForm() throws Exception {
        JsonNode event = json.readTree(get("?after=" + (numbers.getFirst() - 1) + "&limit=1", token(court(), "")).body()).get(0);

        assertThat(event).isEqualTo(json.readTree("""
                {"specversion": "1.0", "id": "court-%1$d", "source": "urn:hejie:620123:court", "type": "org.hejie.referral.signed",
                 "subject": "1", "time": "2026-11-28T02:00:00Z", "sequence": "%1$010d", "datacontenttype": "application/json",
                 "data": {"referral": 1, "matterCode": "YZ20261128-0001"}}
                """.formatted(numbers.getFirst())));
    }

    @Test
    void whoHasAllGetsNothingAndTheSameNumber() throws Exception {
        HttpResponse<String> answer = get("?after=" + numbers.getLast(), token(court(), ""));

        assertThat(answer.body()).isEqualTo("[]");
        assertThat(answer.headers().firstValue("Link").orElseThrow()).contains("after=" + numbers.getLast() + "&");
    }

    @Test
    void aTokenWithoutTheScopeIsRefused() throws Exception {
        HttpResponse<String> answer = get("", token(court(), "&scope=partner:court:submit"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"reasonCode\":\"TOKEN_SCOPE\"");
    }

    @Test
    void anotherPartnersTokenReadsItsOwnAlone() throws Exception {
        long own = told.tell(PartnerSystem.POLICE, 1).getFirst();

        assertThat(ids(get("?after=" + (own - 1) + "&limit=500", token(client(2, "police"), "")))).containsExactly("police-" + own);
    }

    /** Even if somebody gave it the wrong scope: the key of its unit is another. */
    @Test
    void aClientOfAnotherUnitSeesNothingWhateverItsScopeSays() throws Exception {
        assertThat(get("?after=0&limit=500", token(client(2, "court"), "")).body()).isEqualTo("[]");
    }

    @Test
    void aPersonIsNotAPartner() throws Exception {
        TestPerson dispatcher = staff.dispatcher();

        assertThat(get("", dispatcher.token()).statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyIsToldHowToComeIn() throws Exception {
        HttpResponse<String> answer = http.send(to("").GET().build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"hejie\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?after=-1", "?after=x", "?limit=0", "?limit=501"})
    void whatIsNoNumberIsRefused(String query) throws Exception {
        HttpResponse<String> answer = get(query, token(court(), ""));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"path\":\"" + query.substring(1, query.indexOf('=')) + "\"");
    }

    private Issued court() {
        return client(1, "court");
    }

    private Issued client(int line, String partner) {
        return clients.issue(Actor.system("test", List.of()), new NewApiClient("system of " + partner, null, line, null,
                Set.of("partner:" + partner + ":read", "partner:" + partner + ":submit"), Duration.ofDays(30)));
    }

    private String token(Issued client, String more) throws Exception {
        String basic = Base64.getEncoder().encodeToString((client.clientId() + ":" + client.token()).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/oauth2/token"))
                .header("Authorization", "Basic " + basic).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials" + more)).build(), BodyHandlers.ofString());
        return json.readTree(answer.body()).get("access_token").asString();
    }

    private List<String> ids(HttpResponse<String> answer) {
        return json.readTree(answer.body()).valueStream().map(event -> event.get("id").asString()).toList();
    }

    private HttpResponse<String> get(String query, String token) throws Exception {
        return http.send(to(query).header("Authorization", "Bearer " + token).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String query) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/partner/events" + query));
    }
}
