package org.hejie.intake.internal;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hejie.intake.Incoming;
import org.hejie.intake.Submission;
import org.hejie.intake.SubmissionId;
import org.hejie.intake.Submissions;
import org.hejie.intake.Taken;
import org.hejie.intake.internal.Drafts.Draft;
import org.hejie.intake.internal.SubmissionRows.Batch;
import org.hejie.intake.internal.SubmissionRows.NewRow;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.Registered;
import org.hejie.matter.SourceLine;
import org.hejie.matter.twin.TwinReview;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.hejie.shared.Ids;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps, recognises and registers submissions. The unique index on line and number decides between twins. */
@Service
class TakenSubmissions implements Submissions {

    private static final int SHORTEST_KEY = 8;
    private static final int LONGEST_KEY = 100;

    private final Drafts drafts;
    private final SubmissionContent content;
    private final SubmissionRows rows;
    private final Matters matters;
    private final TwinReview twins;
    private final Units units;
    private final TurnedAway away;
    private final Ids ids;
    private final Clock clock;

    TakenSubmissions(Drafts drafts, SubmissionContent content, SubmissionRows rows, Matters matters, TwinReview twins,
            Units units, TurnedAway away, Ids ids, Clock clock) {
        this.drafts = drafts;
        this.content = content;
        this.rows = rows;
        this.matters = matters;
        this.twins = twins;
        this.units = units;
        this.away = away;
        this.ids = ids;
        this.clock = clock;
    }

    /** One that can be registered, and its place in the order. */
    private record Candidate(int index, Submission submission, RegisterMatter matter, NewRow row) {
    }

    @Override
    @Transactional
    public List<Taken> take(SourceLine line, Origin origin, List<Incoming> incoming) {
        return take(line, origin, incoming, Turn.first());
    }

    /** As above, each step in its turn. Ends with all chunks before committed. */
    @Transactional
    public List<Taken> take(SourceLine line, Origin origin, List<Incoming> incoming, Turn turn) {
        Batch batch = batch(line, origin, Actors.current());
        Taken[] taken = new Taken[incoming.size()];
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < incoming.size(); i++) {
            Incoming one = incoming.get(i);
            Draft draft = drafts.of(line, one.submission(), one.files());
            if (draft.matter() != null && keyFits(one.clientKey())) {
                candidates.add(new Candidate(i, one.submission(), draft.matter(), row(one, draft.matter().outsideNo())));
            } else {
                taken[i] = new Taken.Refused(draft.errors().isEmpty()
                        ? List.of(new FieldError("Idempotency-Key", "LENGTH")) : draft.errors());
            }
        }
        turn.awaitReceiving();
        Set<Long> free = candidates.isEmpty() ? Set.of() : rows.receive(batch, candidates.stream().map(Candidate::row).toList());
        turn.received();
        settle(candidates.stream().filter(one -> free.contains(one.row().id().value())).toList(), taken);
        turn.awaitFinishing();
        candidates.stream().filter(one -> !free.contains(one.row().id().value()))
                .forEach(one -> taken[one.index()] = known(batch, one));
        count(line, origin, incoming, taken);
        return Arrays.asList(taken);
    }

    /** For the reconciliation. A resident who mistypes has no number that could be missing. */
    private void count(SourceLine line, Origin origin, List<Incoming> incoming, Taken[] taken) {
        if (origin.channel() == Channel.RESIDENT) {
            return;
        }
        List<Unreadable> refused = new ArrayList<>();
        List<Unreadable> repeated = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            String number = incoming.get(i).submission().outsideNo();
            switch (taken[i]) {
                case Taken.Refused(List<FieldError> errors) -> refused.add(new Unreadable(number, errors));
                case Taken.Registered registered when registered.repeated() -> repeated.add(new Unreadable(number, List.of()));
                case Taken.Registered registered -> { }
                case Taken.Conflict() -> { }
            }
        }
        away.note(line, TurnedAway.Kind.REFUSED, refused);
        away.note(line, TurnedAway.Kind.REPEATED, repeated);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, MatterId> known(SourceLine line, Collection<String> outsideNos) {
        return outsideNos.isEmpty() ? Map.of() : rows.matters(line, outsideNos);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> asItCame(SourceLine line, String outsideNo) {
        return rows.registered(line, outsideNo).map(one -> content.open(one.id(), one.content()));
    }

    @Override
    @Transactional
    public void turnAway(SourceLine line, List<Unreadable> unreadable) {
        away.note(line, TurnedAway.Kind.REFUSED, unreadable);
    }

    private void settle(List<Candidate> fresh, Taken[] taken) {
        if (fresh.isEmpty()) {
            return;
        }
        List<Registered> registered = register(fresh.stream().map(Candidate::matter).toList());
        rows.registered(fresh.stream().map(one -> one.row().id()).toList(), registered);
        twins.lookLater(registered.stream().map(Registered::id).toList());
        for (int i = 0; i < fresh.size(); i++) {
            taken[fresh.get(i).index()] = new Taken.Registered(fresh.get(i).row().id(), registered.get(i).id(),
                    registered.get(i).code().value(), false);
        }
    }

    private List<Registered> register(List<RegisterMatter> fresh) {
        return fresh.size() == 1 ? List.of(matters.register(fresh.getFirst())) : matters.registerAll(fresh);
    }

    /** What is known already: the same, or a conflict that is kept. A holder out of scope tells nothing of itself. */
    private Taken known(Batch batch, Candidate one) {
        NewRow row = one.row();
        return rows.holding(batch, row)
                .filter(holder -> MessageDigest.isEqual(holder.hash(), row.hash()))
                .<Taken>map(holder -> new Taken.Registered(holder.id(), holder.matter(), holder.code(), true))
                .orElseGet(() -> {
                    rows.conflict(batch, row, content.sealReading(row.id(), one.submission()));
                    return new Taken.Conflict();
                });
    }

    private NewRow row(Incoming one, @Nullable String outsideNo) {
        var id = new SubmissionId(ids.next());
        return new NewRow(id, outsideNo, one.clientKey(), content.seal(id, one.asItCame()),
                content.hash(one.submission()), one.row());
    }

    private Batch batch(SourceLine line, Origin origin, Actor actor) {
        Set<Long> keys = new TreeSet<>(actor.scopeKeys());
        keys.add(units.county().id().value());
        units.ofLine(line.digit()).ifPresent(unit -> keys.add(unit.id().value()));
        return new Batch(line, origin, actor.id(), clock.instant(), keys.stream().mapToLong(Long::longValue).toArray());
    }

    private static boolean keyFits(@Nullable String key) {
        return key == null || key.length() >= SHORTEST_KEY && key.length() <= LONGEST_KEY;
    }
}
