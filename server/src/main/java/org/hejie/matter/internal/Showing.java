package org.hejie.matter.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hejie.document.Documents;
import org.hejie.matter.PeopleBeside;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Lets who sees a matter see its people and its files: its parties and those whom other modules keep beside it. */
@Component
class Showing {

    private final Parties parties;
    private final Documents documents;
    private final Supplier<List<PeopleBeside>> beside;

    Showing(Parties parties, Documents documents, ObjectProvider<PeopleBeside> beside) {
        this.parties = parties;
        this.documents = documents;
        this.beside = SingletonSupplier.of(() -> beside.stream().toList()); // asked later: they stand above matters
    }

    /** To more, if more see the matter than before. @param files whether it may have files */
    void widen(Matter matter, boolean files) {
        if (matter.newKeys.isEmpty()) {
            return;
        }
        parties.share(all(matter, matter.parties), matter.newKeys.stream().mapToLong(Long::longValue).toArray());
        if (files) {
            documents.share(matter.id.value(), keys(matter));
        }
    }

    /** To exactly those who see the matter. @param involved its parties */
    void exactly(Matter matter, List<PartyId> involved) {
        parties.show(all(matter, involved), keys(matter));
        documents.show(matter.id.value(), keys(matter));
    }

    static long[] keys(Matter matter) {
        return matter.visibleTo.stream().mapToLong(Long::longValue).toArray();
    }

    private List<PartyId> all(Matter matter, List<PartyId> involved) {
        List<PartyId> all = new ArrayList<>(involved);
        beside.get().forEach(people -> all.addAll(people.of(matter.id)));
        return all;
    }
}
