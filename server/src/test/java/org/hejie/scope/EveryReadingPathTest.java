package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what the API lets read with what is walked, so that a new door cannot be forgotten. */
class EveryReadingPathTest {

    private static final Path API = Path.of("..", "docs", "api", "openapi.json");

    /**
     * Read by every generated person in {@link ScopeOverHttpTest}, {@link ScopeBesideMattersTest},
     * {@link ScopeOfLinesAndLogsTest}, {@link ScopeOfCardsAndSessionsTest},
     * {@link ScopeOfTwinsTest}, {@link ScopeOfDossiersTest}, {@link ScopeOfMediationTest}, {@link ScopeOfWagesTest},
     * {@link ScopeOfReferralsTest} or {@link ScopeOfSubsidiesTest}.
     */
    private static final Set<String> WALKED = Set.of("/matters", "/matters/counts", "/matters/{id}",
            "/matters/{id}/deadline-changes", "/matters/{id}/links", "/matters/{id}/risk",
            "/matters/{id}/receipt", "/matters/{id}/suggestion", "/matters/{id}/twins", "/dispatch-suggestions",
            "/matters/{id}/told-apart", "/matters/{id}/series", "/series", "/series/{id}", "/twins/to-review",
            "/matters/{id}/visits",
            "/parties/{id}/revisions", "/visits", "/deadline-changes", "/documents/{id}/content", "/submissions",
            "/submissions/{id}", "/imports", "/imports/{id}", "/imports/{id}/preview", "/imports/{id}/undo", "/imports/{id}/errors.csv",
            "/imports/{id}/errors.xlsx", "/audit/entries", "/audit/entries.csv", "/audit/seals", "/api-clients",
            "/lines/{line}/answers", "/lines/{line}/answers.csv", "/lines/{line}/answering", "/dead-letters", "/destinations",
            "/supervision/cards", "/supervision/cards/{id}", "/supervision/suggestions", "/supervision/boards", "/supervision/samples",
            "/supervision/samples/{id}/items", "/joint-sessions", "/joint-sessions/{id}", "/joint-tasks", "/joint-responses",
            "/morning-meetings", "/morning-meetings/{id}", "/morning-meetings/today",
            "/mediations", "/mediations/{id}", "/matters/{id}/mediations", "/matters/{id}/mediator-suggestions",
            "/mediation-sessions", "/mediation-sessions/{id}", "/agreements/{id}", "/agreements/{id}/confirmation-papers",
            "/agreements/{id}/seal", "/agreements/{id}/seal/package",
            "/obligation-signals", "/matters/{id}/obligation-signals", "/rule-trials/{id}", "/rule-trials/{id}/matters",
            "/reconciliation", "/reconciliation/open", "/lines/{line}/days/{day}", "/lines/{line}/days/{day}/rows",
            "/lines/{line}/numbering", "/lines/{line}/answers/kept", "/notices", "/notices/count", "/notices/receipts",
            "/notices/wishes", "/sms-gateway", "/matters/{id}/papers", "/matters/{id}/papers/{paper}", "/matters/{id}/dossier",
            "/dossier-volumes/{id}/content", "/wage-claims", "/wage-claims/{id}", "/wage-claims/{id}/workers",
            "/wage-claims/{id}/workers.csv", "/wage-claims/{id}/workers.xlsx", "/wage-stages", "/wage-figures", "/wage-payments",
            "/partner/events", "/partner-subscriptions", "/partner-subscriptions/{id}/failures",
            "/referrals", "/referrals/{id}", "/referrals/{id}/conflicts", "/referral-desks", "/matters/{id}/referrals", "/lawsuits",
            "/partner/{system}/referrals", "/partner/{system}/referrals/{id}",
            "/subsidy-claims", "/subsidy-claims/{id}", "/subsidy-claimable", "/subsidy-sums", "/subsidy-lists", "/subsidy-lists/{id}",
            "/subsidy-batches/{id}.csv", "/subsidy-batches/{id}.xlsx");

    /** Without a scope, each with the reason. */
    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("/areas", "reference"),
            Map.entry("/areas/{code}", "reference"),
            Map.entry("/calendar/due", "reckons, reads no row of anybody"),
            Map.entry("/calendar/schedules", "reference"),
            Map.entry("/calendar/years/{year}", "reference"),
            Map.entry("/categories", "reference"),
            Map.entry("/centers", "reference"),
            Map.entry("/grid-at", "reference"),
            Map.entry("/grids", "reference"),
            Map.entry("/grids.geojson", "reference"),
            Map.entry("/grids/{code}", "reference"),
            Map.entry("/live", "tells that something has changed, not what"),
            Map.entry("/paper-templates/{paper}", "reference: an empty form"),
            Map.entry("/mediation-committees", "reference: committees"),
            Map.entry("/mediation-rooms", "reference: rooms and when they are taken, not by whom"),
            Map.entry("/mediators", "who mediates: reference for whoever has a post"),
            Map.entry("/procedures", "reference"),
            Map.entry("/procedures/{id}", "reference"),
            Map.entry("/procedures/{id}/diagram", "reference"),
            Map.entry("/public/areas", "reference, for residents"),
            Map.entry("/public/categories", "reference, for residents"),
            Map.entry("/public/matters/current/mediation", "opened by the resident's token for one matter, never by a post"),
            Map.entry("/public/matters/current/mediation-papers/{paper}", "opened by the resident's token for one matter, everybody masked"),
            Map.entry("/public/mediation-calendars/{secret}.ics", "opened by a mediator's secret; codes and rooms, nobody"),
            Map.entry("/public/seal-authorities", "certificates of authorities and what they revoked: for whoever holds a sealed paper"),
            Map.entry("/seals", "for the administrators and who answers for the committees: certificates, no key"),
            Map.entry("/seal-authorities", "for the administrators and who answers for the committees: certificates"),
            Map.entry("/public/matters/current", "opened by the resident's token for one matter, never by a post"),
            Map.entry("/referral-rules", "reference"),
            Map.entry("/rules", "reference: rules are no secret inside the house"),
            Map.entry("/rules/{kind}/{name}/versions", "reference"),
            Map.entry("/rule-versions/{id}", "reference"),
            Map.entry("/rule-versions/{id}/file", "reference"),
            Map.entry("/rule-versions/{id}/routing-sheet", "reference"),
            Map.entry("/rule-versions/{id}/trials", "numbers, for whoever drafts or approves such rules"),
            Map.entry("/session", "the reader's own session"),
            Map.entry("/public/county-sign-in", "whether there is one"),
            Map.entry("/session/county-sign-in", "whether the reader's own account is linked"),
            Map.entry("/public/passkeys", "whether and where they can be used"),
            Map.entry("/session/passkeys", "the reader's own passkeys: names of devices and times"),
            Map.entry("/staff/{id}/passkeys", "for the security administrator: names of devices and times"),
            Map.entry("/oidc/callback", "ends a sign-in; reads nothing"),
            Map.entry("/exports", "one's own; for approvers and the audit: who took which list, none of its rows"),
            Map.entry("/sessions", "the reader's own sessions"),
            Map.entry("/staff/{id}", "who works where, for the three administrators"),
            Map.entry("/staff/{id}/sessions", "for the security administrator: addresses and times"),
            Map.entry("/grant-requests", "for the three administrators: who asked for which post"),
            Map.entry("/staff", "who works where: reference for whoever has a post"),
            Map.entry("/supervision/rules", "reference"),
            Map.entry("/unit-handovers", "numbers of matters of ended units within the scope of who dispatches"),
            Map.entry("/units", "reference"),
            Map.entry("/units/{id}", "reference"));

    /** Asked by POST because what is asked for must not stand in an address. */
    private static final Set<String> ASKED_IN_THE_BODY = Set.of("/party-lookups", "/public/follow", "/twins");

    @Test
    void everyPathThatIsReadIsWalkedOrNamedAsOpen() throws IOException {
        Set<String> read = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : JsonMapper.shared().readTree(API).get("paths").properties()) {
            if (path.getValue().has("get")) {
                read.add(path.getKey().substring("/api/v1".length()));
            }
        }
        Set<String> known = new TreeSet<>(WALKED);
        known.addAll(OPEN.keySet());

        assertThat(read).isEqualTo(known);
    }

    @Test
    void whatIsAskedInTheBodyIsStillThere() throws IOException {
        JsonNode paths = JsonMapper.shared().readTree(API).get("paths");

        assertThat(ASKED_IN_THE_BODY).allSatisfy(path -> assertThat(paths.has("/api/v1" + path)).as(path).isTrue());
    }
}
