package org.hejie.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody signed in as the browser does: session cookie, and the CSRF token as cookie and header. */
final class StaffSession {

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final long unitId;
    private final String headers;

    private StaffSession(HttpConnection connection, Account account) throws IOException {
        keep(connection.get("/api/v1/session", ""));
        String body = "{\"username\": " + Json.quoted(account.username()) + ", \"password\": "
                + Json.quoted(account.password()) + "}";
        Answer answer = connection.post("/api/v1/session", lines(), body).expect(200, "POST /session");
        keep(answer);
        keep(connection.get("/api/v1/session", lines()).expect(200, "GET /session"));
        unitId = Json.number(answer.text(), "unitId");
        headers = lines();
    }

    static StaffSession open(MeasuredServer server, Account account) throws IOException {
        try (HttpConnection connection = server.connect()) {
            return new StaffSession(connection, account);
        }
    }

    /** The header lines that every request of this session carries. */
    String headers() {
        return headers;
    }

    /** The unit of the post it works in. */
    long unitId() {
        return unitId;
    }

    private void keep(Answer answer) {
        String set = answer.headers().get("set-cookie");
        if (set == null) {
            return;
        }
        for (String cookie : set.split("\n")) {
            String pair = cookie.split(";")[0];
            int equals = pair.indexOf('=');
            if (equals == pair.length() - 1) {
                cookies.remove(pair.substring(0, equals));
            } else {
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
    }

    private String lines() {
        if (cookies.isEmpty()) {
            return "";
        }
        var line = new StringBuilder("Cookie: ");
        cookies.forEach((name, value) -> line.append(name).append('=').append(value).append("; "));
        line.setLength(line.length() - 2);
        String token = cookies.get("XSRF-TOKEN");
        return line + "\r\n" + (token == null ? "" : "X-XSRF-TOKEN: " + token + "\r\n");
    }
}
