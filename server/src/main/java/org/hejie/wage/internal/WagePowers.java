package org.hejie.wage.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.wage.WageClaim.Deed;

/** Who may do what on a claim whose matter he sees. Source: domain.md §4 (人社: verify, order, pay-voucher; 检察: clues). */
final class WagePowers {

    private WagePowers() {
    }

    /** @param open whether the matter is being handled; money is recorded after that, too */
    static Set<Deed> of(Actor actor, boolean open) {
        Set<Deed> may = EnumSet.noneOf(Deed.class);
        boolean works = actor.may(Permission.MATTER_HANDLE) || actor.may(Permission.MATTER_DISPATCH);
        if (open && (works || actor.may(Permission.MATTER_REGISTER))) {
            may.add(Deed.RECORD);
        }
        if (open && works) {
            may.add(Deed.VERIFY);
        }
        if (works) {
            may.add(Deed.PAY);
            may.add(Deed.SEND_CLUE);
        }
        if (actor.is(Role.PROCURATOR_POST) || isProcuratorate(actor)) {
            may.add(Deed.ANSWER_CLUE);
        }
        return may;
    }

    /** @throws Problem FORBIDDEN, or RULE_REFUSED where only the end of the matter stands against it */
    static void require(Deed deed, boolean open) {
        Actor actor = Actors.current();
        if (!of(actor, open).contains(deed)) {
            throw of(actor, true).contains(deed) ? Problem.of(ProblemType.RULE_REFUSED, "WAGE_MATTER_ENDED")
                    : Problem.of(ProblemType.FORBIDDEN, "WAGE_" + deed.name());
        }
    }

    /** The procuratorate's own system. */
    private static boolean isProcuratorate(Actor actor) {
        return actor.client() != null && actor.client().scopes().contains("partner:prosecution:submit");
    }

    static long self() {
        Actor actor = Actors.current();
        return actor.staffId().map(StaffId::value).or(() -> Optional.of(actor.id()).filter(id -> isProcuratorate(actor)))
                .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
    }
}
