package org.hejie.matter.supervision.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Limit;
import org.hejie.calendar.OutsideCalendar;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.matter.supervision.internal.CardRule.When;
import org.hejie.matter.supervision.internal.PastOccasions.Occasions;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.Trial.TrialLabel;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.hejie.rules.TrialTally;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many cards other rules would have drawn from what happened to the newest matters: each occurrence counts once, as the rounds
 * meet it once. That a card was left unanswered is taken from the cards that were issued; who would have answered others nobody knows.
 */
@Component
class CardTrial {

    private static final TrialLabel NONE = new TrialLabel("不发", "none");
    private static final TrialLabel ALL = new TrialLabel("全部督办单", "all cards");

    private final PastOccasions past;
    private final Calendars calendars;
    private final Clock clock;

    CardTrial(PastOccasions past, Calendars calendars, Clock clock) {
        this.past = past;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** A rule as it is by the rules in force and by the draft; null where it is not there. */
    private record Pair(@Nullable CardRule before, @Nullable CardRule after) {

        TrialLabel name() {
            var rule = after == null ? before : after;
            return rule == null ? NONE : new TrialLabel(rule.name().zh(), rule.name().en());
        }
    }

    @Transactional(readOnly = true)
    Trial run(CardRules inForce, CardRules draft, int most, Consumer<TrialRow> rows) {
        var tally = new TrialTally(rows);
        var pairs = pairs(inForce, draft);
        tally.sum(ALL, 0, 0);
        past.newest(most, matter -> {
            tally.matter(matter.registeredAt());
            pairs.forEach((code, pair) -> compare(tally, code, pair, matter));
        });
        return tally.done();
    }

    private static Map<String, Pair> pairs(CardRules inForce, CardRules draft) {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        inForce.rules().forEach(rule -> pairs.put(rule.code(), new Pair(rule, null)));
        draft.rules().forEach(rule -> pairs.merge(rule.code(), new Pair(null, rule), (old, now) -> new Pair(old.before(), now.after())));
        return pairs;
    }

    private void compare(TrialTally tally, String code, Pair pair, Occasions matter) {
        var before = drawn(pair.before(), matter);
        var after = drawn(pair.after(), matter);
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        tally.sum(ALL, before.size(), after.size());
        tally.sum(pair.name(), before.size(), after.size());
        Set<String> occurrences = new LinkedHashSet<>(before.keySet());
        occurrences.addAll(after.keySet());
        for (var occurrence : occurrences) {
            if (before.get(occurrence) != after.get(occurrence)) {
                tally.otherwise(Aspect.CARD, label(before.get(occurrence), pair), label(after.get(occurrence), pair), matter.id(), code);
            }
        }
    }

    private static TrialLabel label(@Nullable CardLevel level, Pair pair) {
        if (level == null) {
            return NONE;
        }
        String zh = switch (level) {
            case NOTICE -> "提示";
            case YELLOW -> "黄牌";
            case RED -> "红牌";
            case CIRCULAR -> "通报";
        };
        return new TrialLabel(zh + "：" + pair.name().zh(), level.name() + ": " + pair.name().en());
    }

    private Map<String, CardLevel> drawn(@Nullable CardRule rule, Occasions matter) {
        Map<String, CardLevel> drawn = new HashMap<>();
        if (rule != null) {
            occurrences(rule.when(), matter).forEach(occurrence -> drawn.put(occurrence, rule.level()));
        }
        return drawn;
    }

    private List<String> occurrences(When when, Occasions matter) {
        return switch (when) {
            case When.ClockOverdue late -> matter.clocks().stream().filter(run -> late.clocks().contains(run.key()))
                    .filter(run -> late(run.dueAt(), late.after(), run.endedAt())).map(run -> run.key() + "/" + run.run()).toList();
            case When.SignedBySystem _ -> matter.autoSigned();
            case When.Returns many -> counted("return-", many.count(), matter.returns());
            case When.ReturnRefused _ -> matter.returnsRefused();
            case When.Extensions many -> counted("extension-", many.count(), matter.extensions());
            case When.DissatisfiedAfterReopening _ -> counted("reopening-", 1, matter.dissatisfiedAgain());
            case When.NoShow _ -> matter.noShows();
            case When.Unanswered card -> matter.unanswered().getOrDefault(card.level(), List.of());
        };
    }

    private static List<String> counted(String what, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> what + n).toList();
    }

    private boolean late(Instant dueAt, @Nullable Limit after, @Nullable Instant endedAt) {
        try {
            Instant drawnAt = after == null ? dueAt : calendars.county().due(dueAt, after).dueAt();
            return drawnAt.isBefore(endedAt == null ? clock.instant() : endedAt);
        } catch (OutsideCalendar tooLongAgo) {
            return false;
        }
    }
}
