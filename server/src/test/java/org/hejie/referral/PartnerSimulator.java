package org.hejie.referral;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.hejie.org.Actor;
import org.hejie.org.ApiClients;
import org.hejie.org.NewApiClient;
import org.hejie.org.UnitId;
import org.hejie.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A partner's system as the server meets it over HTTP: it speaks for court, police, petition bureau or procuratorate, in time and
 * late, twice, out of order, and what is no message at all.
 */
public final class PartnerSimulator {

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() / 1_000_000);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final PartnerSystem system;
    private final String token;
    private final int port;

    private PartnerSimulator(PartnerSystem system, String token, int port) {
        this.system = system;
        this.token = token;
        this.port = port;
    }

    /** The partner's system with a token for both directions. */
    public static PartnerSimulator of(PartnerSystem system, TestStaff staff, ApiClients clients, int port) {
        UnitId unit = system == PartnerSystem.PROSECUTION ? staff.units().byCode("procuratorate").orElseThrow().id()
                : staff.units().ofLine(system.line().digit()).orElseThrow().id();
        var issued = clients.issue(Actor.system("test", List.of()), new NewApiClient("partner " + system.slug(), unit, system.line().digit(), null,
                Set.of(system.submitScope(), system.readScope()), Duration.ofDays(30)));
        return new PartnerSimulator(system, issued.token(), port);
    }

    /** The same token at another partner's door. */
    public PartnerSimulator at(PartnerSystem other) {
        return new PartnerSimulator(other, token, port);
    }

    public PartnerSystem system() {
        return system;
    }

    /** What the server answered. */
    public record Said(int status, JsonNode body) {

        public String text(String field) {
            return body.path(field).asString("");
        }

        public long id() {
            return body.path("id").asLong();
        }

        /** The fields at fault, {@code path:CODE}. */
        public List<String> faults() {
            List<String> faults = new ArrayList<>();
            body.path("errors").forEach(error -> faults.add(error.path("path").asString("") + ":" + error.path("code").asString("")));
            return faults;
        }
    }

    /** A number nobody has used. */
    public static String number() {
        return "模拟" + NUMBER.incrementAndGet() + "号";
    }

    /** The same message with the field set to the value. */
    public static Map<String, @Nullable Object> with(Map<String, @Nullable Object> message, String field, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new HashMap<>(message);
        changed.put(field, value);
        return changed;
    }

    /** A referral this partner would send, with two sides. */
    public Map<String, @Nullable Object> referral(String number) {
        Map<String, @Nullable Object> referral = new TreeMap<>();
        referral.put("outsideNo", number);
        referral.put("kind", switch (system) {
            case COURT -> "APPOINTED";
            case POLICE -> "DIVERTED_ALARM";
            case PETITION -> "PETITION_MEDIATION";
            case PROSECUTION -> "SUPPORT_PROSECUTION";
        });
        referral.put("cause", "民间借贷纠纷");
        referral.put("facts", "借款八万元，到期没有归还。");
        referral.put("claims", "归还借款");
        referral.put("category", "1001");
        referral.put("areaCode", "620123104");
        referral.put("amount", 80000);
        referral.put("people", 2);
        referral.put("bothConsent", true);
        referral.put("consentProof", "调解意愿书");
        referral.put("parties", List.of(party("APPLICANT", "王小民"), party("RESPONDENT", "李大田")));
        if (system == PartnerSystem.PETITION) {
            referral.put("registeredOn", "2026-03-02");
            referral.put("acceptedOn", "2026-03-05");
        }
        return referral;
    }

    private static Map<String, String> party(String role, String name) {
        return Map.of("role", role, "name", name);
    }

    public Said send(Map<String, @Nullable Object> referral) {
        return post("referrals", JSON.writeValueAsString(referral));
    }

    /** All in one call, in their order. */
    public List<JsonNode> sendAll(List<Map<String, @Nullable Object>> referrals) {
        List<JsonNode> items = new ArrayList<>();
        post("referral-batches", JSON.writeValueAsString(Map.of("referrals", referrals))).body().path("items").forEach(items::add);
        return items;
    }

    public Said withdraw(String number) {
        return post("withdrawals", JSON.writeValueAsString(Map.of("outsideNo", number, "reason", "当事人申请撤回")));
    }

    /** A lawsuit was filed meanwhile. */
    public Said filed(String number) {
        return post("withdrawals", JSON.writeValueAsString(Map.of("outsideNo", number, "caseNo", "（2026）甘0123民初1号")));
    }

    public Said sign(long referral) {
        return post("referrals/" + referral + "/receipt", "{}");
    }

    public Said answer(long referral, Outcome outcome, String text) {
        return post("referrals/" + referral + "/answer", JSON.writeValueAsString(Map.of("outcome", outcome, "text", text)));
    }

    public Said decline(long referral) {
        return post("referrals/" + referral + "/refusal", JSON.writeValueAsString(Map.of("reason", "不属本院管辖")));
    }

    public Said lawsuit(Map<String, @Nullable Object> lawsuit) {
        return post("lawsuits", JSON.writeValueAsString(lawsuit));
    }

    /** What is no message. */
    public Said garbage(String body) {
        return post("referrals", body);
    }

    public Said status(long referral) {
        return asked("referrals/" + referral);
    }

    public Said asked(String path) {
        return said(request(path).GET());
    }

    public Said post(String path, String body) {
        return said(request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Said put(String path, String body) {
        return said(request(path).header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/partner/" + system.slug() + "/" + path))
                .header("Authorization", "Bearer " + token);
    }

    private Said said(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Said(answer.statusCode(), answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
