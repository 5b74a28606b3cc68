package org.hejie.party.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.Appearances.Appearance;
import org.hejie.party.Appearances;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.hejie.party.PartyView;
import org.hejie.party.PhoneNumber;
import org.hejie.party.RefusedValue;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the window whether a person already has a matter, by exact number. The number comes in the body, never in an
 * address that is logged; each look-up is recorded, without the number.
 */
@RestController
@RequestMapping("/api/v1/party-lookups")
class LookupController {

    private final Parties parties;
    private final List<Appearances> appearances;
    private final AuditLog audit;

    LookupController(Parties parties, List<Appearances> appearances, AuditLog audit) {
        this.parties = parties;
        this.appearances = appearances;
        this.audit = audit;
    }

    /** One number or both; a party that has either is found. */
    record LookupRequest(@Nullable String documentNumber, @Nullable String phone) {

        @Override
        public String toString() {
            return "LookupRequest[hidden]";
        }
    }

    /** One party in one matter, masked. */
    record Row(long partyId, String name, @Nullable String documentNumber, @Nullable String phone, long matterId,
            String code, String title, String status) {}

    @PostMapping
    Page<Row> lookUp(@RequestBody LookupRequest request) {
        Actor actor = Actors.current();
        if (actor.auditActor().kind() != AuditActor.Kind.STAFF) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        Set<PartyId> found = find(request);
        audit.record(AuditEntry.of(AuditKind.LOOKUP, "PARTY_LOOKED_UP").by(actor.auditActor())
                .because(found.isEmpty() ? "NOTHING_FOUND" : "FOUND", null));
        Map<PartyId, PartyView> views = parties.masked(found).stream()
                .collect(Collectors.toMap(PartyView::id, Function.identity()));
        List<Row> rows = appearances.stream()
                .flatMap(source -> source.of(found).stream())
                .filter(appearance -> views.containsKey(appearance.party()))
                .map(appearance -> row(views.get(appearance.party()), appearance))
                .toList();
        return new Page<>(rows, null, null);
    }

    private Set<PartyId> find(LookupRequest request) {
        String document = request.documentNumber();
        String phone = request.phone();
        boolean byDocument = document != null && !document.isBlank();
        boolean byPhone = phone != null && !phone.isBlank();
        if (!byDocument && !byPhone) {
            throw Problem.field("documentNumber", "REQUIRED");
        }
        Set<PartyId> found = new LinkedHashSet<>();
        if (byDocument) {
            found.addAll(refused("documentNumber", () -> parties.findByDocument(document)));
        }
        if (byPhone) {
            found.addAll(refused("phone", () -> parties.findByPhone(new PhoneNumber(phone))));
        }
        return found;
    }

    private static List<PartyId> refused(String path, Supplier<List<PartyId>> search) {
        try {
            return search.get();
        } catch (RefusedValue refused) {
            throw Problem.field(path, refused.code().name());
        }
    }

    private static Row row(PartyView view, Appearance appearance) {
        return new Row(view.id().value(), view.name(), view.documentNumber(), view.phone(), appearance.matterId(),
                appearance.code(), appearance.title(), appearance.status());
    }
}
