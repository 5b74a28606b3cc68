package org.hejie.org.grants;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.ApiClients;
import org.hejie.org.CountySignIn;
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
import org.hejie.org.PasswordResets;
import org.hejie.org.Post;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffRegister;
import org.hejie.org.UnitRegister;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets an approved order take effect, in the name of the server: two people have said so. */
@Component
class GrantEffects {

    /** @param made number of what came of it; null if nothing yet; @param code to be handed over by who approved */
    record Effect(@Nullable Long made, @Nullable String code) {

        private static final Effect NONE = new Effect(null, null);

        static Effect of(long made) {
            return new Effect(made, null);
        }
    }

    private static final Actor SERVER = Actor.system("approved-grant", List.of());

    private final StaffRegister register;
    private final StaffDirectory directory;
    private final ApiClients clients;
    private final PasswordResets resets;
    private final UnitRegister units;
    private final CountySignIn county;
    private final Clock clock;

    GrantEffects(StaffRegister register, StaffDirectory directory, ApiClients clients, PasswordResets resets,
            UnitRegister units, CountySignIn county, Clock clock) {
        this.register = register;
        this.directory = directory;
        this.clients = clients;
        this.resets = resets;
        this.units = units;
        this.county = county;
        this.clock = clock;
    }

    Effect of(GrantOrder order) {
        return switch (order) {
            case GivePost give -> Effect.of(register.grant(SERVER, give.staff(), give.post()).value());
            case HandOverPost handover -> Effect.of(handOver(handover));
            case CoverLeave cover -> Effect.of(register.cover(SERVER, cover.post(), cover.cover()));
            case ConnectSystem connect -> Effect.NONE;
            case RotateToken rotate -> Effect.NONE;
            case ResetPassword reset -> begin(reset);
            case LinkIdentity link -> {
                county.link(SERVER, link);
                yield Effect.NONE;
            }
            case SucceedUnits succeed -> {
                units.succeed(SERVER, succeed);
                yield Effect.NONE;
            }
        };
    }

    /** The token or link, made when it is taken and kept nowhere. */
    Taken take(GrantRequest request) {
        return switch (request.order()) {
            case ConnectSystem connect -> {
                ApiClients.Issued issued = clients.issue(SERVER, connect.client());
                yield new Taken(issued.clientId(), issued.token());
            }
            case RotateToken rotate -> new Taken(rotate.client(), clients.rotate(SERVER, rotate.client()).token());
            case ResetPassword reset -> {
                if (request.made() == null) {
                    throw Problem.of(ProblemType.WRONG_STATE);
                }
                yield new Taken(request.made(), resets.takeLink(SERVER, request.made()));
            }
            case GivePost none -> throw Problem.of(ProblemType.WRONG_STATE);
            case HandOverPost none -> throw Problem.of(ProblemType.WRONG_STATE);
            case CoverLeave none -> throw Problem.of(ProblemType.WRONG_STATE);
            case LinkIdentity none -> throw Problem.of(ProblemType.WRONG_STATE);
            case SucceedUnits none -> throw Problem.of(ProblemType.WRONG_STATE);
        };
    }

    /** What who asked takes. */
    record Taken(long made, String secret) {

        @Override
        public String toString() {
            return "Taken[made=" + made + "]";
        }
    }

    private long handOver(HandOverPost handover) {
        Post post = directory.post(handover.post()).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        new Problem.Fields().reject(post.holder().equals(handover.staff()), "staffId", "IS_THE_HOLDER").done();
        LocalDate on = handover.on() == null ? Times.dateOf(clock.instant()) : handover.on();
        register.endPost(SERVER, post.id(), on);
        return register.grant(SERVER, handover.staff(),
                new NewPost(post.role(), post.unit(), post.scopeUnit(), on, post.to())).value();
    }

    private Effect begin(ResetPassword reset) {
        PasswordResets.Begun begun = resets.begin(SERVER, reset.staff());
        return new Effect(begun.id(), begun.code());
    }
}
