package org.hejie.matter.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hejie.matter.MatterId;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.internal.TwinRows.Part;
import org.hejie.matter.internal.TwinScore.Asked;
import org.hejie.matter.twin.Twin;
import org.hejie.matter.twin.TwinMarks;
import org.hejie.matter.twin.TwinQuestion.Clue;
import org.hejie.matter.twin.TwinQuestion;
import org.hejie.matter.twin.TwinReason;
import org.hejie.matter.twin.Twins;
import org.hejie.party.DocumentKind;
import org.hejie.party.IdentityDocument;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.hejie.party.PhoneNumber;
import org.hejie.party.RefusedValue;
import org.hejie.place.AreaCode;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers candidates by people and by marks, weighs them, and shows the likeliest. */
@Service
class CountyTwins implements Twins {

    private static final Duration BACK = Duration.ofDays(90);
    private static final int SHOWN = 10;
    private static final int COMPARED = 80;
    private static final int APPEARANCES = 40;

    private final TwinRows rows;
    private final TwinPairRows pairs;
    private final RespondentMarks respondentMarks;
    private final MatterLoader loader;
    private final Homes homes;
    private final Parties parties;
    private final Clock clock;

    CountyTwins(TwinRows rows, TwinPairRows pairs, RespondentMarks respondentMarks, MatterLoader loader, Homes homes,
            Parties parties, Clock clock) {
        this.rows = rows;
        this.pairs = pairs;
        this.respondentMarks = respondentMarks;
        this.loader = loader;
        this.homes = homes;
        this.parties = parties;
        this.clock = clock;
    }

    /** Somebody found elsewhere, the part he has in the trouble asked about, and by what he was recognised. */
    private record Known(PartyId party, PartyRole role, TwinReason by) {
    }

    @Override
    @Transactional(readOnly = true)
    public List<Twin> of(TwinQuestion question) {
        List<Known> people = new ArrayList<>();
        question.people().forEach(clue -> {
            found(clue.documentNumber(), number -> parties.findByDocument(
                            new IdentityDocument(DocumentKind.OTHER, number).number()))
                    .forEach(party -> people.add(new Known(party, clue.role(), TwinReason.SAME_DOCUMENT)));
            found(clue.phone(), phone -> parties.findByPhone(new PhoneNumber(phone)))
                    .forEach(party -> people.add(new Known(party, clue.role(), TwinReason.SAME_PHONE)));
        });
        Place place = question.place();
        Set<String> words = Words.cut(List.of(question.title(), question.facts(), place.text() == null ? "" : place.text()));
        String area = area(place);
        long[] respondents = respondentMarks.of(question.people().stream().filter(clue -> clue.role() == PartyRole.RESPONDENT)
                .map(Clue::name).filter(Objects::nonNull).toList(), area);
        return find(new Asked(question.category(), place.lon(), place.lat(), words), area, people, respondents, 0)
                .weighed(rows.points());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Twin> of(MatterId id) {
        return candidates(id).weighed(rows.points());
    }

    /** The twins of a matter by each of these points, in their order; looked for once. */
    List<List<Twin>> by(MatterId id, List<TwinPoints> points) {
        var candidates = candidates(id);
        return points.stream().map(candidates::weighed).toList();
    }

    private Candidates candidates(MatterId id) {
        Matter matter = loader.read(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        Map<PartyId, PartyRole> roles = new HashMap<>();
        rows.partsOf(id.value()).forEach(part -> roles.put(part.party(), part.role()));
        List<Known> people = parties.alike(roles.keySet()).stream()
                .map(alike -> new Known(alike.other(), roles.get(alike.party()),
                        alike.byDocument() ? TwinReason.SAME_DOCUMENT : TwinReason.SAME_PHONE)).toList();
        Matter.Content content = matter.content;
        return find(new Asked(content.category(), content.lon(), content.lat(), Words.cut(Registrar.searched(matter))),
                content.areaCode(), people, rows.respondents(id.value()), id.value());
    }

    /** What may be a twin of what is asked, and the reasons found by people. */
    private record Candidates(Asked asked, List<TwinRows.Row> rows, Map<Long, Set<TwinReason>> found) {

        List<Twin> weighed(TwinPoints points) {
            var score = new TwinScore(points, asked);
            return rows.stream().map(row -> score.of(row, found.get(row.id())))
                    .filter(twin -> twin.score() >= points.shownFrom())
                    .sorted(Comparator.comparingInt(Twin::score).thenComparing(Twin::registeredAt).reversed())
                    .limit(SHOWN)
                    .toList();
        }
    }

    private Candidates find(Asked asked, @Nullable String area, List<Known> people, long[] respondents, long self) {
        Instant since = clock.instant().minus(BACK);
        Map<Long, Set<TwinReason>> found = byPeople(people, since);
        rows.byRespondents(respondents, since).forEach(id ->
                found.computeIfAbsent(id, any -> EnumSet.noneOf(TwinReason.class)).add(TwinReason.SAME_RESPONDENT));
        long[] marks = TwinMarks.asked(asked.lon(), asked.lat(), asked.category(), area, asked.words());
        rows.byMarks(marks, since).forEach(id -> found.putIfAbsent(id, EnumSet.noneOf(TwinReason.class)));
        if (self != 0) {
            found.remove(self);
            found.keySet().removeAll(pairs.decided(self));
        }
        return new Candidates(asked, found.isEmpty() ? List.of()
                : rows.rows(found.keySet().stream().limit(COMPARED).toList(), since), found);
    }

    private Map<Long, Set<TwinReason>> byPeople(List<Known> people, Instant since) {
        Map<Long, Set<TwinReason>> found = new LinkedHashMap<>();
        if (people.isEmpty()) {
            return found;
        }
        for (Part part : rows.parts(people.stream().map(Known::party).distinct().toList(), since)) {
            people.stream().filter(known -> known.party().equals(part.party())).forEach(known ->
                    found.computeIfAbsent(part.matter(), id -> EnumSet.noneOf(TwinReason.class)).add(reason(known, part)));
        }
        return found;
    }

    private static TwinReason reason(Known known, Part part) {
        return known.role() == PartyRole.RESPONDENT && part.role() == PartyRole.RESPONDENT ? TwinReason.SAME_RESPONDENT
                : known.by();
    }

    /** Numbers that are not yet typed to their end find nobody. */
    private static Stream<PartyId> found(@Nullable String number, Function<String, List<PartyId>> search) {
        if (number == null || number.isBlank()) {
            return Stream.empty();
        }
        return unlessRefused(() -> search.apply(number)).stream().limit(APPEARANCES);
    }

    private static List<PartyId> unlessRefused(Supplier<List<PartyId>> search) {
        try {
            return search.get();
        } catch (RefusedValue unfinished) {
            return List.of();
        }
    }

    /** Where it would be at home; a place that cannot be yet says nothing. */
    private @Nullable String area(Place place) {
        try {
            AreaCode area = homes.of(place).area();
            return area == null ? null : area.value();
        } catch (Problem unfinished) {
            return null;
        }
    }
}
