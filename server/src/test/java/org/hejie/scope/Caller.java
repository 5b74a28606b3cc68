package org.hejie.scope;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;

/** Asks the running server as one person or another. */
final class Caller {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Caller(int port) {
        this.port = port;
    }

    /** The numbers under that name in all pages of a list; none where the person may not read it. */
    Set<Long> listed(TestPerson person, String path, String field) {
        Set<Long> found = new TreeSet<>();
        String cursor = null;
        do {
            HttpResponse<String> page = get(person, cursor == null ? path : path + "&cursor=" + cursor);
            if (page.statusCode() == 403) {
                return new TreeSet<>();
            }
            if (page.statusCode() != 200) {
                throw new AssertionError(path + " answered " + page.statusCode() + " " + page.body());
            }
            List<Number> ids = JsonPath.read(page.body(), "$.items[*]." + field);
            ids.forEach(id -> found.add(id.longValue()));
            List<String> next = JsonPath.read(page.body(), "$[?(@.nextCursor)].nextCursor");
            cursor = next.isEmpty() ? null : next.getFirst();
        } while (cursor != null);
        return found;
    }

    HttpResponse<String> get(TestPerson person, String path) {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", person.bearer()).GET());
    }

    HttpResponse<String> post(TestPerson person, String path, String body) {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", person.bearer())
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As the page does it: signed in by password, with the cookie and the header against forged requests. */
    HttpResponse<String> postFromThePage(Map<String, String> cookies, String path, String body) {
        String cookie = cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("; "));
        return send(HttpRequest.newBuilder(uri(path)).header("Cookie", cookie).header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Opens a session; its cookies. */
    Map<String, String> signedIn(TestPerson person) {
        return send(HttpRequest.newBuilder(uri("/session")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"username\": \"%s\", \"password\": \"%s\"}"
                        .formatted(person.username(), TestStaff.PASSWORD)))).headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0].split("=", 2))
                .collect(Collectors.toMap(cookie -> cookie[0], cookie -> cookie[1]));
    }

    /** Without a name. */
    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
    }
}
