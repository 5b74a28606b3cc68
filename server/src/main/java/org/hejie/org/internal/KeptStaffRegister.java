package org.hejie.org.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hejie.org.Actor;
import org.hejie.org.NewLeaveCover;
import org.hejie.org.NewPost;
import org.hejie.org.NewStaff;
import org.hejie.org.Permission;
import org.hejie.org.Post;
import org.hejie.org.PostId;
import org.hejie.org.StaffChanged;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffMember;
import org.hejie.org.StaffRegister;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks whether the actor may, writes, and tells the audit and the sessions. */
@Service
@Transactional
class KeptStaffRegister implements StaffRegister {

    private final StaffWriter writer;
    private final StaffDirectory directory;
    private final PostRows posts;
    private final PostScopes scopes;
    private final CoverRules covers;
    private final Separation separation;
    private final Ids ids;
    private final Clock clock;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    KeptStaffRegister(StaffWriter writer, StaffDirectory directory, PostRows posts, PostScopes scopes, CoverRules covers,
            Separation separation, Ids ids, Clock clock, AuditLog audit, ApplicationEventPublisher events) {
        this.writer = writer;
        this.directory = directory;
        this.posts = posts;
        this.scopes = scopes;
        this.covers = covers;
        this.separation = separation;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public StaffId add(Actor by, NewStaff staff) {
        return addAll(by, List.of(staff)).getFirst();
    }

    @Override
    public void add(Actor by, StaffId id, NewStaff staff) {
        add(by, Map.of(id, staff));
    }

    @Override
    public List<StaffId> addAll(Actor by, List<NewStaff> staff) {
        Map<StaffId, NewStaff> numbered = new LinkedHashMap<>();
        staff.forEach(one -> numbered.put(new StaffId(ids.next()), one));
        add(by, numbered);
        return List.copyOf(numbered.keySet());
    }

    private void add(Actor by, Map<StaffId, NewStaff> staff) {
        ask(by, Permission.ORG_ADMIN);
        if (staff.values().stream().anyMatch(one -> !one.posts().isEmpty())) {
            server(by);
        }
        List<Post> held = new ArrayList<>();
        staff.forEach((id, one) -> one.posts().forEach(post -> held.add(post(id, post))));
        try {
            writer.addStaff(staff, clock.instant());
        } catch (DuplicateKeyException e) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "USERNAME");
        }
        writer.addPosts(held, granter(by), clock.instant());
        if (by.kind() != Actor.Kind.SYSTEM) {
            staff.keySet().forEach(id -> tell(by, "STAFF_ADDED", id.value()));
        }
    }

    @Override
    public void deactivate(Actor by, StaffId staff) {
        ask(by, Permission.ORG_ADMIN);
        if (by.id() == staff.value()) {
            throw Problem.of(ProblemType.FORBIDDEN, "OWN_ACCOUNT");
        }
        requireAnother(staff);
        if (writer.deactivate(staff, clock.instant())) {
            tell(by, "STAFF_DEACTIVATED", staff.value());
            events.publishEvent(new StaffChanged(staff, true));
        }
    }

    @Override
    public PostId grant(Actor by, StaffId staff, NewPost newPost) {
        server(by);
        directory.find(staff).filter(StaffMember::active).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        Post post = post(staff, newPost);
        separation.check(post);
        writer.addPosts(List.of(post), granter(by), clock.instant());
        tell(by, "POST_GRANTED", staff.value());
        events.publishEvent(new StaffChanged(staff, false));
        return post.id();
    }

    @Override
    public void endPost(Actor by, PostId id, LocalDate on) {
        ask(by, Permission.POST_GRANT);
        Post post = posts.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        new Problem.Fields().reject(!on.isAfter(post.from()), "on", "BEFORE_FROM").done();
        if (by.kind() != Actor.Kind.SYSTEM) {
            separation.requireAnother(post.holder(), List.of(post), on);
        }
        writer.endPost(id, on);
        tell(by, "POST_ENDED", post.holder().value());
        events.publishEvent(new StaffChanged(post.holder(), false));
    }

    @Override
    public long cover(Actor by, PostId id, NewLeaveCover cover) {
        Post post = posts.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        covers.check(by, post, cover.cover());
        long number = ids.next();
        writer.addCover(number, id, cover, granter(by), clock.instant());
        tell(by, "LEAVE_COVERED", cover.cover().value());
        events.publishEvent(new StaffChanged(cover.cover(), false));
        return number;
    }

    @Override
    public void endCover(Actor by, long coverId) {
        CoverRules.Kept kept = covers.find(coverId);
        Post post = posts.find(kept.post()).orElseThrow();
        covers.checkEnder(by, post);
        writer.endCover(coverId, clock.instant());
        tell(by, "LEAVE_COVER_ENDED", kept.cover().value());
        events.publishEvent(new StaffChanged(kept.cover(), false));
    }

    private Post post(StaffId holder, NewPost post) {
        LocalDate from = post.from() == null ? Times.dateOf(clock.instant()) : post.from();
        new Problem.Fields().reject(post.to() != null && !post.to().isAfter(from), "to", "BEFORE_FROM").done();
        return new Post(new PostId(ids.next()), holder, post.role(), post.unit(), scopes.scopeOf(post), from, post.to());
    }

    @Override
    public void lock(Actor by, StaffId staff) {
        if (!by.may(Permission.POST_GRANT)) {
            by.require(Permission.ORG_ADMIN);
        }
        if (by.id() == staff.value()) {
            throw Problem.of(ProblemType.FORBIDDEN, "OWN_ACCOUNT");
        }
        requireAnother(staff);
        if (writer.lock(staff, clock.instant())) {
            tell(by, "STAFF_LOCKED", staff.value());
            events.publishEvent(new StaffChanged(staff, true));
        }
    }

    @Override
    public void unlock(Actor by, StaffId staff) {
        by.require(Permission.ORG_ADMIN);
        directory.find(staff).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        writer.unlock(staff);
        tell(by, "STAFF_UNLOCKED", staff.value());
        events.publishEvent(new StaffChanged(staff, false));
    }

    private void requireAnother(StaffId staff) {
        StaffMember member = directory.find(staff).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        separation.requireAnother(staff, member.posts(), Times.dateOf(clock.instant()));
    }

    /** What opens cases is granted by two people ({@link org.hejie.org.Grants}), and done in the server's name. */
    private static void server(Actor by) {
        if (by.kind() != Actor.Kind.SYSTEM) {
            throw Problem.of(ProblemType.FORBIDDEN, "TWO_PERSONS");
        }
    }

    private static void ask(Actor by, Permission permission) {
        if (by.kind() != Actor.Kind.SYSTEM) {
            by.require(permission);
        }
    }

    private static @Nullable Long granter(Actor by) {
        return by.staffId().map(StaffId::value).orElse(null);
    }

    private void tell(Actor by, String action, long staff) {
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, action).by(by.auditActor()).on("staff", staff));
    }
}
