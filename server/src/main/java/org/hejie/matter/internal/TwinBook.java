package org.hejie.matter.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hejie.matter.twin.TwinReason;
import org.hejie.rules.NewestInForce;
import org.hejie.rules.RuleBook;
import org.hejie.rules.RuleDifference;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.RulesInForce;
import org.hejie.rules.RulesTookEffect;
import org.hejie.rules.SettingRow;
import org.hejie.rules.SettingTable.Known;
import org.hejie.rules.SettingTable;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What speaks for a twin, and how much, as a rule set. */
@Component
class TwinBook implements RuleBook {

    static final RuleSet SET = new RuleSet(RuleKind.TWINS, "twins");
    static final String MEASURE = "points";
    private static final Map<String, Known> KNOWN = Stream.concat(
                    Stream.of(TwinReason.values()).map(Enum::name).map(name -> Map.entry(name, new Known(MEASURE, 0, 100))),
                    Stream.of(TwinPoints.SHOWN_FROM, TwinPoints.KEPT_FROM).map(name -> Map.entry(name, new Known(MEASURE, 1, 100))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final TwinRows rows;
    private final TwinTrial trial;
    private final RulesInForce inForce;
    private final Clock clock;

    TwinBook(TwinRows rows, TwinTrial trial, RulesInForce inForce, Clock clock) {
        this.rows = rows;
        this.trial = trial;
        this.inForce = inForce;
        this.clock = clock;
    }

    @Override
    public RuleKind kind() {
        return RuleKind.TWINS;
    }

    @Override
    public List<Shipped> shipped() {
        return List.of(new Shipped(SET, 1, "疑似重复的分值", "What counts for a twin", SettingTable.write(rows.settings())));
    }

    @Override
    public List<RuleFinding> check(RuleSet set, String text) {
        var found = new ArrayList<>(SettingTable.check(text, KNOWN));
        if (found.stream().noneMatch(RuleFinding::isError)) {
            var points = points(text);
            if (points.keptFrom() < points.shownFrom()) {
                found.addFirst(RuleFinding.error("KEPT_BELOW_SHOWN", TwinPoints.KEPT_FROM, "留待核对的分数低于提示的分数",
                        "Pairs would be kept that are not even shown"));
            }
            int all = points.weights().values().stream().mapToInt(Integer::intValue).sum();
            if (all < points.keptFrom()) {
                found.addFirst(RuleFinding.error("NEVER_REACHED", TwinPoints.KEPT_FROM, "各项相加也达不到，永远不会有疑似重复",
                        "All points together do not reach it: no pair would ever be kept"));
            }
        }
        return found;
    }

    /** @throws IllegalArgumentException when the text has errors */
    static TwinPoints points(String text) {
        return points(SettingTable.read(text).values());
    }

    static TwinPoints points(Collection<SettingRow> settings) {
        Map<String, Integer> read = settings.stream().collect(Collectors.toMap(SettingRow::name, SettingRow::amount));
        Map<TwinReason, Integer> weights = new EnumMap<>(TwinReason.class);
        for (var reason : TwinReason.values()) {
            weights.put(reason, read.get(reason.name()));
        }
        return new TwinPoints(weights, read.get(TwinPoints.SHOWN_FROM), read.get(TwinPoints.KEPT_FROM));
    }

    @Override
    public List<RuleDifference> differences(RuleSet set, String before, String after) {
        return SettingTable.differences(before, after);
    }

    @Override
    public boolean triable() {
        return true;
    }

    @Override
    public Trial trial(RuleSet set, String before, String draft, int matters, Consumer<TrialRow> rows) {
        return trial.run(points(before), points(draft), matters, rows);
    }

    @ApplicationModuleListener
    void on(RulesTookEffect told) {
        if (told.kind() == RuleKind.TWINS) {
            takeEffect();
        }
    }

    /** Puts the version in force in. Pairs found before stay as they are. Safe to run twice. */
    void takeEffect() {
        NewestInForce.of(inForce, SET, clock.instant())
                .ifPresent(version -> rows.put(List.<SettingRow>copyOf(SettingTable.read(version.text()).values())));
    }
}
