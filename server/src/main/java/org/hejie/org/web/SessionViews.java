package org.hejie.org.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.org.Actor;
import org.hejie.org.OnBehalfOf;
import org.hejie.org.OpenSession;
import org.hejie.org.Permission;
import org.hejie.org.Post;
import org.hejie.org.Sessions;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffMember;
import org.hejie.org.Unit;
import org.hejie.org.Units;
import org.hejie.org.web.SessionView.PostView;
import org.hejie.org.web.SessionView.ProxyView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the web client shows of a session. */
@Component
class SessionViews {

    private final StaffDirectory directory;
    private final Units units;
    private final Sessions sessions;

    SessionViews(StaffDirectory directory, Units units, Sessions sessions) {
        this.directory = directory;
        this.units = units;
        this.sessions = sessions;
    }

    SessionView of(OpenSession session, String locale) {
        Actor actor = session.actor();
        StaffId staff = new StaffId(actor.id());
        StaffMember member = directory.find(staff).orElseThrow();
        return new SessionView(staff.value(), member.displayName(), member.username(),
                directory.postsOf(staff).stream().map(post -> view(post, staff)).toList(),
                actor.activePost() == null ? null : actor.activePost().id().value(),
                permissions(actor), locale, sessions.idleTimeout().toSeconds(), proxy(actor.onBehalfOf()),
                session.mustChangePassword());
    }

    private PostView view(Post post, StaffId staff) {
        Unit unit = units.get(post.unit());
        String coveredFor = post.holder().equals(staff) ? null : directory.displayName(post.holder()).orElse(null);
        return new PostView(post.id().value(), post.role(), unit.id().value(), unit.name(), unit.nameEn(),
                post.scopeUnit() == null ? null : post.scopeUnit().value(), coveredFor);
    }

    private static Set<Permission> permissions(Actor actor) {
        return Arrays.stream(Permission.values()).filter(actor::may).collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable ProxyView proxy(@Nullable OnBehalfOf other) {
        return other == null ? null : new ProxyView(other.unit().value(),
                other.staff() == null ? null : directory.displayName(other.staff()).orElse(null));
    }
}
