package org.hejie.org.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hejie.org.Actor;
import org.hejie.org.GrantOrder;
import org.hejie.org.GrantOrder.ConnectSystem;
import org.hejie.org.GrantOrder.CoverLeave;
import org.hejie.org.GrantOrder.GivePost;
import org.hejie.org.GrantOrder.HandOverPost;
import org.hejie.org.GrantOrder.LinkIdentity;
import org.hejie.org.GrantOrder.ResetPassword;
import org.hejie.org.GrantOrder.RotateToken;
import org.hejie.org.GrantOrder.SucceedUnits;
import org.hejie.org.GrantRequest;
import org.hejie.org.NewPost;
import org.hejie.org.Post;
import org.hejie.org.Role;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.org.web.GrantView.NamedUnit;
import org.hejie.org.web.GrantView.StaffName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts names to the numbers of a request. */
@Component
class GrantViews {

    private final StaffDirectory directory;
    private final Units units;

    GrantViews(StaffDirectory directory, Units units) {
        this.directory = directory;
        this.units = units;
    }

    GrantView of(GrantRequest request, Actor reader) {
        Shown shown = shown(request.order());
        boolean mine = reader.staffId().filter(request.askedBy()::equals).isPresent();
        return new GrantView(request.id(), shown.kind, request.state(), request.reason(), person(request.askedBy()),
                request.askedAt(), request.expiresAt(), request.decidedBy() == null ? null : person(request.decidedBy()),
                request.decidedAt(), request.opinion(),
                request.order().beneficiary() == null ? null : person(request.order().beneficiary()),
                shown.holder == null ? null : person(shown.holder), shown.role, unit(shown.unit), unit(shown.scope),
                shown.scope == null ? null : below(shown.scope), shown.from, shown.to, shown.on, shown.client, shown.line,
                shown.scopes, shown.issuer, shown.subject, named(shown.units), named(shown.successors), mine,
                request.toBeTaken());
    }

    /** What differs by kind, filled in as far as the kind has it. */
    private static final class Shown {

        private final GrantOrderBody.Kind kind;
        private @Nullable StaffId holder;
        private @Nullable Role role;
        private @Nullable UnitId unit;
        private @Nullable UnitId scope;
        private @Nullable LocalDate from;
        private @Nullable LocalDate to;
        private @Nullable LocalDate on;
        private @Nullable String client;
        private @Nullable LineName line;
        private @Nullable Set<String> scopes;
        private @Nullable String issuer;
        private @Nullable String subject;
        private List<UnitId> units = List.of();
        private List<UnitId> successors = List.of();

        Shown(GrantOrderBody.Kind kind) {
            this.kind = kind;
        }
    }

    private Shown shown(GrantOrder order) {
        return switch (order) {
            case GivePost give -> give(give.post());
            case HandOverPost handover -> {
                Shown shown = ofPost(GrantOrderBody.Kind.HANDOVER, directory.anyPost(handover.post()).orElse(null));
                shown.on = handover.on();
                yield shown;
            }
            case CoverLeave cover -> {
                Shown shown = ofPost(GrantOrderBody.Kind.COVER, directory.anyPost(cover.post()).orElse(null));
                shown.from = cover.cover().from();
                shown.to = cover.cover().to();
                yield shown;
            }
            case ConnectSystem connect -> {
                Shown shown = ofPost(GrantOrderBody.Kind.CLIENT, connect.client().post() == null ? null
                        : directory.anyPost(connect.client().post()).orElse(null));
                shown.client = connect.client().name();
                shown.line = connect.client().line() == null ? null : LineName.of(connect.client().line());
                shown.scopes = connect.client().scopes();
                yield shown;
            }
            case RotateToken rotate -> {
                Shown shown = new Shown(GrantOrderBody.Kind.ROTATION);
                shown.client = Long.toString(rotate.client());
                yield shown;
            }
            case ResetPassword reset -> new Shown(GrantOrderBody.Kind.PASSWORD);
            case LinkIdentity link -> {
                Shown shown = new Shown(GrantOrderBody.Kind.LINK);
                shown.issuer = link.issuer();
                shown.subject = link.subject();
                yield shown;
            }
            case SucceedUnits succeed -> {
                Shown shown = new Shown(GrantOrderBody.Kind.UNITS);
                shown.units = succeed.units();
                shown.successors = succeed.successors();
                shown.on = succeed.on();
                yield shown;
            }
        };
    }

    private Shown give(NewPost post) {
        Shown shown = new Shown(GrantOrderBody.Kind.POST);
        shown.role = post.role();
        shown.unit = post.unit();
        shown.scope = directory.scopeOf(post);
        shown.from = post.from();
        shown.to = post.to();
        return shown;
    }

    private static Shown ofPost(GrantOrderBody.Kind kind, @Nullable Post post) {
        Shown shown = new Shown(kind);
        if (post != null) {
            shown.holder = post.holder();
            shown.role = post.role();
            shown.unit = post.unit();
            shown.scope = post.scopeUnit();
        }
        return shown;
    }

    private int below(UnitId scope) {
        return (int) units.all().stream().filter(one -> !one.id().equals(scope) && units.isWithin(one.id(), scope)).count();
    }

    private StaffName person(StaffId id) {
        return new StaffName(id.value(), directory.displayName(id).orElse(""));
    }

    private @Nullable NamedUnit unit(@Nullable UnitId id) {
        return id == null ? null : units.find(id).map(unit -> new NamedUnit(unit.id().value(), unit.name(), unit.nameEn())).orElse(null);
    }

    private List<NamedUnit> named(List<UnitId> ids) {
        return ids.stream().flatMap(id -> units.find(id).stream())
                .map(unit -> new NamedUnit(unit.id().value(), unit.name(), unit.nameEn())).toList();
    }
}
