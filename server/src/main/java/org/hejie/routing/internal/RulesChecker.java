package org.hejie.routing.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Categories;
import org.hejie.matter.procedure.Procedure;
import org.hejie.matter.procedure.Procedures;
import org.hejie.routing.RoutingDecision;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.HitPolicy;

/** Checks that the tables speak of nothing that does not exist: a misspelt word would never match. */
final class RulesChecker {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private final Definitions definitions;
    private final Map<String, Set<String>> known;
    private final Set<String> procedures;
    private final Set<String> limits;
    private final List<String> findings = new ArrayList<>();

    RulesChecker(Definitions definitions, Categories categories, Procedures procedures) {
        this.definitions = definitions;
        this.procedures = procedures.current().stream()
                .map(procedure -> procedure.id().value()).collect(Collectors.toSet());
        this.limits = procedures.current().stream()
                .map(Procedure::limitKeys).flatMap(Set::stream).collect(Collectors.toSet());
        var named = categories.all().stream()
                .collect(Collectors.partitioningBy(category -> category.code().isLeaf(),
                        Collectors.mapping(Vocabulary::of, Collectors.toSet())));
        this.known = Map.of(
                "大类", named.get(false),
                "小类", named.get(true),
                "来源", words(Arrays.stream(SourceLine.values()), Vocabulary::of),
                "层级", words(Arrays.stream(Level.values()), Level::zh),
                "安全情形", words(Stream.concat(
                        Stream.of(Vocabulary.NO_SAFETY_FACT),
                        Arrays.stream(SafetyFact.values()).map(SafetyFact::zh)), word -> word),
                "已选程序", words(Stream.concat(
                        Stream.of(Vocabulary.NOT_CHOSEN), this.procedures.stream()), word -> word));
    }

    /** @throws InvalidRules naming every rule that speaks of something unknown */
    void check() {
        for (var decision : RoutingDecision.values()) {
            table(decision).ifPresentOrElse(
                    table -> check(decision, table),
                    () -> findings.add("there is no table “" + decision.table() + "”"));
        }
        if (!findings.isEmpty()) {
            throw new InvalidRules(findings);
        }
    }

    private Optional<DecisionTable> table(RoutingDecision decision) {
        return definitions.getDrgElement().stream()
                .filter(element -> element instanceof Decision && element.getName().equals(decision.table()))
                .map(element -> ((Decision) element).getExpression())
                .filter(DecisionTable.class::isInstance)
                .map(DecisionTable.class::cast)
                .findFirst();
    }

    private void check(RoutingDecision decision, DecisionTable table) {
        if (table.getHitPolicy() != HitPolicy.RULE_ORDER) {
            findings.add("table “" + decision.table() + "” must have the hit policy RULE ORDER");
        }
        known.forEach((column, words) -> checkWords(table, column, words));
        var ids = new HashSet<String>();
        for (var rule : table.getRule()) {
            var id = Tables.outcome(table, rule, "规则");
            if (!id.equals(rule.getId()) || !ids.add(id)) {
                findings.add("rule " + rule.getId() + " must show its own number, once");
            }
            var outcome = Tables.outcome(table, rule, decision.output());
            if (!isKnown(decision, outcome)) {
                findings.add("rule " + id + ": “" + outcome + "” is not known");
            }
        }
    }

    private void checkWords(DecisionTable table, String column, Set<String> words) {
        var entries = Tables.entries(table, column);
        for (int i = 0; i < entries.size(); i++) {
            var id = table.getRule().get(i).getId();
            WORD.matcher(entries.get(i)).results()
                    .map(word -> word.group(1))
                    .filter(word -> !words.contains(word))
                    .forEach(word -> findings.add("rule " + id + ": “" + word + "” is no " + column));
        }
    }

    private boolean isKnown(RoutingDecision decision, String outcome) {
        return switch (decision) {
            case PROCEDURE -> procedures.contains(outcome);
            case UNIT -> Vocabulary.target(outcome).isPresent();
            case LIMIT -> limits.contains(outcome);
            case RISK_CHECK -> outcome.equals("true") || outcome.equals("false");
        };
    }

    private static <T> Set<String> words(Stream<T> values, Function<T, String> word) {
        return values.map(word).collect(Collectors.toSet());
    }
}
