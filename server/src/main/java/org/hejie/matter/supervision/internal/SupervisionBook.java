package org.hejie.matter.supervision.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Limit;
import org.hejie.matter.procedure.Procedures;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.matter.supervision.internal.CardRule.When;
import org.hejie.rules.RuleBook;
import org.hejie.rules.RuleDifference.Kind;
import org.hejie.rules.RuleDifference;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The rules of supervision as a rule set: who issues which level, what draws a card, how much is sampled. */
@Component
class SupervisionBook implements RuleBook {

    private static final RuleSet SET = new RuleSet(RuleKind.SUPERVISION, "supervision");
    /** Any day without holidays near it: limits are only compared. */
    private static final Instant SOME_MONDAY = Instant.parse("2026-06-01T01:00:00Z");

    private final ObjectProvider<Procedures> procedures;
    private final Calendars calendars;
    private final CardTrial trial;

    SupervisionBook(ObjectProvider<Procedures> procedures, Calendars calendars, CardTrial trial) {
        this.procedures = procedures;
        this.calendars = calendars;
        this.trial = trial;
    }

    static String shippedText() {
        try {
            return new ClassPathResource("rules/supervision.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public RuleKind kind() {
        return RuleKind.SUPERVISION;
    }

    @Override
    public List<Shipped> shipped() {
        return List.of(new Shipped(SET, 1, "督办规则", "Supervision rules", shippedText()));
    }

    @Override
    public String numbered(String text, int number) {
        return text.replaceFirst("(?m)^version: *\\d+", "version: " + number);
    }

    @Override
    public List<RuleFinding> check(RuleSet set, String text) {
        CardRules rules;
        try {
            rules = RuleFile.read(text);
        } catch (InvalidRules invalid) {
            return List.of(RuleFinding.error("INVALID", invalid.at(), invalid.zh(), invalid.en()));
        }
        List<RuleFinding> found = new ArrayList<>();
        Set<String> clocks = procedures.getObject().current().stream().flatMap(procedure -> procedure.clocks().keySet().stream())
                .collect(Collectors.toSet());
        rules.on(When.ClockOverdue.class).forEach(rule -> ((When.ClockOverdue) rule.when()).clocks().stream()
                .filter(clock -> !clocks.contains(clock)).forEach(clock -> found.add(RuleFinding.error("CLOCK_UNKNOWN", rule.code(),
                        "没有任何办理程序有时限 " + clock, "No procedure has the clock " + clock))));
        contradictions(rules, found);
        rules.rules().stream().filter(rule -> !rule.verified()).forEach(rule -> found.add(RuleFinding.note("UNVERIFIED", rule.code(),
                "数值尚未核实", "The threshold is not verified yet")));
        return found;
    }

    /** Two rules for the same occasion: the graver must not come before the lighter, and of one level one is enough. */
    private void contradictions(CardRules rules, List<RuleFinding> found) {
        for (var graver : rules.rules()) {
            for (var lighter : rules.rules()) {
                if (graver == lighter || !sameOccasion(graver.when(), lighter.when())) {
                    continue;
                }
                if (graver.level() == lighter.level() && graver.code().compareTo(lighter.code()) < 0) {
                    found.add(RuleFinding.warning("SAME_OCCASION", graver.code(), "与 " + lighter.code() + " 情形和等级相同，会发两张",
                            "The occasion and level of " + lighter.code() + ": two cards would be drawn"));
                }
                if (graver.level().compareTo(lighter.level()) > 0 && comesFirst(graver.when(), lighter.when())) {
                    found.add(RuleFinding.error("GRAVER_FIRST", graver.code(), "等级高于 " + lighter.code() + "，却先于它触发",
                            "Graver than " + lighter.code() + ", and drawn before it"));
                }
            }
        }
    }

    private static boolean sameOccasion(When one, When other) {
        return switch (one) {
            case When.ClockOverdue late -> other instanceof When.ClockOverdue also
                    && late.clocks().stream().anyMatch(also.clocks()::contains);
            case When.Unanswered card -> card.equals(other);
            case When.SignedBySystem _, When.Returns _, When.ReturnRefused _, When.Extensions _, When.DissatisfiedAfterReopening _,
                    When.NoShow _ -> one.getClass() == other.getClass();
        };
    }

    private boolean comesFirst(When one, When other) {
        return switch (one) {
            case When.ClockOverdue late -> after(late.after()).compareTo(after(((When.ClockOverdue) other).after())) < 0;
            case When.Returns many -> many.count() < ((When.Returns) other).count();
            case When.Extensions many -> many.count() < ((When.Extensions) other).count();
            case When.SignedBySystem _, When.ReturnRefused _, When.DissatisfiedAfterReopening _, When.NoShow _, When.Unanswered _ -> false;
        };
    }

    private Duration after(@Nullable Limit limit) {
        return limit == null ? Duration.ZERO : Duration.between(SOME_MONDAY, calendars.county().due(SOME_MONDAY, limit).dueAt());
    }

    @Override
    public List<RuleDifference> differences(RuleSet set, String before, String after) {
        var old = words(before);
        var now = words(after);
        List<RuleDifference> found = new ArrayList<>();
        now.forEach((place, words) -> {
            if (!words.equals(old.get(place))) {
                found.add(new RuleDifference(old.containsKey(place) ? Kind.CHANGED : Kind.ADDED, place, old.get(place), words));
            }
        });
        old.keySet().stream().filter(place -> !now.containsKey(place))
                .forEach(place -> found.add(new RuleDifference(Kind.REMOVED, place, old.get(place), null)));
        return found;
    }

    /** Each part of the rules in words, by its place; empty for a text that cannot be read. */
    private static Map<String, String> words(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        try {
            var rules = RuleFile.read(text);
            Stream.of(CardLevel.values()).forEach(level -> words.put(level.name(),
                    rules.level(level).issuers().stream().map(Enum::name).sorted().collect(Collectors.joining(", "))
                            + "; " + rules.level(level).reply()));
            words.put("sample", rules.sample().share() + " %, ≥ " + rules.sample().atLeast());
            rules.rules().forEach(rule -> words.put(rule.code(), rule.level() + " " + words(rule.when()) + " " + rule.name().zh() + " / "
                    + rule.name().en() + " → " + rule.required().zh() + " / " + rule.required().en()));
        } catch (InvalidRules unreadable) {
            words.clear();
        }
        return words;
    }

    private static String words(When when) {
        return switch (when) {
            case When.ClockOverdue late -> late.clocks() + (late.after() == null ? "" : " + " + late.after());
            case When.Returns many -> "returns ≥ " + many.count();
            case When.Extensions many -> "extensions ≥ " + many.count();
            case When.Unanswered card -> "unanswered " + card.level();
            case When.SignedBySystem _ -> "signed by the system";
            case When.ReturnRefused _ -> "return refused";
            case When.DissatisfiedAfterReopening _ -> "dissatisfied after reopening";
            case When.NoShow _ -> "no-show";
        };
    }

    @Override
    public boolean triable() {
        return true;
    }

    @Override
    public Trial trial(RuleSet set, String before, String draft, int matters, Consumer<TrialRow> rows) {
        return trial.run(RuleFile.read(before), RuleFile.read(draft), matters, rows);
    }
}
