package org.hejie.org.web;

import java.util.ArrayList;
import java.util.List;
import org.hejie.org.GrantRequest;
import org.hejie.org.Grants;
import org.hejie.org.Post;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffMember;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.org.web.GrantView.NamedUnit;
import org.hejie.org.web.GrantView.StaffName;
import org.hejie.org.web.PersonView.PostSeen;
import org.hejie.org.web.PersonView.GrantReason;
import org.springframework.stereotype.Component;

/** Puts together what somebody can see and why. */
@Component
class PersonViews {

    private final StaffDirectory directory;
    private final Grants grants;
    private final Units units;

    PersonViews(StaffDirectory directory, Grants grants, Units units) {
        this.directory = directory;
        this.grants = grants;
        this.units = units;
    }

    PersonView of(StaffMember member) {
        List<Post> posts = new ArrayList<>(member.posts());
        directory.postsOf(member.id()).stream().filter(post -> !post.holder().equals(member.id())).forEach(posts::add);
        return new PersonView(member.id().value(), member.username(), member.displayName(), member.state(),
                member.homeUnit() == null ? null : named(member.homeUnit()),
                posts.stream().map(post -> seen(post, member.id())).toList());
    }

    private PostSeen seen(Post post, StaffId reader) {
        UnitId scope = post.scopeUnit();
        boolean own = post.holder().equals(reader);
        return new PostSeen(post.id().value(), post.role(), named(post.unit()), scope == null ? null : named(scope),
                scope == null ? 0 : below(scope), scope == null ? List.of() : units.former(scope).stream().map(this::named).toList(), post.from(), post.to(), own ? null : person(post.holder()),
                own ? grants.behind(post.id().value()).map(this::why).orElse(null) : null);
    }

    private GrantReason why(GrantRequest request) {
        return new GrantReason(request.id(), person(request.askedBy()), request.decidedBy() == null ? null : person(request.decidedBy()),
                request.decidedAt(), request.reason());
    }

    private int below(UnitId scope) {
        return (int) units.all().stream().filter(one -> !one.id().equals(scope) && units.isWithin(one.id(), scope)).count();
    }

    private NamedUnit named(UnitId id) {
        Unit unit = units.get(id);
        return new NamedUnit(unit.id().value(), unit.name(), unit.nameEn());
    }

    private StaffName person(StaffId id) {
        return new StaffName(id.value(), directory.displayName(id).orElse(""));
    }
}
