package org.hejie.matter.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterId;
import org.hejie.matter.MatterMoved;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.Matters.Standing;
import org.hejie.matter.internal.LinkRows.Held;
import org.hejie.matter.internal.Merging.Before;
import org.hejie.matter.link.LinkId;
import org.hejie.matter.link.LinkKind;
import org.hejie.matter.link.LinkedMatter;
import org.hejie.matter.link.MatterLinks;
import org.hejie.matter.link.NewLink;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.Ids;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes links and takes them back: one transaction with an event in the history of both matters. A link as duplicate
 * merges, taking it back un-merges. The version of the other matter stays, so that nobody's open page becomes stale by
 * a link.
 */
@Service
class CountyLinks implements MatterLinks {

    private final LinkedPairs pairs;
    private final LinkRows rows;
    private final TwinPairRows found;
    private final Merging merging;
    private final Doers doers;
    private final Ids ids;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CountyLinks(LinkedPairs pairs, LinkRows rows, TwinPairRows found, Merging merging, Doers doers, Ids ids, ApplicationEventPublisher events,
            Clock clock) {
        this.pairs = pairs;
        this.rows = rows;
        this.found = found;
        this.merging = merging;
        this.doers = doers;
        this.ids = ids;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<LinkedMatter> of(MatterId matter) {
        return rows.of(matter);
    }

    @Override
    @Transactional
    public Standing add(MatterId id, int seen, NewLink link) {
        Actor actor = mayLink(link.kind());
        if (id.equals(link.other())) {
            throw Refusal.guarded("LINK_SAME_MATTER");
        }
        LinkedPairs.Pair pair = pairs.load(id, seen, link.other());
        if (!pair.one().county.equals(pair.other().county)) {
            throw Refusal.guarded("LINK_OTHER_COUNTY");
        }
        if (link.kind() == LinkKind.DUP && found.areToldApart(id.value(), link.other().value())) {
            throw Refusal.guarded("TOLD_APART");
        }
        if (rows.linked(link.kind(), id, link.other())) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "LINK");
        }
        if (!link.kind().mutual() && rows.leads(link.kind(), link.other(), id)) {
            throw Refusal.guarded("LINK_CIRCLE");
        }
        if (link.kind() == LinkKind.REOPEN_OF && pair.other().open() && pair.other().closedAt == null) {
            throw Refusal.guarded("LINK_STILL_OPEN");
        }
        Instant now = now(pair);
        MatterStatus from = pair.one().status;
        Before before = link.kind() == LinkKind.DUP ? merging.merge(pair.one(), pair.other(), now) : null;
        var held = new Held(new LinkId(ids.next()), link.kind(), id, link.other(), before);
        Doer doer = doers.of(actor);
        rows.insert(held, link.reason(), now, doer.id());
        found.settle(id.value(), link.other().value(), now);
        MatterAction action = before == null ? MatterAction.LINK : MatterAction.MERGE;
        pairs.save(pair, seen, new LinkedPairs.Happened(action, held, doer, now, link.reason(), from, pair.other().status));
        tell(pair.one(), action, from, now);
        return standing(pair.one());
    }

    @Override
    @Transactional
    public Standing remove(MatterId id, int seen, LinkId link, String reason) {
        Held held = rows.held(link).filter(found -> found.from().equals(id) || found.to().equals(id))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        Actor actor = mayLink(held.kind());
        LinkedPairs.Pair pair = pairs.load(id, seen, held.other(id));
        Instant now = now(pair);
        Doer doer = doers.of(actor);
        MatterStatus one = pair.one().status;
        MatterStatus other = pair.other().status;
        rows.remove(link, reason, now, doer.id());
        boolean merged = held.before() != null;
        if (merged) {
            unmerge(pair, held, actor);
        }
        MatterAction action = merged ? MatterAction.UNMERGE : MatterAction.UNLINK;
        pairs.save(pair, seen, new LinkedPairs.Happened(action, held, doer, now, reason, one, other));
        tell(pair.of(held.from()), action, pair.one().id.equals(held.from()) ? one : other, now);
        return standing(pair.one());
    }

    private void unmerge(LinkedPairs.Pair pair, Held held, Actor actor) {
        Matter twin = pair.of(held.from());
        merging.unmerge(twin, pair.of(held.to()), held.before());
        if (actor.scopeKeys().stream().noneMatch(twin.visibleTo::contains)) {
            throw Refusal.guarded("ROLE"); // who sees it only through its master cannot give it back
        }
        pairs.show(twin);
    }

    /** Whoever works on matters says how they belong together; that they are one, only a dispatcher does. */
    private static Actor mayLink(LinkKind kind) {
        Actor actor = Actors.current();
        if (kind == LinkKind.DUP || !actor.may(Permission.MATTER_HANDLE) && !actor.may(Permission.MATTER_REGISTER)) {
            actor.require(Permission.MATTER_DISPATCH);
        }
        return actor;
    }

    private void tell(Matter matter, MatterAction action, MatterStatus from, Instant at) {
        if (action == MatterAction.MERGE || action == MatterAction.UNMERGE) {
            events.publishEvent(new MatterMoved(matter.id, matter.code, matter.county, action, from, matter.status,
                    matter.leadUnit, at, matter.line, matter.content.outsideNo(), matter.resultKind, matter.hasDuplicates));
        }
    }

    /** Now, though not before the last event of either: a clock set back does not turn a history back. */
    private Instant now(LinkedPairs.Pair pair) {
        return Stream.of(clock.instant(), pair.one().lastEventAt, pair.other().lastEventAt).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Standing standing(Matter one) {
        return new Standing(one.id, one.code, one.status, one.version, one.visitCount, one.redRisk);
    }
}
