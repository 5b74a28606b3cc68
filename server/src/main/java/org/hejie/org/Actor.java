package org.hejie.org;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, by which post and with which keys. A member of staff with several posts acts by one of them at a
 * time and holds only that one's key (least privilege).
 *
 * @param kind        what kind of actor
 * @param id          staff number, API client's number, minus the matter's number for a resident, 0 for the system
 * @param displayName shown beside what was done; empty for a resident
 * @param activePost  the post acted by; null for residents, the system, and line clients
 * @param roles       role of that post, {@link Role#LINE_CLIENT} for a line, none for residents and the system
 * @param scopeKeys   what may be seen, see {@link Scope}
 * @param client      what the token allows; null unless an API client
 * @param onBehalfOf  in whose name; null when in one's own
 */
public record Actor(
        Kind kind,
        long id,
        String displayName,
        @Nullable Post activePost,
        Set<Role> roles,
        List<Long> scopeKeys,
        @Nullable ClientRights client,
        @Nullable OnBehalfOf onBehalfOf) {

    /** Kinds of actors. */
    public enum Kind {
        /** 工作人员. */
        STAFF,
        /** A system that holds a token. */
        API_CLIENT,
        /** 群众, at the door of one matter. */
        RESIDENT,
        /** The server itself. */
        SYSTEM
    }

    /** Keeps copies of the sets. */
    public Actor {
        roles = Set.copyOf(roles);
        scopeKeys = List.copyOf(scopeKeys);
    }

    /** A member of staff who acts by a post of his own or by one he covers. Without a post: nothing but his own key. */
    public static Actor staff(StaffId staff, String displayName, @Nullable Post post) {
        OnBehalfOf covered = post == null || post.holder().equals(staff) ? null : new OnBehalfOf(post.unit(), post.holder());
        return new Actor(Kind.STAFF, staff.value(), displayName, post,
                post == null ? Set.of() : Set.of(post.role()), keys(staff, post), null, covered);
    }

    /** The same, with the keys of units that ended and that one of the post's units follows. */
    public static Actor staff(StaffId staff, String displayName, @Nullable Post post, List<UnitId> former) {
        return staff(staff, displayName, post).reaching(former);
    }

    /** The same actor, who also holds the keys of these units. */
    public Actor reaching(List<UnitId> units) {
        if (units.isEmpty()) {
            return this;
        }
        List<Long> keys = new ArrayList<>(scopeKeys);
        units.forEach(unit -> keys.add(unit.value()));
        return new Actor(kind, id, displayName, activePost, roles, keys, client, onBehalfOf);
    }

    /** A system that sends and asks by a source line; sees what carries its unit's key. */
    public static Actor line(long clientId, String name, ClientRights rights) {
        return new Actor(Kind.API_CLIENT, clientId, name, null, Set.of(Role.LINE_CLIENT),
                List.of(rights.unit().value()), rights, null);
    }

    /** A system that acts by a staff post. */
    public static Actor clientOfPost(long clientId, String name, ClientRights rights, Post post) {
        return new Actor(Kind.API_CLIENT, clientId, name, post, Set.of(post.role()), keys(post.holder(), post), rights, null);
    }

    /** The resident at the door of one matter. */
    public static Actor resident(long matterId) {
        return new Actor(Kind.RESIDENT, -matterId, "", null, Set.of(), List.of(-matterId), null, null);
    }

    /** A job of the server that needs these keys. */
    public static Actor system(String name, List<Long> scopeKeys) {
        return new Actor(Kind.SYSTEM, 0, name, null, Set.of(), scopeKeys, null, null);
    }

    /** Whether one of the roles is held. */
    public boolean is(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    /** @throws Problem FORBIDDEN unless one of the roles is held */
    public void require(Role... anyOf) {
        if (!is(anyOf)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
    }

    /** Whether the post allows it. */
    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }

    /** @throws Problem FORBIDDEN unless the post allows it */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
    }

    /** @throws Problem FORBIDDEN unless this is an API client whose token has the scope, e.g. {@code line:12345:submit} */
    public void requireTokenScope(String scope) {
        if (client == null || !client.scopes().contains(scope)) {
            throw Problem.of(ProblemType.FORBIDDEN, Problem.TOKEN_SCOPE);
        }
    }

    /** The staff number, if a member of staff or a client that acts by a staff post. */
    public Optional<StaffId> staffId() {
        return switch (kind) {
            case STAFF -> Optional.of(new StaffId(id));
            case API_CLIENT -> Optional.ofNullable(activePost).map(Post::holder);
            case RESIDENT, SYSTEM -> Optional.empty();
        };
    }

    /** The unit of the active post, or the one an API client belongs to. */
    public Optional<UnitId> unitId() {
        return Optional.ofNullable(activePost).map(Post::unit).or(() -> Optional.ofNullable(client).map(ClientRights::unit));
    }

    /** The scope in which this actor reads and writes. */
    public Scope scope() {
        return new Scope(id, kind == Kind.SYSTEM ? displayName : "", scopeKeys);
    }

    /** The same actor, as the audit names him. */
    public AuditActor auditActor() {
        AuditActor.Kind auditKind = switch (kind) {
            case STAFF -> AuditActor.Kind.STAFF;
            case API_CLIENT -> AuditActor.Kind.API_CLIENT;
            case RESIDENT -> AuditActor.Kind.RESIDENT;
            case SYSTEM -> AuditActor.Kind.SYSTEM;
        };
        return new AuditActor(auditKind, id, onBehalfOf == null ? null : onBehalfOf.unit().value());
    }

    /** The same actor in another's name; the keys stay. Who may is asked of {@link ProxyEntry}. */
    public Actor onBehalfOf(OnBehalfOf other) {
        return new Actor(kind, id, displayName, activePost, roles, scopeKeys, client, other);
    }

    private static List<Long> keys(StaffId staff, @Nullable Post post) {
        List<Long> keys = new ArrayList<>(2);
        if (post != null && post.scopeUnit() != null) {
            keys.add(post.scopeUnit().value());
        }
        keys.add(staff.value());
        return keys;
    }
}
