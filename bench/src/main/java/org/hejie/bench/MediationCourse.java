package org.hejie.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** One client: mediations one after the other, open → consent → session → agreement with three obligations → performed. */
final class MediationCourse {

    /** All calls of a mediation together. */
    static final String WHOLE = "whole mediation";

    private static final Pattern PARTY = Pattern.compile("\\{\"id\":(\\d+),\"role\":\"(?:APPLICANT|RESPONDENT)\"");
    private static final int SLOTS = 6000;

    private final HttpConnection connection;
    private final Desk desk;
    private final String mediator;
    private final Map<String, Latencies> latencies = new LinkedHashMap<>();
    private final Instant begin = Instant.now().minus(50, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
    private int slot;

    /** @param mediator whom this client alone assigns, so that no two of his sessions overlap */
    MediationCourse(HttpConnection connection, Desk desk, String mediator, int slot) {
        this.connection = connection;
        this.desk = desk;
        this.mediator = mediator;
        this.slot = slot;
    }

    /** One mediation; an answer that is not the expected one is an exception. */
    void run(long matter) throws IOException {
        long started = System.nanoTime();
        String mediation = "/api/v1/mediations/" + made("1 open", "/api/v1/matters/" + matter + "/mediations",
                "{\"mediatorId\": " + mediator + ", \"origin\": \"APPLIED\"}");
        String[] sides = PARTY.matcher(connection.get(mediation, desk.dispatcher().headers()).expect(200, "GET mediation").text())
                .results().map(found -> found.group(1)).toArray(String[]::new);
        post("2 consent", mediation + "/consents", "", both(sides) + "\"consent\": \"AGREED\", \"mode\": \"ORAL\"}", 204);
        sit(mediation, sides);
        agree(mediation, sides);
        latencies.computeIfAbsent(WHOLE, name -> new Latencies()).add(System.nanoTime() - started);
    }

    private static String both(String[] sides) {
        return "{\"partyIds\": [" + String.join(",", sides) + "], ";
    }

    private void sit(String mediation, String[] sides) throws IOException {
        Instant from = begin.plusSeconds(slot++ % SLOTS);
        String session = "/api/v1/mediation-sessions/" + made("3 session", mediation + "/sessions", "{\"kind\": \"SITE\", \"startsAt\": \"" + from
                + "\", \"endsAt\": \"" + from.plusSeconds(1) + "\", \"place\": \"当事人家中\"}");
        post("4 attendance", session + "/attendance", "", both(sides) + "\"came\": true}", 204);
        Answer kept = send("5 minutes", "PUT", session + "/minutes", "\"1\"", "{\"lines\": [{\"speaker\": \"MEDIATOR\", \"text\": \"是否属实?\"},"
                + " {\"speaker\": \"PARTY\", \"partyId\": " + sides[0] + ", \"text\": \"属实。\"}]}", 200);
        post("6 read back", session + "/read-back", kept.etag(), "{\"result\": \"AGREED\"}", 200);
    }

    private void agree(String mediation, String[] sides) throws IOException {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String owed = "{\"obligor\": " + sides[1] + ", \"obligee\": " + sides[0]
                + ", \"kind\": \"PAY\", \"amount\": 100.00, \"dueOn\": \"" + today + "\", \"method\": \"转账\"}";
        String agreement = "/api/v1/agreements/" + made("7 agreement", mediation + "/agreements", "{\"form\": \"ORAL\", \"facts\": \"属实\","
                + " \"terms\": \"分三期\", \"total\": 300.00, \"obligations\": [" + owed + "," + owed + "," + owed + "]}");
        post("8 signature", agreement + "/signature", "\"1\"", "{\"signedOn\": \"" + today + "\"}", 204);
        for (int n = 1; n <= 3; n++) {
            post("9 performance", agreement + "/obligations/" + n + "/performance", "", "{\"performedOn\": \"" + today + "\"}", 204);
        }
    }

    private long made(String call, String path, String json) throws IOException {
        return Json.number(post(call, path, "", json, 201).text(), "id");
    }

    private Answer post(String call, String path, String etag, String json, int status) throws IOException {
        return send(call, "POST", path, etag, json, status);
    }

    private Answer send(String call, String method, String path, String etag, String json, int status) throws IOException {
        String headers = desk.dispatcher().headers() + "Content-Type: application/json\r\n" + (etag.isEmpty() ? "" : "If-Match: " + etag + "\r\n");
        long started = System.nanoTime();
        Answer answer = connection.send(method, path, headers, json.getBytes(java.nio.charset.StandardCharsets.UTF_8)).expect(status, call);
        latencies.computeIfAbsent(call, name -> new Latencies()).add(System.nanoTime() - started);
        return answer;
    }

    Map<String, Latencies> latencies() {
        return latencies;
    }
}
