package org.hejie.matter.supervision.internal;

import java.util.EnumSet;
import java.util.Set;
import org.hejie.matter.supervision.CardDetail.Deed;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.matter.supervision.CardState;
import org.hejie.org.Actor;
import org.hejie.org.Permission;
import org.hejie.org.Role;
import org.springframework.stereotype.Component;

/**
 * Who may do what to a card: who supervises issues, judges and recalls; the unit itself acknowledges and answers.
 * Source: domain.md §4 (the committee issues, reviews, recalls and handles no case itself).
 */
@Component
class CardPowers {

    private static final Set<Permission> WORKING = EnumSet.of(Permission.MATTER_HANDLE, Permission.MATTER_CHECK,
            Permission.MATTER_DISPATCH);

    private final SupervisionRules rules;

    CardPowers(SupervisionRules rules) {
        this.rules = rules;
    }

    boolean mayIssue(Actor actor, CardLevel level) {
        return actor.is(rules.now().level(level).issuers().toArray(Role[]::new));
    }

    /** What of it the actor may do as the card stands. */
    Set<Deed> of(Actor actor, Card card) {
        Set<Deed> may = EnumSet.noneOf(Deed.class);
        Long self = actor.staffId().map(staff -> staff.value()).orElse(null);
        boolean ofUnit = actor.unitId().filter(card.unit()::equals).isPresent() && WORKING.stream().anyMatch(actor::may)
                && (card.issuedBy() == null || !card.issuedBy().equals(self));
        boolean judge = mayIssue(actor, card.level());
        switch (card.state()) {
            case ISSUED -> add(may, ofUnit, Deed.ACKNOWLEDGE);
            case ACKNOWLEDGED, SENT_BACK -> add(may, ofUnit, Deed.REPLY);
            case REPLIED -> {
                boolean other = card.repliedBy() == null || !card.repliedBy().equals(self);
                add(may, judge && other, Deed.ACCEPT);
                add(may, judge && other, Deed.SEND_BACK);
            }
            case ACCEPTED, RECALLED -> { }
        }
        add(may, judge && !card.state().settled(), Deed.RECALL);
        return may;
    }

    /** The states in which the deed is possible at all. */
    static Set<CardState> statesFor(Deed deed) {
        return switch (deed) {
            case ACKNOWLEDGE -> EnumSet.of(CardState.ISSUED);
            case REPLY -> EnumSet.of(CardState.ACKNOWLEDGED, CardState.SENT_BACK);
            case ACCEPT, SEND_BACK -> EnumSet.of(CardState.REPLIED);
            case RECALL -> EnumSet.of(CardState.ISSUED, CardState.ACKNOWLEDGED, CardState.REPLIED, CardState.SENT_BACK);
        };
    }

    private static void add(Set<Deed> may, boolean allowed, Deed deed) {
        if (allowed) {
            may.add(deed);
        }
    }
}
