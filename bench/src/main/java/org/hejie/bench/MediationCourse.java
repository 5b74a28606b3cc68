package org.hejie.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hejie.bench.MatterStock.Quarrel;

/** One client: mediations one after the other, opened with the consent of both → session → agreement with three obligations → performed. */
final class MediationCourse {

    /** All calls of a mediation together. */
    static final String WHOLE = "whole mediation";

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
    void run(Quarrel quarrel) throws IOException {
        long started = System.nanoTime();
        String mediation = "/api/v1/mediations/" + made("1 open, agreed", "/api/v1/matters/" + quarrel.matter() + "/mediations",
                "{\"mediatorId\": " + mediator + ", \"origin\": \"APPLIED\", \"agreed\": " + both(quarrel) + "\"mode\": \"ORAL\"}}");
        sit(mediation, quarrel);
        agree(mediation, quarrel.sides());
        latencies.computeIfAbsent(WHOLE, name -> new Latencies()).add(System.nanoTime() - started);
    }

    private static String both(Quarrel quarrel) {
        return "{\"partyIds\": [" + String.join(",", quarrel.sides()) + "], ";
    }

    private void sit(String mediation, Quarrel quarrel) throws IOException {
        Instant from = begin.plusSeconds(slot++ % SLOTS);
        String session = "/api/v1/mediation-sessions/" + made("2 session", mediation + "/sessions", "{\"kind\": \"SITE\", \"startsAt\": \"" + from
                + "\", \"endsAt\": \"" + from.plusSeconds(1) + "\", \"place\": \"当事人家中\"}");
        post("3 attendance", session + "/attendance", "", both(quarrel) + "\"came\": true}", 204);
        post("4 minutes, read back", session + "/read-back", "\"1\"", "{\"result\": \"AGREED\", \"lines\": [{\"speaker\": \"MEDIATOR\","
                + " \"text\": \"是否属实?\"}, {\"speaker\": \"PARTY\", \"partyId\": " + quarrel.sides().getFirst() + ", \"text\": \"属实。\"}]}", 200);
    }

    private void agree(String mediation, List<String> sides) throws IOException {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String owed = "{\"obligor\": " + sides.getLast() + ", \"obligee\": " + sides.getFirst()
                + ", \"kind\": \"PAY\", \"amount\": 100.00, \"dueOn\": \"" + today + "\", \"method\": \"转账\"}";
        String agreement = "/api/v1/agreements/" + made("5 agreement", mediation + "/agreements", "{\"form\": \"ORAL\", \"facts\": \"属实\","
                + " \"terms\": \"分三期\", \"total\": 300.00, \"obligations\": [" + owed + "," + owed + "," + owed + "]}");
        post("6 signature", agreement + "/signature", "\"1\"", "{\"signedOn\": \"" + today + "\"}", 204);
        for (int n = 1; n <= 3; n++) {
            post("7 performance", agreement + "/obligations/" + n + "/performance", "", "{\"performedOn\": \"" + today + "\"}", 204);
        }
    }

    private long made(String call, String path, String json) throws IOException {
        return Json.number(post(call, path, "", json, 201).text(), "id");
    }

    private Answer post(String call, String path, String etag, String json, int status) throws IOException {
        String headers = desk.dispatcher().headers() + (etag.isEmpty() ? "" : "If-Match: " + etag + "\r\n");
        long started = System.nanoTime();
        Answer answer = connection.post(path, headers, json).expect(status, call);
        latencies.computeIfAbsent(call, name -> new Latencies()).add(System.nanoTime() - started);
        return answer;
    }

    Map<String, Latencies> latencies() {
        return latencies;
    }
}
