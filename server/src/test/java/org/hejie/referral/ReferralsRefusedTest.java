package org.hejie.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.referral.PartnerSimulator.with;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hejie.referral.PartnerSimulator.Said;
import org.hejie.testing.HejieTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a rule sends back and what cannot be read: each is answered with its field and its reason. */
@HejieTest
class ReferralsRefusedTest extends ReferralFixture {

    /** Source: domain.md §2.6 (not divertible), §2.4 (not for mediation), to be verified. */
    @ParameterizedTest
    @CsvSource({"POLICE, safety, INJURY", "POLICE, safety, WEAPON", "POLICE, safety, DOMESTIC_VIOLENCE", "POLICE, safety, MINOR_VICTIM",
        "POLICE, safety, PUBLIC_ORDER", "COURT, safety, DOMESTIC_VIOLENCE", "PETITION, exclusions, EXCLUSIVE_ORGAN",
        "PETITION, exclusions, LITIGATION_PENDING", "PETITION, exclusions, ADMINISTRATIVE_DISPUTE"})
    void whatARuleDoesNotLetPassGoesBackWithItsReason(PartnerSystem system, String field, String fact) {
        PartnerSimulator partner = partner(system);
        Map<String, @Nullable Object> referral = with(partner.referral(PartnerSimulator.number()), field, List.of(fact));

        Said first = partner.send(referral);
        Said again = partner.send(referral);

        assertThat(List.of(first.status(), again.status())).containsExactly(422, 422);
        assertThat(first.faults()).containsExactly(field + ":REFERRAL_" + fact);
        assertThat(first.text("detail")).isNotBlank().doesNotContain("REFERRAL_");
        JsonNodeList kept = list(partner, String.valueOf(referral.get("outsideNo")));
        assertThat(kept.size()).isEqualTo(1);
        assertThat(kept.first("reason")).isEqualTo(fact);
    }

    /** The partner's list of one number. */
    private record JsonNodeList(JsonNode items) {

        int size() {
            return items.size();
        }

        String first(String field) {
            return items.path(0).path("receipt").path(field).asString("");
        }
    }

    private static JsonNodeList list(PartnerSimulator partner, String number) {
        return new JsonNodeList(partner.asked("referrals?outsideNo=" + URLEncoder.encode(number, StandardCharsets.UTF_8)).body().path("items"));
    }

    @Test
    void aPetitionNeedsTheConsentOfBoth() {
        PartnerSimulator petition = partner(PartnerSystem.PETITION);

        Said sent = petition.send(with(petition.referral(PartnerSimulator.number()), "bothConsent", false));

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.faults()).containsExactly("bothConsent:REFERRAL_NO_CONSENT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind       | "NONSENSE"                  | kind:UNKNOWN
            kind       | "DIVERTED_ALARM"            | kind:UNKNOWN
            sentAt     | "2100-01-01T00:00:00+08:00" | sentAt:FUTURE
            sentAt     | "yesterday"                 | sentAt:INVALID
            dueOn      | "2020-01-01"                | dueOn:BEFORE_SENT
            amount     | "viel"                      | amount:INVALID
            amount     | -1                          | amount:RANGE
            cause      | null                        | cause:REQUIRED
            consentProof | null                      | consentProof:REQUIRED
            exclusions | ["X"]                       | exclusions[0]:UNKNOWN
            registeredOn | "2026-01-01"              | registeredOn:NOT_HERE
            """)
    void whatCannotBeTakenIsNamedAndNothingIsKept(String field, String value, String fault) {
        String number = PartnerSimulator.number();
        String body = JsonMapper.shared().writeValueAsString(with(court.referral(number), field, "§")).replace("\"§\"", value);

        Said said = court.garbage(body);

        assertThat(said.status()).as(said.body().toString()).isEqualTo(400);
        assertThat(said.faults()).containsExactly(fault);
        assertThat(list(court, number).size()).isZero();
    }

    @Test
    void whatJoinsAMatterIsCheckedAsWell() {
        String code = court.send(court.referral(PartnerSimulator.number())).text("matterCode");

        Said large = court.send(with(with(court.referral(PartnerSimulator.number()), "matterCode", code), "amount", 1e13));
        Said nobody = court.send(with(with(court.referral(PartnerSimulator.number()), "matterCode", code), "people", 0));
        Said garbled = court.send(with(court.referral(PartnerSimulator.number()), "matterCode", "\u0000"));

        assertThat(large.faults()).containsExactly("amount:RANGE");
        assertThat(nobody.faults()).containsExactly("people:RANGE");
        assertThat(garbled.faults()).containsExactly("matterCode:INVALID");
    }

    @Test
    void whatIsNoMessageIsSaidToBeNone() {
        assertThat(court.garbage("{").status()).isEqualTo(400);
        assertThat(court.garbage("[]").status()).isEqualTo(400);
        assertThat(court.garbage("null").status()).isEqualTo(400);
        assertThat(court.garbage("{}").faults()).contains("outsideNo:REQUIRED", "kind:REQUIRED");
        assertThat(court.post("referral-batches", "{\"referrals\": []}").faults()).containsExactly("referrals:REQUIRED");
    }
}
