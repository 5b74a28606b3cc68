package org.hejie.matter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hejie.org.UnitId;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Moves that come at the wrong time, by two people at once, or towards what does not exist; each changes nothing. */
@HejieTest
class MovesHttpTest {

    @Autowired TestStaff staff;
    @Autowired JsonMapper json;
    @LocalServerPort int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private TestPerson dispatcher;
    private UnitId center;
    private long matter;
    private int version;

    @BeforeEach
    void aMatter() {
        dispatcher = staff.dispatcher();
        center = staff.townClerk("620123104").actor().unitId().orElseThrow();
        JsonNode registered = body(post(staff.windowClerk(), "/matters", null, """
                {"line": "WINDOW", "title": "噪声", "facts": "楼上夜间施工", "categoryCode": "0202", "procedure": "dispute",
                 "place": {"areaCode": "620123104"}}
                """));
        matter = registered.get("id").asLong();
        version = read().get("version").asInt();
    }

    @RepeatedTest(5)
    void ofTwoWhoActAtOnceTheSecondIsToldThatItChanged() {
        TestPerson other = staff.dispatcher();

        List<CompletableFuture<HttpResponse<String>>> both = Stream.of(dispatcher, other)
                .map(person -> CompletableFuture.supplyAsync(() -> move(person, "dispatches", dispatch(center.value())))).toList();

        assertThat(both.stream().map(CompletableFuture::join).map(HttpResponse::statusCode)).containsExactlyInAnyOrder(200, 412);
        assertThat(read().get("version").asInt()).isEqualTo(version + 1);
    }

    @Test
    void aMoveOnWhatHasChangedSinceIs412() {
        move(dispatcher, "dispatches", dispatch(center.value()));

        assertProblem(move(dispatcher, "notes", "{\"text\": \"备注\"}"), 412, "STALE");
    }

    @Test
    void aMoveOutOfOrderIs409() {
        assertProblem(move(dispatcher, "checks", "{\"passed\": true}"), 409, "WRONG_STATE");
        assertNothingChanged();
    }

    @Test
    void anImpossibleDateIs400() {
        assertProblem(move(dispatcher, "performances", "{\"performedOn\": \"2026-02-30\"}"), 400, "INVALID_FIELDS");
        assertNothingChanged();
    }

    private static String dispatch(long unit) {
        return "{\"leadUnitId\": %d}".formatted(unit);
    }

    private HttpResponse<String> move(TestPerson person, String move, String body) {
        return post(person, "/matters/" + matter + "/" + move, "\"" + version + "\"", body);
    }

    private HttpResponse<String> post(TestPerson person, String path, @Nullable String seen, String body) {
        HttpRequest.Builder request = request(person, path).header("Content-Type", "application/json");
        if (seen != null) {
            request.header("If-Match", seen);
        }
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    private JsonNode read() {
        return body(send(request(dispatcher, "/matters/" + matter).GET()));
    }

    private HttpRequest.Builder request(TestPerson person, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", person.bearer());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(body(answer).get("code").asString()).isEqualTo(code);
    }

    private void assertNothingChanged() {
        assertThat(read().get("version").asInt()).isEqualTo(version);
    }
}
