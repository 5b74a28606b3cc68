package org.hejie.matter.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.document.Documents;
import org.hejie.document.FileId;
import org.hejie.matter.Act;
import org.hejie.matter.ClosingGuard;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterArchived;
import org.hejie.matter.MatterClosed;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.MatterMoved;
import org.hejie.matter.MatterReopened;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.Registered;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door's work: one transaction an act, from loading to the event other modules hear. */
@Service
class CountyMatters implements Matters {

    private final Registrar registrar;
    private final Moves moves;
    private final MatterLoader loader;
    private final MatterStore store;
    private final NewMatters newMatters;
    private final DetailReader details;
    private final LinkRows links;
    private final Doers doers;
    private final Showing showing;
    private final Documents documents;
    private final ObjectProvider<ClosingGuard> closingGuards;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CountyMatters(Registrar registrar, Moves moves, MatterLoader loader, MatterStore store, NewMatters newMatters, DetailReader details,
            LinkRows links, Doers doers, Showing showing, Documents documents, ObjectProvider<ClosingGuard> closingGuards,
            ApplicationEventPublisher events, Clock clock, PlatformTransactionManager transactions) {
        this.registrar = registrar;
        this.moves = moves;
        this.loader = loader;
        this.store = store;
        this.newMatters = newMatters;
        this.details = details;
        this.links = links;
        this.doers = doers;
        this.showing = showing;
        this.documents = documents;
        this.closingGuards = closingGuards;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional
    public Registered register(RegisterMatter given) {
        Matter matter = registrar.begin(given, doers.registering(Actors.current()), clock.instant(), 1);
        return newMatters.save(matter, given);
    }

    @Override
    @Transactional
    public List<Registered> registerAll(List<RegisterMatter> given) {
        Doer doer = doers.registering(Actors.current());
        Instant now = clock.instant();
        List<Matter> begun = new ArrayList<>(given.size());
        for (RegisterMatter one : given) {
            begun.add(registrar.begin(one, doer, now, given.size()));
        }
        return newMatters.saveAll(begun, given);
    }

    @Override
    public List<Problem.FieldError> objections(RegisterMatter given) {
        try {
            registrar.check(given, clock.instant());
            return List.of();
        } catch (Problem refused) {
            return refused.errors();
        }
    }

    @Override
    public Standing act(MatterId id, int seen, Act act) {
        return move(id, seen, act, null);
    }

    @Override
    public Standing actAt(MatterId id, int seen, Act act, Instant trueAt) {
        return move(id, seen, act, trueAt.truncatedTo(ChronoUnit.MILLIS));
    }

    private Standing move(MatterId id, int seen, Act act, @Nullable Instant told) {
        return unlocked(id, seen, act, told).orElseGet(() -> transaction.execute(
                status -> move(loader.forMove(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)), seen, act, told)));
    }

    /**
     * A move of a matter as it is kept here, which only its save holds against the database (ADR 102). Empty when it did not come to
     * that, or came to a refusal: of a matter that may have changed, or that may not be his to see, nothing is told by what is kept.
     */
    private Optional<Standing> unlocked(MatterId id, int seen, Act act, @Nullable Instant told) {
        if (TransactionSynchronizationManager.isActualTransactionActive() || act.action() == MatterAction.CHECK_PASS
                || !act.attachments().isEmpty()) {
            return Optional.empty(); // others go on from the lock in the same transaction
        }
        try {
            return loader.asKept(id).map(matter -> transaction.execute(status -> move(matter, seen, act, told)));
        } catch (Problem | DataIntegrityViolationException refused) {
            return Optional.empty();
        }
    }

    private Standing move(Matter matter, int seen, Act act, @Nullable Instant told) {
        MatterId id = matter.id;
        if (matter.version != seen) {
            throw Problem.of(ProblemType.STALE);
        }
        Instant now = now(matter);
        Instant at = told == null ? now : told;
        MatterStatus from = matter.status;
        if (act.action() == MatterAction.CHECK_PASS) {
            closingGuards.stream().flatMap(guard -> guard.objection(id).stream()).findFirst().ifPresent(objection -> {
                throw Refusal.guarded(objection);
            });
        }
        moves.apply(matter, act, doers.of(Actors.current()), at, now);
        matter.version++;
        attach(matter, act);
        store.update(matter, seen); // first, so that locks are taken in the same order whoever locked it before
        showing.widen(matter, matter.hasFiles);
        events.publishEvent(new MatterMoved(id, matter.code, matter.county, act.action(), from, matter.status,
                matter.leadUnit, at, matter.line, matter.content.outsideNo(), matter.resultKind,
                matter.hasDuplicates));
        tellLasting(matter, act.action(), at);
        return standing(matter);
    }

    /** Now; where the clock has been set back since the matter's last event, the time of that: a history does not go back. */
    private Instant now(Matter matter) {
        Instant now = clock.instant();
        return now.isBefore(matter.lastEventAt) ? matter.lastEventAt : now;
    }

    /** The news that is kept until every module has handled it. */
    private void tellLasting(Matter matter, MatterAction action, Instant at) {
        if (action == MatterAction.CHECK_PASS) {
            events.publishEvent(new MatterClosed(matter.id, matter.code, matter.county, matter.procedure.id(),
                    matter.procedure.version(), matter.redRisk, at));
        } else if (action == MatterAction.REOPEN) {
            events.publishEvent(new MatterReopened(matter.id, matter.code, matter.county, at));
        } else if (action == MatterAction.ARCHIVE) {
            events.publishEvent(new MatterArchived(matter.id, matter.code, matter.county, at));
        }
    }

    private void attach(Matter matter, Act act) {
        if (!act.attachments().isEmpty()) {
            documents.attach(act.attachments().stream().map(attachment -> new FileId(attachment.documentId())).toList(),
                    matter.id.value(), Showing.keys(matter));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MatterDetail> detail(MatterId id) {
        return details.read(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> standing(MatterId id) {
        return loader.read(id).map(CountyMatters::standing);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MatterId> masterOf(MatterId duplicate) {
        return links.master(duplicate);
    }

    @Override
    @Transactional(readOnly = true)
    public List<MergedTwin> mergedInto(MatterId master) {
        return links.mergedInto(master);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<MatterId, Integer> untouched(Collection<MatterId> matters) {
        return store.untouched(matters);
    }

    private static Standing standing(Matter matter) {
        return new Standing(matter.id, matter.code, matter.status, matter.version, matter.visitCount, matter.redRisk);
    }
}
