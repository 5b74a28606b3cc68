package org.hejie.intake.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hejie.document.FileId;
import org.hejie.intake.Submission;
import org.hejie.intake.SubmittedParty;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.SourceLine;
import org.hejie.party.PartyDraft;
import org.hejie.party.PartyKind;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a line sends into what can be registered, and says of each field why it cannot. */
@Component
class Drafts {

    /** 其他: what a line that knows no category means. */
    private static final String OTHER = "9901";
    private static final int SHORT_TITLE = 40;
    private static final int MOST_PARTIES = 200;
    /** The registration's names for fields, and the submission's. */
    private static final Map<String, String> FIELDS = Map.of("categoryCode", "category", "place.text", "place",
            "place.areaCode", "areaCode", "place.gridCode", "gridCode", "place.lon", "lon", "place.lat", "lat");

    private final Matters matters;

    Drafts(Matters matters) {
        this.matters = matters;
    }

    /** @param errors empty when {@code matter} can be registered */
    record Draft(@Nullable RegisterMatter matter, List<FieldError> errors) {
    }

    Draft of(SourceLine line, Submission given, List<FileId> files) {
        List<SubmittedParty> people = given.parties() == null ? List.of() : given.parties();
        if (people.size() > MOST_PARTIES) {
            return new Draft(null, List.of(new FieldError("parties", "TOO_MANY")));
        }
        List<FieldError> errors = new ArrayList<>();
        List<Participant> participants = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            participant(people.get(i), "parties[" + i + "].", participants, errors);
        }
        RegisterMatter matter = matter(line, given, participants, files);
        matters.objections(matter).forEach(error ->
                errors.add(error.at(FIELDS.getOrDefault(error.path(), error.path()))));
        return new Draft(errors.isEmpty() ? matter : null, errors);
    }

    /** The people named in a submission that could be taken. */
    List<Participant> people(Submission given) {
        List<Participant> participants = new ArrayList<>();
        if (given.parties() != null) {
            given.parties().forEach(one -> participant(one, "", participants, new ArrayList<>()));
        }
        return participants;
    }

    private static RegisterMatter matter(SourceLine line, Submission given, List<Participant> participants, List<FileId> files) {
        String facts = given.facts() == null ? "" : given.facts();
        String title = filled(given.title());
        return new RegisterMatter(line, filled(given.outsideNo()),
                given.reportedAt() == null ? null : given.reportedAt().toInstant(), null,
                title == null ? beginning(facts) : title, facts,
                given.category() == null ? OTHER : given.category(), null,
                new Place(filled(given.place()), filled(given.areaCode()), filled(given.gridCode()), given.lon(), given.lat()),
                given.occurredOn(), given.people(), given.amount(), null, participants, null,
                files.stream().map(FileId::value).toList(), null,
                given.safety() == null ? Set.of() : given.safety());
    }

    private static void participant(SubmittedParty given, String path, List<Participant> participants, List<FieldError> errors) {
        var draft = new PartyDraft(given.kind() == null ? PartyKind.PERSON : given.kind(), given.name(), given.documentKind(),
                given.documentNumber(), null, given.phone(), given.address(), null, null, null, Set.of());
        List<FieldError> wrong = draft.errors(path);
        errors.addAll(wrong);
        if (wrong.isEmpty()) {
            participants.add(new Participant(given.role() == null ? PartyRole.REPORTER : given.role(), draft.accept()));
        }
    }

    /** The first sentence, shortened: half the messages of a hotline come without a title. */
    private static String beginning(String facts) {
        String first = facts.strip().split("[。！？!?\\n\\r]", 2)[0].strip();
        int length = Math.min(first.length(), SHORT_TITLE);
        if (length < first.length() && Character.isHighSurrogate(first.charAt(length - 1))) {
            length--;
        }
        return first.isEmpty() ? "—" : first.substring(0, length);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
