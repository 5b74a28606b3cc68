package org.hejie.referral.internal;

import java.util.EnumSet;
import java.util.Set;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.Role;
import org.hejie.referral.Direction;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.ReferralState;
import org.hejie.referral.ReferralView.Deed;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;

/**
 * Who speaks for the centre and who for a partner. A partner's post and system never answer themselves; where no line exists,
 * the window and the dispatcher enter what the partner's papers say. Source: domain.md §4, §5.4.
 */
final class ReferralPowers {

    private ReferralPowers() {
    }

    static boolean isPartner(Actor actor, PartnerSystem system) {
        return actor.is(post(system)) || actor.client() != null && actor.client().scopes().contains(system.submitScope());
    }

    private static Role post(PartnerSystem system) {
        return switch (system) {
            case COURT -> Role.COURT_POST;
            case POLICE -> Role.POLICE_POST;
            case PETITION -> Role.PETITION_BUREAU;
            case PROSECUTION -> Role.PROCURATOR_POST;
        };
    }

    private static boolean speaksForPartner(Actor actor, PartnerSystem system) {
        return isPartner(actor, system) || actor.is(Role.WINDOW, Role.DISPATCHER);
    }

    private static boolean works(Actor actor, PartnerSystem system) {
        return !isPartner(actor, system) && !actor.is(Role.LINE_CLIENT)
                && (actor.may(Permission.MATTER_HANDLE) || actor.may(Permission.MATTER_DISPATCH) || actor.may(Permission.MATTER_CHECK));
    }

    /** @throws Problem FORBIDDEN unless the actor speaks for the partner */
    static void requirePartner(PartnerSystem system) {
        if (!speaksForPartner(Actors.current(), system)) {
            throw Problem.of(ProblemType.FORBIDDEN, "REFERRAL_PARTNER");
        }
    }

    /** @throws Problem FORBIDDEN unless the actor reads for the partner */
    static void requirePartnerReader(PartnerSystem system) {
        Actor actor = Actors.current();
        boolean reads = actor.client() != null && actor.client().scopes().contains(system.readScope());
        if (!reads && (actor.is(Role.LINE_CLIENT) || !actor.may(Permission.MATTER_READ))) {
            throw Problem.of(ProblemType.FORBIDDEN, "REFERRAL_PARTNER");
        }
    }

    /** @throws Problem FORBIDDEN unless the actor works for the centre */
    static void requireCentre(PartnerSystem system) {
        if (!works(Actors.current(), system)) {
            throw Problem.of(ProblemType.FORBIDDEN, "REFERRAL_CENTRE");
        }
    }

    /** What may be done now. @param extensible whether its kind allows more time and it had none; @param differs whether other content waits */
    static Set<Deed> of(Held one, boolean extensible, boolean differs) {
        Actor actor = Actors.current();
        Set<Deed> may = EnumSet.noneOf(Deed.class);
        boolean in = one.direction() == Direction.IN;
        boolean centre = works(actor, one.system());
        boolean partner = speaksForPartner(actor, one.system());
        boolean signed = one.state() == ReferralState.SIGNED;
        add(may, centre && differs, Deed.SETTLE);
        add(may, in && centre && one.unsigned(), Deed.SIGN, Deed.DECLINE);
        add(may, in && centre && signed, Deed.ANSWER);
        add(may, in && centre && signed && extensible, Deed.EXTEND);
        add(may, one.unsigned() && (in ? partner : centre), Deed.WITHDRAW);
        add(may, in && partner && signed, Deed.CHANGE);
        add(may, !in && partner && one.unsigned(), Deed.PARTNER_SIGN, Deed.PARTNER_DECLINE);
        boolean answers = one.source() == null ? partner : isPartner(actor, one.system()); // a wage clue is answered by the procuratorate alone
        add(may, !in && answers && !one.state().ended(), Deed.PARTNER_ANSWER);
        return may;
    }

    private static void add(Set<Deed> may, boolean allowed, Deed... deeds) {
        if (allowed) {
            may.addAll(Set.of(deeds));
        }
    }
}
