package org.hejie.party.web;

import java.util.List;
import java.util.Set;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.DocumentKind;
import org.hejie.party.NewParty;
import org.hejie.party.Parties;
import org.hejie.party.PartyCorrection.Clearable;
import org.hejie.party.PartyCorrection;
import org.hejie.party.PartyDraft;
import org.hejie.party.PartyId;
import org.hejie.party.PartyRevision;
import org.hejie.party.PartyView;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Corrects a party (个人信息保护法 art. 46: a person may have wrong data set right) and tells what was there before. */
@RestController
@RequestMapping("/api/v1/parties/{id}")
class CorrectionController {

    private static final String UNCHANGED_NAME = "-";

    private final Parties parties;

    CorrectionController(Parties parties) {
        this.parties = parties;
    }

    /** The fields to change; absent ones stay. */
    record CorrectionRequest(@Nullable Integer revision, @Nullable String name, @Nullable DocumentKind documentKind,
            @Nullable String documentNumber, @Nullable String documentOverrideReason, @Nullable String phone,
            @Nullable String address, @Nullable Set<Clearable> cleared, @Nullable String reason) {

        @Override
        public String toString() {
            return "CorrectionRequest[hidden]";
        }
    }

    @PostMapping("/corrections")
    PartyView correct(@PathVariable long id, @RequestBody CorrectionRequest request) {
        Actor actor = Actors.current();
        if (actor.auditActor().kind() != AuditActor.Kind.STAFF) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        PartyId party = new PartyId(id);
        PartyView now = seen(party);
        parties.correct(correction(party, now, request, actor));
        return seen(party);
    }

    /** What corrections replaced, masked, newest first. */
    @GetMapping("/revisions")
    Page<PartyRevision> revisions(@PathVariable long id) {
        return new Page<>(parties.revisions(seen(new PartyId(id)).id()), null, null);
    }

    private PartyView seen(PartyId party) {
        return parties.masked(List.of(party)).stream().findFirst().orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private static PartyCorrection correction(PartyId party, PartyView now, CorrectionRequest request, Actor actor) {
        boolean renamed = request.name() != null && !request.name().isBlank();
        PartyDraft draft = new PartyDraft(now.kind(), renamed ? request.name() : UNCHANGED_NAME,
                request.documentKind() == null ? now.documentKind() : request.documentKind(), request.documentNumber(),
                request.documentOverrideReason(), request.phone(), request.address(), null, null, null, Set.of());
        List<FieldError> errors = draft.errors("");
        if (request.revision() == null) {
            errors.add(new FieldError("revision", "REQUIRED"));
        }
        String reason = request.reason() == null ? "" : request.reason().strip();
        if (reason.isEmpty() || reason.length() > NewParty.REASON_LENGTH) {
            errors.add(new FieldError("reason", reason.isEmpty() ? "REQUIRED" : "TOO_LONG"));
        }
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        NewParty changed = draft.accept();
        return new PartyCorrection(party, request.revision(), renamed ? changed.name() : null, changed.document(),
                changed.overrideReason(), changed.phone(), changed.address(),
                request.cleared() == null ? Set.of() : request.cleared(), actor.auditActor(), reason);
    }
}
