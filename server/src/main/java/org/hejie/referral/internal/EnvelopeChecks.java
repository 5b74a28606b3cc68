package org.hejie.referral.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.intake.Submission;
import org.hejie.intake.SubmittedParty;
import org.hejie.referral.Direction;
import org.hejie.referral.Envelope;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.ReferralKind;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is wrong with an envelope, what a rule sends back, and what of it is registered. */
@Component
class EnvelopeChecks {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final int MOST_EXCLUSIONS = 20;
    private static final BigDecimal MOST_YUAN = new BigDecimal("999999999999.99");

    private final ReferralRules rules;

    EnvelopeChecks(ReferralRules rules) {
        this.rules = rules;
    }

    /** Why a rule sends it back. @param path the field that tells */
    record SentBack(String code, String path) {
    }

    /** What cannot be taken, field by field. What is registered of it is checked by the registration. */
    List<FieldError> errors(PartnerSystem system, Envelope given, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        Texts.check(errors, "outsideNo", given.outsideNo(), Texts.NUMBER, true);
        Texts.check(errors, "docNo", given.docNo(), Texts.NUMBER, false);
        Texts.check(errors, "cause", given.cause(), Texts.SHORT, system == PartnerSystem.COURT);
        Texts.check(errors, "claims", given.claims(), Texts.REASON, false);
        Texts.check(errors, "matterCode", given.matterCode(), Texts.NUMBER, false);
        reject(errors, given.amount() != null && (given.amount().signum() < 0 || given.amount().compareTo(MOST_YUAN) > 0), "amount", "RANGE");
        reject(errors, given.people() != null && given.people() < 1, "people", "RANGE");
        Texts.check(errors, "consentProof", given.consentProof(), Texts.SHORT, false);
        kind(errors, system, given.kind());
        reject(errors, given.sentAt() != null && given.sentAt().toInstant().isAfter(now.plus(CLOCKS_DIFFER)), "sentAt", "FUTURE");
        LocalDate sent = Times.dateOf(given.sentAt() == null ? now : given.sentAt().toInstant());
        reject(errors, given.dueOn() != null && given.dueOn().isBefore(sent), "dueOn", "BEFORE_SENT");
        petition(errors, system, given);
        reject(errors, Boolean.TRUE.equals(given.bothConsent()) && Texts.bare(given.consentProof()) == null, "consentProof", "REQUIRED");
        List<String> exclusions = List.copyOf(given.exclusions() == null ? Set.of() : given.exclusions());
        reject(errors, exclusions.size() > MOST_EXCLUSIONS, "exclusions", "TOO_MANY");
        for (int i = 0; i < exclusions.size(); i++) {
            String code = exclusions.get(i);
            reject(errors, rules.refusals().stream().noneMatch(one -> one.fact().code().equals(code)), "exclusions[" + i + "]", "UNKNOWN");
        }
        return errors;
    }

    private void kind(List<FieldError> errors, PartnerSystem system, @Nullable String code) {
        if (Texts.bare(code) == null) {
            errors.add(new FieldError("kind", "REQUIRED"));
        } else {
            reject(errors, rules.kind(code).filter(kind -> kind.system() == system && kind.direction() == Direction.IN).isEmpty(),
                    "kind", "UNKNOWN");
        }
    }

    private static void petition(List<FieldError> errors, PartnerSystem system, Envelope given) {
        boolean dates = given.registeredOn() != null || given.acceptedOn() != null;
        reject(errors, dates && system != PartnerSystem.PETITION, given.registeredOn() == null ? "acceptedOn" : "registeredOn", "NOT_HERE");
        reject(errors, system == PartnerSystem.PETITION && given.registeredOn() == null, "registeredOn", "REQUIRED");
        reject(errors, given.registeredOn() != null && given.acceptedOn() != null && given.acceptedOn().isBefore(given.registeredOn()),
                "acceptedOn", "BEFORE_REGISTERED");
    }

    private static void reject(List<FieldError> errors, boolean wrong, String path, String code) {
        if (wrong) {
            errors.add(new FieldError(path, code));
        }
    }

    /** Whether a rule sends it back. */
    Optional<SentBack> sentBack(PartnerSystem system, Envelope given) {
        ReferralKind kind = rules.known(String.valueOf(given.kind()));
        return rules.refusals().stream().filter(rule -> rule.systems().contains(system))
                .flatMap(rule -> path(rule.fact().code(), kind, given).map(path -> new SentBack(rule.fact().code(), path)).stream())
                .findFirst();
    }

    private static Optional<String> path(String fact, ReferralKind kind, Envelope given) {
        if (given.safety() != null && given.safety().stream().anyMatch(one -> one.name().equals(fact))) {
            return Optional.of("safety");
        }
        if (given.exclusions() != null && given.exclusions().contains(fact)) {
            return Optional.of("exclusions");
        }
        boolean unwilling = fact.equals("NO_CONSENT") && kind.bothConsent() && !Boolean.TRUE.equals(given.bothConsent());
        return unwilling ? Optional.of("bothConsent") : Optional.empty();
    }

    /** What is registered of it. The registration itself says of each field why it cannot be taken. */
    static Submission submission(Envelope given) {
        List<SubmittedParty> parties = given.parties() == null ? List.of() : given.parties();
        String claims = Texts.bare(given.claims());
        String facts = given.facts() == null ? "" : given.facts().strip();
        String title = Texts.bare(given.title());
        return new Submission(Texts.bare(given.outsideNo()), null, Texts.bare(given.category()), title == null ? cause(given) : title,
                claims == null || facts.isEmpty() ? facts : facts + "\n诉求：" + claims, Texts.bare(given.place()), Texts.bare(given.areaCode()),
                null, null, null, null, given.amount(), given.people(), parties, given.safety());
    }

    private static @Nullable String cause(Envelope given) {
        String cause = Texts.bare(given.cause());
        return cause == null || cause.length() <= 100 ? cause : cause.substring(0, 100);
    }
}
