package org.hejie.matter.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.matter.internal.TwinPairRows.Last;
import org.hejie.matter.link.LinkKind;
import org.hejie.matter.link.NewLink;
import org.hejie.matter.twin.ToldApart;
import org.hejie.matter.twin.TwinPair;
import org.hejie.matter.twin.TwinReview;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.Ids;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps pairs for a person to decide about, and what he decided. */
@Service
class CountyTwinReview implements TwinReview {

    private static final int CAP = 1000;

    private final TwinPairRows pairs;
    private final LinkRows links;
    private final MatterStore store;
    private final Doers doers;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    CountyTwinReview(TwinPairRows pairs, LinkRows links, MatterStore store, Doers doers, AuditLog audit, Ids ids,
            Clock clock) {
        this.pairs = pairs;
        this.links = links;
        this.store = store;
        this.doers = doers;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void lookLater(Collection<MatterId> matters) {
        if (!matters.isEmpty()) {
            pairs.note(matters, clock.instant());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Page<TwinPair> toReview(@Nullable String cursor, int limit, boolean count) {
        List<TwinPair> rows = pairs.undecided(cursor == null ? null : last(cursor), limit + 1);
        return Page.of(rows, limit, last -> Cursor.encode(last.foundAt(), last.matter().id(), last.other().id()),
                count ? total() : null);
    }

    private Page.Total total() {
        long counted = pairs.countUndecided(CAP);
        return new Page.Total(counted, counted >= CAP);
    }

    private static Last last(String cursor) {
        List<String> parts = Cursor.decode(cursor, 3);
        try {
            return new Last(Instant.parse(parts.get(0)), Long.parseLong(parts.get(1)), Long.parseLong(parts.get(2)));
        } catch (DateTimeException | NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }

    @Override
    @Transactional
    public ToldApart tellApart(MatterId one, MatterId other, String reason) {
        Actor actor = mayDecide();
        String why = NewLink.checked(reason);
        if (one.equals(other)) {
            throw Refusal.guarded("LINK_SAME_MATTER");
        }
        requireSeen(one);
        if (!store.visible(other)) {
            throw Problem.field("matterId", "UNKNOWN");
        }
        if (links.linked(LinkKind.DUP, one, other) || links.linked(LinkKind.DUP, other, one)) {
            throw Refusal.guarded("MERGED_ALREADY");
        }
        if (pairs.areToldApart(one.value(), other.value())) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "TOLD_APART");
        }
        Instant now = clock.instant();
        long id = ids.next();
        pairs.tellApart(id, one.value(), other.value(), why, now, doers.of(actor).id());
        pairs.settle(one.value(), other.value(), now);
        audit.record(AuditEntry.of(AuditKind.CHANGE, "TWINS_TOLD_APART").by(actor.auditActor()).on("matter", one.value()));
        return pairs.toldApart(one.value()).stream().filter(row -> row.id() == id).findFirst().orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToldApart> toldApart(MatterId matter) {
        return pairs.toldApart(matter.value());
    }

    @Override
    @Transactional
    public void revoke(MatterId matter, long toldApart) {
        Actor actor = mayDecide();
        requireSeen(matter);
        if (!pairs.revoke(toldApart, matter.value(), clock.instant(), doers.of(actor).id())) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        audit.record(AuditEntry.of(AuditKind.CHANGE, "TWINS_NOT_TOLD_APART").by(actor.auditActor()).on("matter", matter.value()));
    }

    private void requireSeen(MatterId matter) {
        if (!store.visible(matter)) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
    }

    /** Whoever registers, dispatches or handles matters. */
    private static Actor mayDecide() {
        Actor actor = Actors.current();
        if (!actor.may(Permission.MATTER_HANDLE) && !actor.may(Permission.MATTER_REGISTER)) {
            actor.require(Permission.MATTER_DISPATCH);
        }
        return actor;
    }
}
