package org.hejie.party.web;

import java.util.stream.Collectors;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.DocumentKind;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.hejie.party.RevealReason;
import org.hejie.party.RevealRequest;
import org.hejie.party.Revealed;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows a party's full identity for a minute. */
@RestController
@RequestMapping("/api/v1/parties/{id}/reveals")
class RevealController {

    private final Parties parties;

    RevealController(Parties parties) {
        this.parties = parties;
    }

    /**
     * Why it is wanted.
     *
     * @param reason a step of handling the matter
     * @param text   in words; required for some reasons
     */
    record RevealAsked(@Nullable RevealReason reason, @Nullable String text) {}

    /** The identity and for how many seconds it may be shown. */
    record Response(String name, @Nullable DocumentKind documentKind, @Nullable String documentNumber,
            @Nullable String phone, @Nullable String address, @Nullable String notes, long shownForSeconds) {

        static Response of(Revealed revealed) {
            return new Response(revealed.name(), revealed.documentKind(), revealed.documentNumber(), revealed.phone(),
                    revealed.address(), revealed.notes(), Revealed.SHOWN_FOR.toSeconds());
        }

        @Override
        public String toString() {
            return "Response[hidden]";
        }
    }

    @PostMapping
    ResponseEntity<Response> reveal(@PathVariable long id, @RequestBody RevealAsked request) {
        if (request.reason() == null) {
            throw Problem.field("reason", "REQUIRED");
        }
        Actor actor = Actors.current();
        String text = request.text() == null || request.text().isBlank() ? null : request.text().strip();
        Revealed revealed = parties.reveal(new RevealRequest(new PartyId(id), request.reason(), text, actor.auditActor(),
                actor.roles().stream().map(Enum::name).collect(Collectors.toSet())));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Response.of(revealed));
    }
}
