package org.hejie.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Who works and with what: the county's dispatcher, the clerk of a unit that handles, and the categories and
 * villages a registration may name.
 */
record Desk(StaffSession dispatcher, StaffSession handler, String[] categories, String[] villages) {

    /** Categories without a forced risk check that may be mediated: the ordinary case. */
    private static final Pattern ORDINARY = Pattern.compile(
            "\"code\":\"(\\d{4})\"[^{}]*\"forcesRiskCheck\":false,\"neverMediate\":false");

    static Desk open(MeasuredServer server, Database database, Path data) throws IOException, SQLException {
        StaffSession dispatcher = StaffSession.open(server, Account.of(data, "DISPATCHER"));
        StaffSession handler = StaffSession.open(server, Account.of(data, "UNIT_CLERK"));
        String villages = database.text("select string_agg(code, ',') from place.area where length(code) = 12 and valid_to is null");
        return new Desk(dispatcher, handler, categories(server, dispatcher), villages.split(","));
    }

    private static String[] categories(MeasuredServer server, StaffSession session) throws IOException {
        try (HttpConnection connection = server.connect()) {
            String json = connection.get("/api/v1/categories", session.headers()).expect(200, "GET /categories").text();
            String[] codes = ORDINARY.matcher(json).results().map(found -> found.group(1)).toArray(String[]::new);
            if (codes.length == 0) {
                throw new IllegalStateException("No ordinary category in " + json);
            }
            return codes;
        }
    }
}
