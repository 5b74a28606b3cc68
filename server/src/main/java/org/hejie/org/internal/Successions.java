package org.hejie.org.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.GrantOrder.SucceedUnits;
import org.hejie.org.NewPost;
import org.hejie.org.Post;
import org.hejie.org.StaffRegister;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.springframework.stereotype.Component;

/** Ends units, writes who follows them, and moves the posts. Matters are handed on by the people who dispatch them. */
@Component
class Successions {

    private static final Actor SERVER = Actor.system("unit-succession", List.of());

    private final UnitStore store;
    private final Units units;
    private final PostRows posts;
    private final StaffRegister register;
    private final AuditLog audit;
    private final Clock clock;

    Successions(UnitStore store, Units units, PostRows posts, StaffRegister register, AuditLog audit, Clock clock) {
        this.store = store;
        this.units = units;
        this.posts = posts;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    void make(SucceedUnits order) {
        LocalDate today = Times.dateOf(clock.instant());
        LocalDate on = order.on() == null ? today : order.on();
        check(order, on, today);
        store.end(order.units().stream().map(UnitId::value).toList(), on);
        for (UnitId unit : order.units()) {
            order.successors().forEach(successor -> store.succeed(unit.value(), successor.value(), on, clock.instant()));
            posts.atUnitFrom(unit, on).forEach(post -> move(post, order, on));
            audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, order.successors().size() > 1 ? "UNIT_SPLIT" : "UNIT_MERGED")
                    .by(SERVER.auditActor()).on("unit", unit.value()));
        }
    }

    private void check(SucceedUnits order, LocalDate on, LocalDate today) {
        new Problem.Fields()
                .reject(on.isBefore(today), "on", "PAST")
                .reject(!order.units().stream().allMatch(id -> atWork(id, on) && mayEnd(units.get(id))), "unitIds", "UNKNOWN")
                .reject(!order.successors().stream().allMatch(id -> atWork(id, on)), "successorIds", "UNKNOWN")
                .done();
        boolean alike = order.successors().stream().map(units::get).allMatch(successor ->
                order.units().stream().map(units::get).allMatch(unit -> alike(unit, successor)));
        new Problem.Fields().reject(!alike, "successorIds", "OTHER_KIND").done();
        new Problem.Fields().reject(order.units().stream().map(units::get).anyMatch(unit -> !on.isAfter(unit.from())), "on", "BEFORE_FROM").done();
    }

    private boolean atWork(UnitId id, LocalDate on) {
        return units.find(id).filter(unit -> unit.inForceOn(on)).isPresent();
    }

    private static boolean mayEnd(Unit unit) {
        return unit.kind() != UnitKind.COUNTY && unit.kind() != UnitKind.COUNTY_CENTER;
    }

    private static boolean alike(Unit one, Unit other) {
        return one.kind() == other.kind() || !one.kind().followsPlace() && !other.kind().followsPlace();
    }

    /** After a merge the post goes on at the successor; after a split nobody but people can say where. */
    private void move(Post post, SucceedUnits order, LocalDate on) {
        if (post.from().isBefore(on)) {
            register.endPost(SERVER, post.id(), on);
        } else {
            register.endPost(SERVER, post.id(), post.from().plusDays(1));
        }
        if (order.successors().size() == 1) {
            boolean ownScope = post.unit().equals(post.scopeUnit());
            LocalDate from = post.from().isBefore(on) ? on : post.from();
            register.grant(SERVER, post.holder(), new NewPost(post.role(), order.successors().getFirst(),
                    ownScope ? null : post.scopeUnit(), from, post.to()));
        }
    }
}
