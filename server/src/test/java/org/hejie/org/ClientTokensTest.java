package org.hejie.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
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
import org.hejie.org.ApiClients.Issued;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HejieTest
class ClientTokensTest {

    private static final String GRANT = "grant_type=client_credentials";

    @LocalServerPort int port;
    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired ApiClients clients;
    @Autowired JsonMapper json;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    private final HttpClient http = HttpClient.newHttpClient();
    private Issued court;

    @BeforeEach
    void aClientOfTheCourt() {
        staff.units();
        court = clients.issue(Actor.system("test", List.of()), new NewApiClient("court system", null, 1, null,
                Set.of("line:court:submit", "line:court:read"), Duration.ofDays(30)));
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aClientGetsATokenForAQuarterOfAnHour() throws Exception {
        HttpResponse<String> answer = ask(GRANT, basic(court));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode token = json.readTree(answer.body());
        assertThat(token.get("access_token").asString()).startsWith("hja_");
        assertThat(token.get("token_type").asString()).isEqualTo("Bearer");
        assertThat(token.get("expires_in").asLong()).isEqualTo(900);
        assertThat(token.get("scope").asString()).isEqualTo("line:court:read line:court:submit");
    }

    @Test
    void theSecretMayStandInTheForm() throws Exception {
        assertThat(ask(GRANT + inForm(court), null).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenOpensWhatItsClientMay() throws Exception {
        String token = token(GRANT);

        assertThat(clients.actorOf(token).orElseThrow().id()).isEqualTo(court.clientId());
        assertThat(get("/api/v1/units", token).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenAllowsNoMoreThanWasAskedFor() throws Exception {
        Actor actor = clients.actorOf(token(GRANT + "&scope=line:court:read")).orElseThrow();

        assertThat(actor.client().scopes()).containsExactly("line:court:read");
    }

    @Test
    void aTokenForAnotherScopeIsRefusedByNameInTheHeader() throws Exception {
        String token = token(GRANT + "&scope=line:court:submit");

        HttpResponse<String> answer = get("/api/v1/lines/court/answers?on=2026-10-01", token);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("insufficient_scope");
    }

    @Test
    void aTokenOfOneLineDoesNotOpenAnother() throws Exception {
        assertThat(get("/api/v1/lines/police/answers?on=2026-10-01", token(GRANT)).statusCode()).isEqualTo(403);
    }

    @Test
    void theLongLivedTokenIsTakenAsBefore() throws Exception {
        assertThat(get("/api/v1/units", court.token()).statusCode()).isEqualTo(200);
    }

    @Test
    void aShortLivedTokenIsNoSecret() throws Exception {
        Issued fake = new Issued(court.clientId(), token(GRANT));

        assertRefused(ask(GRANT, basic(fake)), 401, "invalid_client");
    }

    @Test
    void aWrongSecretIsRefusedAndAudited() throws Exception {
        HttpResponse<String> answer = ask(GRANT, basic(new Issued(court.clientId(), "hj_wrong")));

        assertRefused(answer, 401, "invalid_client");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic ");
        assertThat(audited("API_TOKEN_REFUSED")).isOne();
    }

    @Test
    void theSecretOfAnotherClientIsRefused() throws Exception {
        Issued police = clients.issue(Actor.system("test", List.of()), new NewApiClient("police system", null, 2, null,
                Set.of("line:police:read"), Duration.ofDays(30)));

        assertRefused(ask(GRANT, basic(new Issued(court.clientId(), police.token()))), 401, "invalid_client");
    }

    @Test
    void afterFiveWrongSecretsTheNextOneWaitsButTheRightOneDoesNot() throws Exception {
        for (int i = 0; i < 5; i++) {
            ask(GRANT, basic(new Issued(court.clientId(), "hj_wrong" + i)));
        }

        HttpResponse<String> answer = ask(GRANT, basic(new Issued(court.clientId(), "hj_wrong")));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
        assertThat(ask(GRANT, basic(court)).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownScopeIsRefused() throws Exception {
        assertRefused(ask(GRANT + "&scope=line:police:read", basic(court)), 400, "invalid_scope");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scope=line:court:read                                   | invalid_request
            grant_type=password                                     | unsupported_grant_type
            grant_type=client_credentials&grant_type=client_credentials | invalid_request
            grant_type=client_credentials&client_secret=hj_x        | invalid_request
            grant_type=client_credentials&scope=%22                 | invalid_scope
            """)
    void whatBreaksTheRulesIsNamed(String form, String error) throws Exception {
        assertRefused(ask(form, basic(court)), 400, error);
    }

    @Test
    void nothingMayStandInTheAddress() throws Exception {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri("/oauth2/token?client_id=" + court.clientId()
                        + "&client_secret=" + court.token()))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(GRANT)).build(),
                BodyHandlers.ofString());

        assertRefused(answer, 400, "invalid_request");
    }

    @Test
    void jsonIsNoForm() throws Exception {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString());

        assertRefused(answer, 400, "invalid_request");
    }

    @Test
    void aTokenEndsWithItsTime() throws Exception {
        String token = token(GRANT);

        clock.advance(Duration.ofMinutes(15).plusSeconds(5));

        HttpResponse<String> answer = get("/api/v1/units", token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_token");
    }

    @Test
    void aTokenEndsWithItsClient() throws Exception {
        String token = token(GRANT);
        get("/api/v1/units", token);

        clients.revoke(staff.systemAdmin().actor(), court.clientId());

        assertThat(get("/api/v1/units", token).statusCode()).isEqualTo(401);
        assertRefused(ask(GRANT, basic(court)), 401, "invalid_client");
    }

    @Test
    void aTokenIsGoodNoLongerThanItsClient() throws Exception {
        Issued brief = clients.issue(Actor.system("test", List.of()), new NewApiClient("brief", null, 1, null,
                Set.of("line:court:read"), Duration.ofMinutes(4)));

        JsonNode answer = json.readTree(ask(GRANT, basic(brief)).body());

        assertThat(answer.get("expires_in").asLong()).isBetween(1L, 240L);
    }

    @Test
    void onlyTheHashIsKept() throws Exception {
        String token = token(GRANT);

        assertThat(JdbcClient.create(owner).sql("select count(*) from org.access_token t where t::text like '%' || :token || '%'")
                .param("token", token).query(Long.class).single()).isZero();
        assertThat(audited("API_TOKEN_ISSUED")).isOne();
    }

    @Test
    void theMetadataNameTheDoor() throws Exception {
        JsonNode metadata = json.readTree(get("/.well-known/oauth-authorization-server", null).body());

        assertThat(metadata.get("token_endpoint").asString()).isEqualTo(metadata.get("issuer").asString() + "/oauth2/token");
        assertThat(metadata.get("grant_types_supported").toString()).isEqualTo("[\"client_credentials\"]");
        assertThat(metadata.get("scopes_supported").toString()).contains("line:court:read");
    }

    private long audited(String action) {
        return JdbcClient.create(owner).sql("select count(*) from audit.entry where action = :action and object_id = :id")
                .param("action", action).param("id", court.clientId()).query(Long.class).single();
    }

    private void assertRefused(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).get("error").asString()).isEqualTo(error);
    }

    private String token(String form) throws Exception {
        return json.readTree(ask(form, basic(court)).body()).get("access_token").asString();
    }

    private static String basic(Issued client) {
        return "Basic " + Base64.getEncoder().encodeToString((client.clientId() + ":" + client.token()).getBytes(StandardCharsets.UTF_8));
    }

    private static String inForm(Issued client) {
        return "&client_id=" + client.clientId() + "&client_secret=" + URLEncoder.encode(client.token(), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> ask(String form, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(uri("/oauth2/token")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(uri(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
