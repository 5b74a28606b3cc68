package org.hejie.matter.supervision.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.hejie.calendar.Calendars;
import org.hejie.matter.MatterId;
import org.hejie.matter.supervision.CardOrigin;
import org.hejie.matter.supervision.internal.CardRule.When;
import org.hejie.matter.supervision.internal.Findings.Overdue;
import org.hejie.matter.supervision.internal.Triggers.Trigger;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.org.Units;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds what has happened against the rules: a notice or a yellow card is issued to the unit, anything graver is
 * suggested to a person. Each in a transaction of its own; a rule meets one occurrence once.
 */
@Component
class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int BATCH = 100;

    private final SupervisionRules rules;
    private final Findings findings;
    private final Triggers triggers;
    private final CardStore store;
    private final Issuing issuing;
    private final Units units;
    private final Calendars calendars;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Rounds(SupervisionRules rules, Findings findings, Triggers triggers, CardStore store, Issuing issuing, Units units,
            Calendars calendars, Clock clock, PlatformTransactionManager transactions) {
        this.rules = rules;
        this.findings = findings;
        this.triggers = triggers;
        this.store = store;
        this.issuing = issuing;
        this.units = units;
        this.calendars = calendars;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One round over all rules. Answers how many cards and suggestions came of it. */
    int go() {
        if (units.all().isEmpty()) {
            return 0;
        }
        return Actors.as(Actor.system("supervision", List.of(units.county().id().value())), () -> happened() + overdue() + unanswered());
    }

    /** What cannot be reached any more is forgotten; a round cut short finds the rest again, and no rule meets it twice. */
    private int happened() {
        int met = 0;
        List<Trigger> taken;
        do {
            taken = read(() -> triggers.oldest(BATCH));
            for (Trigger trigger : taken) {
                Optional<Facts> facts = read(() -> findings.facts(trigger.matter()));
                for (CardRule rule : rules.now().rules()) {
                    Facts.Hit hit = facts.map(known -> known.against(rule, trigger)).orElse(null);
                    met += hit != null && meet(rule, trigger.matter(), hit.unit(), hit.occurrence(), null) ? 1 : 0;
                }
                transaction.executeWithoutResult(status -> triggers.done(trigger));
            }
        } while (taken.size() == BATCH);
        return met;
    }

    private int overdue() {
        Instant now = clock.instant();
        int met = 0;
        for (CardRule rule : rules.now().on(When.ClockOverdue.class).toList()) {
            var when = (When.ClockOverdue) rule.when();
            for (Overdue late : read(() -> findings.overdue(rule, when, now, BATCH))) {
                boolean longAgo = when.after() == null || !calendars.county().due(late.dueAt(), when.after()).dueAt().isAfter(now);
                met += longAgo && meet(rule, late.matter(), late.unit(), late.occurrence(), null) ? 1 : 0;
            }
        }
        return met;
    }

    private int unanswered() {
        Instant now = clock.instant();
        int met = 0;
        for (CardRule rule : rules.now().on(When.Unanswered.class).toList()) {
            var when = (When.Unanswered) rule.when();
            for (Card card : read(() -> findings.unanswered(rule, when.level(), now, BATCH))) {
                met += meet(rule, card.matter(), card.unit().value(), "card-" + card.id(), card.id()) ? 1 : 0;
            }
        }
        return met;
    }

    private <T> T read(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** Somebody may have moved the matter out of reach meanwhile; then there is nothing to card. */
    private boolean meet(CardRule rule, MatterId matter, long unit, String occurrence, @Nullable Long follows) {
        try {
            return read(() -> met(rule, matter, accountable(unit), occurrence, follows));
        } catch (Problem refused) {
            LOG.info("rule {} on matter {} was refused: {}", rule.code(), matter.value(), refused.getMessage());
            return false;
        }
    }

    private boolean met(CardRule rule, MatterId matter, UnitId unit, String occurrence, @Nullable Long follows) {
        Instant now = clock.instant();
        if (!store.first(matter, rule.code(), occurrence, now)) {
            return false;
        }
        if (rule.level().needsPerson()) {
            store.suggest(matter, unit, rule, follows, now);
        } else {
            issuing.issue(new Issuing.Order(matter, unit, rule.level(), CardOrigin.RULE, rule.code(), rule.name().zh(),
                    rule.required().zh(), null, follows));
        }
        return true;
    }

    /** Where the county itself holds a matter its centre answers for it. */
    private UnitId accountable(long id) {
        Unit unit = units.get(new UnitId(id));
        return unit.kind() == UnitKind.COUNTY || unit.kind() == UnitKind.COMMITTEE ? units.countyCenter().id() : unit.id();
    }
}
