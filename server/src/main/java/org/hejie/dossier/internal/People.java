package org.hejie.dossier.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    ShownPeople masked(List<Person> people) {
        return shown(people, person -> facts(person.name(), person.documentNumber(), person.phone(), person.address()));
    }

    /** Each is revealed once, whatever parts he has. */
    ShownPeople full(List<Person> people) {
        Map<PartyId, Set<Protection>> protections = parties.masked(people.stream().map(person -> new PartyId(person.id())).toList())
                .stream().collect(Collectors.toMap(PartyView::id, PartyView::protections));
        return shown(people, person -> full(person, protections.getOrDefault(new PartyId(person.id()), Set.of())));
    }

    private static ShownPeople shown(List<Person> people, Function<Person, Map<String, String>> shown) {
        Map<Long, Map<String, String>> byParty = new HashMap<>();
        return new ShownPeople(people.stream().map(person -> {
            Map<String, String> row = new HashMap<>(byParty.computeIfAbsent(person.id(), id -> shown.apply(person)));
            row.put("role", ROLES.getOrDefault(person.role(), person.role()));
            return row;
        }).toList(), byParty);
    }

    private Map<String, String> full(Person person, Set<Protection> protections) {
        if (protections.contains(Protection.REPORTER)) {
            return facts(person.name(), null, null, null);
        }
        Actor actor = Actors.current();
        Revealed revealed = parties.reveal(new RevealRequest(new PartyId(person.id()), RevealReason.PREPARE_PAPER, null,
                actor.auditActor(), actor.roles().stream().map(Enum::name).collect(Collectors.toSet())));
        boolean hidden = protections.contains(Protection.DOMESTIC_VIOLENCE);
        return facts(revealed.name(), revealed.documentNumber(), hidden ? null : revealed.phone(), hidden ? null : revealed.address());
    }

    private static Map<String, String> facts(String name, @Nullable String document, @Nullable String phone, @Nullable String address) {
        return Map.of("name", name, "document", document == null ? "" : document, "phone", phone == null ? "" : phone,
                "address", address == null ? "" : address);
    }
}
