package org.hejie.referral.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hejie.intake.SubmittedParty;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.party.DocumentKind;
import org.hejie.party.Masking;
import org.hejie.party.PartyKind;
import org.hejie.referral.Envelope;
import org.hejie.referral.ReferralConflict.ConflictParty;
import org.hejie.referral.ReferralConflict.ConflictVersion;
import org.jspecify.annotations.Nullable;

/** Lays two contents of one number side by side. */
final class Comparison {

    /** What a referral's own columns know, in the order of the page. */
    private static final Map<String, Function<Envelope, @Nullable Object>> OF_COLUMNS = new LinkedHashMap<>();
    /** What only the content that came knows. */
    private static final Map<String, Function<Envelope, @Nullable Object>> OF_CONTENT = new LinkedHashMap<>();

    static {
        OF_COLUMNS.put("docNo", one -> Texts.bare(one.docNo()));
        OF_COLUMNS.put("kind", Envelope::kind);
        OF_COLUMNS.put("cause", one -> Texts.bare(one.cause()));
        OF_COLUMNS.put("amount", one -> plain(one.amount()));
        OF_COLUMNS.put("people", Envelope::people);
        OF_COLUMNS.put("bothConsent", one -> Boolean.TRUE.equals(one.bothConsent()));
        OF_COLUMNS.put("consentProof", one -> Texts.bare(one.consentProof()));
        OF_COLUMNS.put("dueOn", Envelope::dueOn);
        OF_CONTENT.put("sentAt", one -> one.sentAt() == null ? null : one.sentAt().toInstant());
        OF_CONTENT.put("title", one -> Texts.bare(one.title()));
        OF_CONTENT.put("facts", one -> Texts.bare(one.facts()));
        OF_CONTENT.put("claims", one -> Texts.bare(one.claims()));
        OF_CONTENT.put("category", one -> Texts.bare(one.category()));
        OF_CONTENT.put("place", one -> Texts.bare(one.place()));
        OF_CONTENT.put("areaCode", one -> Texts.bare(one.areaCode()));
        OF_CONTENT.put("parties", one -> parties(one).stream().map(Comparison::whole).toList());
        OF_CONTENT.put("registeredOn", Envelope::registeredOn);
        OF_CONTENT.put("acceptedOn", Envelope::acceptedOn);
        OF_CONTENT.put("safety", Envelope::safety);
        OF_CONTENT.put("exclusions", Envelope::exclusions);
        OF_CONTENT.put("matterCode", one -> Texts.bare(one.matterCode()));
    }

    private Comparison() {
    }

    /** The fields that differ. @param whole whether all of what came first is known, or the referral's own columns alone */
    static List<String> differs(Envelope now, Envelope other, boolean whole) {
        List<String> fields = new ArrayList<>(differing(OF_COLUMNS, now, other));
        if (whole) {
            fields.addAll(differing(OF_CONTENT, now, other));
        }
        return fields;
    }

    private static List<String> differing(Map<String, Function<Envelope, @Nullable Object>> fields, Envelope now, Envelope other) {
        return fields.entrySet().stream().filter(one -> !Objects.equals(one.getValue().apply(now), one.getValue().apply(other)))
                .map(Map.Entry::getKey).toList();
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros();
    }

    private static List<SubmittedParty> parties(Envelope one) {
        return one.parties() == null ? List.of() : one.parties();
    }

    private static List<@Nullable Object> whole(SubmittedParty one) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(one.role());
        values.add(kind(one));
        values.add(Texts.bare(one.name()));
        values.add(one.documentKind());
        values.add(Texts.bare(one.documentNumber()));
        values.add(Texts.bare(one.phone()));
        values.add(Texts.bare(one.address()));
        return values;
    }

    static ConflictVersion version(Envelope one) {
        return new ConflictVersion(Texts.bare(one.docNo()), one.kind(), one.sentAt(), Texts.bare(one.cause()), Texts.bare(one.title()),
                Texts.bare(one.facts()), Texts.bare(one.claims()), Texts.bare(one.category()), Texts.bare(one.place()),
                Texts.bare(one.areaCode()), one.amount(), one.people(), parties(one).stream().map(Comparison::masked).toList(),
                one.bothConsent(), Texts.bare(one.consentProof()), one.dueOn(), one.registeredOn(), one.acceptedOn(),
                one.safety() == null ? Set.of() : one.safety(), one.exclusions() == null ? Set.of() : one.exclusions(), Texts.bare(one.matterCode()));
    }

    private static ConflictParty masked(SubmittedParty one) {
        String name = Texts.bare(one.name());
        String number = Texts.bare(one.documentNumber());
        String phone = Texts.bare(one.phone());
        String address = Texts.bare(one.address());
        return new ConflictParty((one.role() == null ? PartyRole.REPORTER : one.role()).name(), name == null ? null : Masking.name(kind(one), name),
                number == null ? null : Masking.document(one.documentKind() == null ? DocumentKind.OTHER : one.documentKind(), number),
                phone == null ? null : "*".repeat(Math.max(0, phone.length() - 4)) + phone.substring(Math.max(0, phone.length() - 4)),
                address == null ? null : Masking.address(address));
    }

    private static PartyKind kind(SubmittedParty one) {
        return one.kind() == null ? PartyKind.PERSON : one.kind();
    }
}
