package org.hejie.dossier.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.matter.MatterDetail.Person;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.hejie.party.PartyView;
import org.hejie.party.Protection;
import org.hejie.party.RevealReason;
import org.hejie.party.RevealRequest;
import org.hejie.party.Revealed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The parties as papers print them: masked, or in full after each has been revealed on the record. */
@Component
class People {

    private static final Map<String, String> ROLES = Map.of("APPLICANT", "申请人", "RESPONDENT", "被申请人", "REPORTER", "反映人",
            "AGENT", "代理人");

    private final Parties parties;

    People(Parties parties) {
        this.parties = parties;
    }

    List<Map<String, String>> masked(List<Person> people) {
        return people.stream().map(person -> row(person.role(), person.name(), person.documentNumber(), person.phone(),
                person.address())).toList();
    }

    List<Map<String, String>> full(List<Person> people) {
        Map<PartyId, Set<Protection>> protections = parties.masked(people.stream().map(person -> new PartyId(person.id())).toList())
                .stream().collect(Collectors.toMap(PartyView::id, PartyView::protections));
        return people.stream().map(person -> full(person, protections.getOrDefault(new PartyId(person.id()), Set.of()))).toList();
    }

    private Map<String, String> full(Person person, Set<Protection> protections) {
        if (protections.contains(Protection.REPORTER)) {
            return row(person.role(), person.name(), null, null, null);
        }
        Actor actor = Actors.current();
        Revealed revealed = parties.reveal(new RevealRequest(new PartyId(person.id()), RevealReason.PREPARE_PAPER, null,
                actor.auditActor(), actor.roles().stream().map(Enum::name).collect(Collectors.toSet())));
        boolean hidden = protections.contains(Protection.DOMESTIC_VIOLENCE);
        return row(person.role(), revealed.name(), revealed.documentNumber(), hidden ? null : revealed.phone(),
                hidden ? null : revealed.address());
    }

    private static Map<String, String> row(String role, String name, @Nullable String document, @Nullable String phone,
            @Nullable String address) {
        Map<String, String> row = new HashMap<>();
        row.put("role", ROLES.getOrDefault(role, role));
        row.put("name", name);
        row.put("document", document == null ? "" : document);
        row.put("phone", phone == null ? "" : phone);
        row.put("address", address == null ? "" : address);
        return row;
    }
}
