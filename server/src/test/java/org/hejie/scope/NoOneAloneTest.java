package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hejie.matter.Matters;
import org.hejie.matter.Troubles;
import org.hejie.org.Accounts;
import org.hejie.org.Actor;
import org.hejie.org.NewStaff;
import org.hejie.org.Role;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An administrator who is alone tries every door of the API, for himself and for an account that he knows the password of,
 * and uses every secret he is answered: he reads no matter. Two of them together do (三员分立, GB/T 22239-2019, 8.1.4).
 */
@HejieTest
class NoOneAloneTest {

    private static final String TAKEN_OVER = "taken over by one person";
    private static final Pattern SECRET = Pattern.compile("\"([A-Za-z0-9_-]{9,})\"");
    private static final Pattern MADE = Pattern.compile("\"id\":([0-9]+)");

    @LocalServerPort int port;
    @Autowired TestStaff staff;
    @Autowired Accounts accounts;
    @Autowired StaffDirectory directory;
    @Autowired Matters matters;
    @Autowired County county;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> sessions = new HashMap<>();
    private long matter;
    private TestPerson victim;
    private String puppet;
    private StaffId puppetId;

    @BeforeEach
    void aMatterAndWhoMayReadIt() {
        victim = staff.withPassword(staff.dispatcher());
        matter = new Troubles(matters, county).noise().value();
        puppet = "puppet" + matter;
        puppetId = accounts.open(Actor.system("test", List.of()), new NewStaff(puppet, puppet, null, List.of()),
                TestStaff.PASSWORD, false);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"})
    void noDoorLetsOneAdministratorReadAMatter(Role role) {
        TestPerson admin = staff.withPassword(staff.holding(role, staff.units().countyCenter().id()));
        assertThat(reads(victim.username(), TestStaff.PASSWORD)).as("the walk can tell").isTrue();
        Set<String> secrets = new TreeSet<>();
        List<Long> numbers = new ArrayList<>(List.of(puppetId.value(), victim.id().value(), admin.id().value(), matter,
                victim.actor().activePost().id().value()));
        boolean checked = false;
        for (AdministratorWalk.Door door : new AdministratorWalk(values(admin, List.of()), List.copyOf(numbers)).doors()) {
            if (door.takesAway() && !checked) {
                decideEverything(admin, numbers);
                assertNothingOpens(admin, secrets);
                checked = true;
            }
            HttpResponse<String> answer = send(admin.username(), TestStaff.PASSWORD, door.method(), door.path(), door.body());
            assertThat(answer.statusCode()).as("%s %s %s", door.method(), door.path(), door.body()).isLessThan(500);
            collect(answer, secrets, numbers);
        }
        assertNothingOpens(admin, secrets);
    }

    @Test
    void twoAdministratorsTogetherOpenCasesToSomebody() {
        TestPerson system = staff.withPassword(staff.systemAdmin());
        TestPerson security = staff.withPassword(staff.securityAdmin());
        long request = asked(system, "{\"kind\": \"POST\", \"staffId\": %d, \"role\": \"DISPATCHER\", \"unitId\": %d, \"reason\": \"x\"}"
                .formatted(puppetId.value(), staff.units().countyCenter().id().value()));
        assertThat(reads(puppet, TestStaff.PASSWORD)).isFalse();

        HttpResponse<String> approved = send(security.username(), TestStaff.PASSWORD, "POST", "/grant-requests/" + request + "/approval", "{}");

        assertThat(approved.statusCode()).isEqualTo(200);
        assertThat(reads(puppet, TestStaff.PASSWORD)).isTrue();
    }

    /** The hardest case: he approves, takes and uses whatever he asked for himself. */
    private void decideEverything(TestPerson admin, List<Long> numbers) {
        for (long number : List.copyOf(numbers)) {
            for (String step : List.of("approval", "taking")) {
                HttpResponse<String> answer = send(admin.username(), TestStaff.PASSWORD, "POST", "/grant-requests/" + number + "/" + step, "{}");
                assertThat(answer.statusCode()).as("%s of %d", step, number).isGreaterThanOrEqualTo(400);
            }
        }
    }

    private void assertNothingOpens(TestPerson admin, Set<String> secrets) {
        for (String secret : secrets) {
            assertThat(read(HttpRequest.newBuilder(uri("/matters/" + matter)).header("Authorization", "Bearer " + secret)))
                    .as("as a token").isNotEqualTo(200);
            http("POST", "/password-resets", "{\"link\": \"%s\", \"code\": null, \"password\": \"%s\"}".formatted(secret, TAKEN_OVER), Map.of());
        }
        sessions.clear();
        for (String name : List.of(admin.username(), puppet, victim.username())) {
            for (String password : List.of(TestStaff.PASSWORD, TAKEN_OVER)) {
                if (!name.equals(victim.username()) || password.equals(TAKEN_OVER)) {
                    assertThat(reads(name, password)).as("%s reads by %s", name, admin.actor().roles()).isFalse();
                }
            }
        }
    }

    private Map<String, List<String>> values(TestPerson admin, List<String> links) {
        String self = Long.toString(admin.id().value());
        String unit = Long.toString(staff.units().countyCenter().id().value());
        String post = Long.toString(victim.actor().activePost().id().value());
        Map<String, List<String>> values = new HashMap<>();
        List<String> people = List.of(self, Long.toString(puppetId.value()), Long.toString(victim.id().value()));
        for (String name : List.of("staffId", "coverStaffId")) {
            values.put(name, people);
        }
        for (String name : List.of("unitId", "homeUnitId", "leadUnitId")) {
            values.put(name, List.of(unit));
        }
        values.put("role", List.of("\"DISPATCHER\"", "\"SECURITY_ADMIN\"", "\"SYSTEM_ADMIN\""));
        values.put("postId", List.of(post));
        values.put("scopeUnitId", List.of("null"));
        values.put("scopes", List.of("null"));
        values.put("line", List.of("null", "\"HOTLINE\""));
        values.put("expiresInDays", List.of("30"));
        values.put("from", List.of("\"2099-01-01\"", "null"));
        values.put("to", List.of("null", "\"2099-01-02\""));
        values.put("password", List.of("\"" + TAKEN_OVER + "\""));
        values.put("username", List.of("\"walk" + self + "\"", "\"" + victim.username() + "\""));
        values.put("address", List.of("null"));
        return values;
    }

    private void collect(HttpResponse<String> answer, Set<String> secrets, List<Long> numbers) {
        if (answer.statusCode() < 300) {
            Matcher secret = SECRET.matcher(answer.body());
            while (secret.find()) {
                secrets.add(secret.group(1));
            }
            Matcher made = MADE.matcher(answer.body());
            while (made.find()) {
                numbers.add(Long.parseLong(made.group(1)));
            }
        }
    }

    private long asked(TestPerson system, String body) {
        HttpResponse<String> answer = send(system.username(), TestStaff.PASSWORD, "POST", "/grant-requests", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ((Number) JsonPath.read(answer.body(), "$.id")).longValue();
    }

    /** Whether this name and password read the matter, by whichever of their posts. */
    private boolean reads(String username, String password) {
        Map<String, String> cookies = signIn(username, password);
        if (!cookies.containsKey("HEJIE_SESSION")) {
            return false;
        }
        HttpResponse<String> session = http("GET", "/session", "", cookies);
        List<Number> posts = JsonPath.read(session.body(), "$.posts[*].postId");
        boolean found = http("GET", "/matters/" + matter, "", cookies).statusCode() == 200;
        for (Number post : posts) {
            http("PUT", "/session/active-post", "{\"postId\": " + post + "}", cookies);
            found |= http("GET", "/matters/" + matter, "", cookies).statusCode() == 200;
        }
        return found;
    }

    /** Signed in again whenever a door ended the session. */
    private HttpResponse<String> send(String username, String password, String method, String path, String body) {
        Map<String, String> cookies = sessions.computeIfAbsent(username, name -> signIn(name, password));
        if (http("GET", "/session", "", cookies).statusCode() == 401) {
            cookies = signIn(username, password);
            sessions.put(username, cookies);
        }
        return http(method, path, body, cookies);
    }

    private Map<String, String> signIn(String username, String password) {
        Map<String, String> cookies = new HashMap<>();
        http("POST", "/session", "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password), Map.of())
                .headers().allValues("Set-Cookie").forEach(cookie -> {
                    String[] parts = cookie.split(";")[0].split("=", 2);
                    cookies.put(parts[0], parts[1]);
                });
        return cookies;
    }

    private int read(HttpRequest.Builder request) {
        return answer(request.GET()).statusCode();
    }

    private HttpResponse<String> http(String method, String path, String body, Map<String, String> cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json");
        List<String> sent = new ArrayList<>();
        cookies.forEach((name, value) -> sent.add(name + "=" + value));
        if (!sent.isEmpty()) {
            request.header("Cookie", String.join("; ", sent)).header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
        }
        return answer(request.method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
    }
}
