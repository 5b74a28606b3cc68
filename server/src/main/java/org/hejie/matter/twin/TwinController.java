package org.hejie.matter.twin;

import java.util.Arrays;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.twin.TwinQuestion.Clue;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows what may be the same trouble. What is typed comes in the body, never in an address that is logged. */
@RestController
class TwinController {

    private static final int LONGEST_NAME = 100;

    private final Twins twins;
    private final AuditLog audit;

    TwinController(Twins twins, AuditLog audit) {
        this.twins = twins;
        this.audit = audit;
    }

    /** A registration as far as it has been typed. */
    record TwinRequest(@Nullable String title, @Nullable String facts, @Nullable String categoryCode, @Nullable TwinPlace place,
            @Nullable List<TwinParty> parties) {

        TwinQuestion toQuestion() {
            if (length(title) > RegisterMatter.LONGEST_TITLE || length(facts) > RegisterMatter.LONGEST_FACTS) {
                throw Problem.field(length(title) > RegisterMatter.LONGEST_TITLE ? "title" : "facts", "LENGTH");
            }
            return new TwinQuestion(title == null ? "" : title, facts == null ? "" : facts, categoryCode,
                    place == null ? RegisterMatter.Place.UNKNOWN : place.toPlace(),
                    parties == null ? List.of() : parties.stream().map(TwinParty::toClue).toList());
        }

        private static int length(@Nullable String text) {
            return text == null ? 0 : text.length();
        }
    }

    record TwinPlace(@Nullable String text, @Nullable String areaCode, @Nullable String gridCode, @Nullable Double lon,
            @Nullable Double lat) {

        RegisterMatter.Place toPlace() {
            return new RegisterMatter.Place(text, areaCode, gridCode, lon, lat);
        }
    }

    /** @param role null: the applicant */
    record TwinParty(@Nullable String role, @Nullable String documentNumber, @Nullable String phone, @Nullable String name) {

        Clue toClue() {
            PartyRole known = Arrays.stream(PartyRole.values()).filter(one -> one.name().equals(role)).findFirst()
                    .orElse(PartyRole.APPLICANT);
            return new Clue(known, documentNumber, phone, name == null || name.length() > LONGEST_NAME ? null : name);
        }

        @Override
        public String toString() {
            return "TwinParty[hidden]";
        }
    }

    @PostMapping("/api/v1/twins")
    List<Twin> ofDraft(@RequestBody TwinRequest request) {
        Actor actor = Actors.current();
        actor.require(Permission.MATTER_REGISTER);
        TwinQuestion question = request.toQuestion();
        List<Twin> found = twins.of(question);
        if (!question.people().isEmpty()) {
            audit.record(AuditEntry.of(AuditKind.LOOKUP, "TWINS_LOOKED_UP").by(actor.auditActor())
                    .because(found.isEmpty() ? "NOTHING_FOUND" : "FOUND", null));
        }
        return found;
    }

    @GetMapping("/api/v1/matters/{id}/twins")
    List<Twin> ofMatter(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return twins.of(new MatterId(id));
    }
}
