package org.hejie.routing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hejie.matter.category.Categories;
import org.hejie.matter.procedure.Procedures;
import org.hejie.org.Units;
import org.hejie.routing.RoutingSheet.SheetRow;
import org.hejie.routing.RoutingSheet.SheetTable;
import org.hejie.rules.RuleBook;
import org.hejie.rules.RuleDifference;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What routing knows about its decision models. */
@Component
class RoutingBook implements RuleBook {

    static final int SHIPPED_NUMBER = 1;
    private static final RuleSet SET = new RuleSet(RuleKind.ROUTING, "routing");

    private final Categories categories;
    private final Procedures procedures;
    private final Units units;
    private final RoutingTrial trial;
    private final Clock clock;

    RoutingBook(Categories categories, Procedures procedures, Units units, RoutingTrial trial, Clock clock) {
        this.categories = categories;
        this.procedures = procedures;
        this.units = units;
        this.trial = trial;
        this.clock = clock;
    }

    static String shippedText() {
        try {
            return new ClassPathResource("rules/routing.dmn").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public RuleKind kind() {
        return RuleKind.ROUTING;
    }

    @Override
    public List<Shipped> shipped() {
        return List.of(new Shipped(SET, SHIPPED_NUMBER, "分流规则", "Routing rules", shippedText()));
    }

    @Override
    public List<RuleFinding> check(RuleSet set, String text) {
        var reading = DmnSheet.read(text);
        if (reading.sheet().isEmpty()) {
            return reading.findings();
        }
        var findings = new ArrayList<>(new SheetChecker(reading.sheet().get(), categories, procedures, units,
                Times.dateOf(clock.instant())).findings());
        if (findings.stream().noneMatch(RuleFinding::isError)) {
            try {
                if (!new CompiledRules(text, categories).isPlain()) {
                    findings.add(RuleFinding.note("BY_KIE", "", "表格由通用引擎计算，比平常慢约一百倍",
                            "These tables are evaluated by the general engine, about a hundred times slower than usual"));
                }
            } catch (InvalidRules unusable) {
                findings.addFirst(RuleFinding.error("MODEL", "", "决策模型不能使用", "The decision model cannot be used"));
            }
        }
        return findings;
    }

    @Override
    public List<RuleDifference> differences(RuleSet set, String before, String after) {
        var old = DmnSheet.read(before).sheet();
        var now = DmnSheet.read(after).sheet();
        if (old.isEmpty() || now.isEmpty()) {
            return List.of();
        }
        return now.get().tables().stream()
                .flatMap(table -> differences(old.get().table(table.decision()), table).stream()).toList();
    }

    private static List<RuleDifference> differences(SheetTable before, SheetTable after) {
        List<RuleDifference> found = new ArrayList<>();
        var kept = before.rows().stream().map(SheetRow::id).filter(id -> find(after, id) != null).toList();
        var stay = after.rows().stream().map(SheetRow::id).filter(kept::contains).toList();
        for (var row : after.rows()) {
            var old = find(before, row.id());
            if (old == null) {
                found.add(new RuleDifference(RuleDifference.Kind.ADDED, row.id(), null, words(after, row)));
            } else if (!old.equals(row)) {
                found.add(new RuleDifference(RuleDifference.Kind.CHANGED, row.id(), words(before, old), words(after, row)));
            } else if (kept.indexOf(row.id()) != stay.indexOf(row.id())) {
                found.add(new RuleDifference(RuleDifference.Kind.MOVED, row.id(), words(before, old), words(after, row)));
            }
        }
        before.rows().stream().filter(row -> find(after, row.id()) == null)
                .forEach(row -> found.add(new RuleDifference(RuleDifference.Kind.REMOVED, row.id(), words(before, row), null)));
        return found;
    }

    private static @Nullable SheetRow find(SheetTable table, String id) {
        return table.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElse(null);
    }

    /** A row as a sentence: its conditions, its outcome, its reason. */
    private static String words(SheetTable table, SheetRow row) {
        String conditions = IntStream.range(0, table.columns().size()).filter(i -> !row.cells().get(i).equals("-"))
                .mapToObj(i -> table.columns().get(i) + " " + row.cells().get(i)).collect(Collectors.joining("，"));
        return (conditions.isEmpty() ? "-" : conditions) + " → " + row.outcome() + "（" + row.zh() + "）";
    }

    @Override
    public boolean triable() {
        return true;
    }

    @Override
    public Trial trial(RuleSet set, String inForce, String draft, int matters, Consumer<TrialRow> rows) {
        return trial.run(new CompiledRules(inForce, categories), new CompiledRules(draft, categories), matters, rows);
    }
}
