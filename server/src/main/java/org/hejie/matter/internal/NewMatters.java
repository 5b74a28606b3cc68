package org.hejie.matter.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hejie.document.Documents;
import org.hejie.document.FileId;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.Registered;
import org.hejie.matter.Registered.Receipt;
import org.hejie.matter.internal.MatterStore.Beside;
import org.hejie.matter.twin.TwinMarks;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.hejie.party.Registration;
import org.springframework.stereotype.Component;

/** Saves matters that have just begun, with their parties, files, words and the resident's door. */
@Component
class NewMatters {

    private final MatterStore store;
    private final MatterBulk bulk;
    private final Parties parties;
    private final Documents documents;
    private final Doors doors;
    private final RespondentMarks respondentMarks;
    private final Clock clock;

    NewMatters(MatterStore store, MatterBulk bulk, Parties parties, Documents documents, Doors doors,
            RespondentMarks respondentMarks, Clock clock) {
        this.store = store;
        this.bulk = bulk;
        this.parties = parties;
        this.documents = documents;
        this.doors = doors;
        this.respondentMarks = respondentMarks;
        this.clock = clock;
    }

    Registered save(Matter matter, RegisterMatter given) {
        long[] keys = Showing.keys(matter);
        List<PartyId> registered = parties.registerAll(
                given.parties().stream().map(one -> new Registration(one.party(), keys)).toList());
        Receipt receipt = doors.make(matter.id, 1);
        attach(matter, given); // first, so that the row tells of no file that came since it was kept
        store.insert(matter, beside(matter, given, registered, receipt));
        return registered(matter, receipt);
    }

    List<Registered> saveAll(List<Matter> matters, List<RegisterMatter> given) {
        List<Registration> people = new ArrayList<>();
        for (int i = 0; i < matters.size(); i++) {
            long[] keys = Showing.keys(matters.get(i));
            given.get(i).parties().forEach(one -> people.add(new Registration(one.party(), keys)));
        }
        var ids = parties.registerAll(people).iterator();
        List<Beside> besides = new ArrayList<>(matters.size());
        List<Registered> registered = new ArrayList<>(matters.size());
        for (int i = 0; i < matters.size(); i++) {
            List<PartyId> own = given.get(i).parties().stream().map(one -> ids.next()).toList();
            Receipt receipt = doors.make(matters.get(i).id, 1);
            besides.add(beside(matters.get(i), given.get(i), own, receipt));
            registered.add(registered(matters.get(i), receipt));
        }
        bulk.insert(matters, besides);
        for (int i = 0; i < matters.size(); i++) {
            attach(matters.get(i), given.get(i));
        }
        return registered;
    }

    /** Gives the files of the registration and of the acts to the matter. */
    private void attach(Matter matter, RegisterMatter given) {
        List<FileId> files = new ArrayList<>();
        given.documents().forEach(document -> files.add(new FileId(document)));
        matter.newPapers.forEach(paper -> files.add(new FileId(paper.attachment().documentId())));
        if (!files.isEmpty()) {
            documents.attach(files, matter.id.value(), Showing.keys(matter));
            matter.hasFiles = true;
        }
    }

    private Beside beside(Matter matter, RegisterMatter given, List<PartyId> registered, Receipt receipt) {
        Set<String> words = Words.cut(Registrar.searched(matter));
        return new Beside(Registrar.month(matter.registeredAt), Words.vector(Registrar.numbers(matter), words),
                marks(matter, words), respondents(matter, given),
                doors.queryHash(matter.id, receipt.queryCode()), doors.tokenHash(receipt.token()),
                registered.stream().mapToLong(PartyId::value).toArray(),
                given.parties().stream().map(Participant::role).map(Enum::name).toArray(String[]::new));
    }

    /** None for what is too old to be anybody's twin, as old ledgers are. */
    private long[] marks(Matter matter, Set<String> words) {
        if (tooOld(matter)) {
            return new long[0];
        }
        Matter.Content content = matter.content;
        return TwinMarks.kept(content.lon(), content.lat(), content.category(), content.areaCode(), words);
    }

    private long[] respondents(Matter matter, RegisterMatter given) {
        if (tooOld(matter)) {
            return new long[0];
        }
        return respondentMarks.of(given.parties().stream().filter(one -> one.role() == PartyRole.RESPONDENT)
                .map(one -> one.party().name().text()).toList(), matter.content.areaCode());
    }

    private boolean tooOld(Matter matter) {
        return matter.registeredAt.isBefore(clock.instant().minus(TwinMarks.KEPT));
    }

    private static Registered registered(Matter matter, Receipt receipt) {
        return new Registered(matter.id, matter.code, matter.status, matter.version, receipt);
    }
}
