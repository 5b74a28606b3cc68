package org.hejie.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HejieTest
class SignInTest {

    @LocalServerPort int port;
    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired StaffRegister register;
    @Autowired Accounts accounts;
    @Autowired JsonMapper json;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aPasswordOpensASession() throws Exception {
        TestPerson person = staff.withPassword(staff.dispatcher());

        HttpResponse<String> answer = signIn(person.username(), TestStaff.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body(answer).get("posts").get(0).get("role").asString()).isEqualTo("DISPATCHER");
        assertThat(show(cookie(answer)).statusCode()).isEqualTo(200);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        TestPerson person = staff.withPassword(staff.dispatcher());

        String cookie = signIn(person.username(), TestStaff.PASSWORD).headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("HEJIE_SESSION=")).findFirst().orElseThrow();

        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
    }

    @Test
    void anUnknownNameAndAWrongPasswordGetTheSameAnswer() throws Exception {
        TestPerson person = staff.withPassword(staff.dispatcher());

        JsonNode wrong = body(signIn(person.username(), "not the password"));
        JsonNode unknown = body(signIn("nobody-of-that-name", "not the password"));

        assertThat(wrong.get("code").asString()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(unknown.get("code")).isEqualTo(wrong.get("code"));
        assertThat(unknown.get("detail")).isEqualTo(wrong.get("detail"));
    }

    @Test
    void fiveFailuresLockTheName() throws Exception {
        TestPerson person = staff.withPassword(staff.dispatcher());
        for (int i = 0; i < 5; i++) {
            signIn(person.username(), "wrong");
        }

        HttpResponse<String> answer = signIn(person.username(), TestStaff.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(423);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
    }

    @Test
    void anUnknownNameIsLockedJustAsWell() throws Exception {
        for (int i = 0; i < 5; i++) {
            signIn("nobody-at-all", "wrong");
        }

        assertThat(signIn("nobody-at-all", "wrong").statusCode()).isEqualTo(423);
    }

    @Test
    void theLockOpensAfterFifteenMinutes() throws Exception {
        TestPerson person = staff.withPassword(staff.dispatcher());
        clock.advance(Duration.ZERO);
        for (int i = 0; i < 5; i++) {
            signIn(person.username(), "wrong");
        }
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));

        assertThat(signIn(person.username(), TestStaff.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionEndsWhenIdle() throws Exception {
        TestPerson person = staff.withPassword(staff.dispatcher());
        String cookie = cookie(signIn(person.username(), TestStaff.PASSWORD));
        clock.advance(Duration.ofMinutes(32));

        assertThat(show(cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionInUseStaysOpenForTwelveHoursAndNoLonger() throws Exception {
        TestPerson person = staff.withPassword(staff.dispatcher());
        String cookie = cookie(signIn(person.username(), TestStaff.PASSWORD));
        for (int i = 0; i < 28; i++) {
            clock.advance(Duration.ofMinutes(25));
            assertThat(show(cookie).statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(25));

        assertThat(show(cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        TestPerson person = staff.withPassword(staff.dispatcher());
        HttpResponse<String> opened = signIn(person.username(), TestStaff.PASSWORD);

        HttpResponse<String> answer = send(withCsrf(request("/session"), opened).DELETE());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(show(cookie(opened)).statusCode()).isEqualTo(401);
    }

    @Test
    void aMoveWithoutTheCsrfHeaderIsRefused() throws Exception {
        TestPerson person = staff.withPassword(staff.dispatcher());
        String cookie = cookie(signIn(person.username(), TestStaff.PASSWORD));

        HttpResponse<String> answer = send(request("/session").header("Cookie", cookie).DELETE());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(body(answer).get("code").asString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void aDeactivatedPersonIsOutAtOnce() throws Exception {
        TestPerson person = staff.withPassword(staff.dispatcher());
        String cookie = cookie(signIn(person.username(), TestStaff.PASSWORD));
        assertThat(show(cookie).statusCode()).isEqualTo(200);

        register.deactivate(staff.systemAdmin().actor(), person.id());

        assertThat(show(cookie).statusCode()).isEqualTo(401);
        assertThat(signIn(person.username(), TestStaff.PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void aPasswordToBeChangedGivesNoPostUntilItIs() throws Exception {
        TestPerson person = staff.dispatcher();
        accounts.setPassword(Actor.system("test", List.of()), person.id(), TestStaff.PASSWORD, true);

        HttpResponse<String> opened = signIn(person.username(), TestStaff.PASSWORD);
        assertThat(body(opened).get("mustChangePassword").asBoolean()).isTrue();
        assertThat(body(opened).has("activePostId")).isFalse();

        String change = "{\"old\":\"%s\",\"new\":\"another-long-sentence\"}".formatted(TestStaff.PASSWORD);
        send(withCsrf(request("/session/password"), opened).POST(BodyPublishers.ofString(change)));

        assertThat(body(show(cookie(opened))).get("permissions").toString()).contains("MATTER_DISPATCH");
    }

    private HttpResponse<String> signIn(String username, String password) throws Exception {
        String body = json.writeValueAsString(Map.of("username", username, "password", password));
        return send(request("/session").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> show(String cookie) throws Exception {
        return send(request("/session").header("Cookie", cookie).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder withCsrf(HttpRequest.Builder request, HttpResponse<String> opened) {
        String csrf = value(opened, "XSRF-TOKEN");
        return request.header("Cookie", cookie(opened) + "; XSRF-TOKEN=" + csrf).header("X-XSRF-TOKEN", csrf);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> answer) {
        return "HEJIE_SESSION=" + value(answer, "HEJIE_SESSION");
    }

    private static String value(HttpResponse<String> answer, String name) {
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        return cookies.stream().filter(one -> one.startsWith(name + "=")).findFirst().orElseThrow()
                .split(";")[0].substring(name.length() + 1);
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }
}
