package org.hejie.routing.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hejie.matter.procedure.Wording;
import org.hejie.routing.MatchedRule;
import org.hejie.routing.RoutingDecision;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.model.api.Definitions;
import org.kie.internal.io.ResourceFactory;

/**
 * The decision tables, parsed once and evaluated by Apache KIE. Safe for use by many threads.
 *
 * <p>Each table has hit policy RULE ORDER: every row that matches is answered, the first is followed.
 */
final class RoutingTables {

    private final DMNRuntime runtime;
    private final DMNModel model;

    /** @throws InvalidRules when the file is no decision model KIE can use */
    RoutingTables(Resource file) {
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(file))
                .getOrElseThrow(failure -> new InvalidRules(List.of(String.valueOf(failure.getMessage()))));
        model = runtime.getModels().getFirst();
        if (model.hasErrors()) {
            throw new InvalidRules(model.getMessages().stream().map(message -> message.getText()).toList());
        }
    }

    /** @throws InvalidRules when the text is no decision model KIE can use */
    static RoutingTables of(String dmn) {
        var resource = ResourceFactory.newByteArrayResource(dmn.getBytes(StandardCharsets.UTF_8));
        resource.setSourcePath("routing.dmn");
        return new RoutingTables(resource);
    }

    Definitions definitions() {
        return model.getDefinitions();
    }

    /** @throws IllegalStateException when a table has no row for the facts */
    Answer evaluate(Facts facts) {
        var context = runtime.newContext();
        Vocabulary.inputs(facts).forEach(context::set);
        var result = runtime.evaluateAll(model, context);
        var rules = new ArrayList<MatchedRule>();
        for (var decision : RoutingDecision.values()) {
            rules.addAll(matched(result, decision));
        }
        return Answer.of(rules);
    }

    private static List<MatchedRule> matched(DMNResult result, RoutingDecision decision) {
        var rules = new ArrayList<MatchedRule>();
        if (result.getDecisionResultByName(decision.table()).getResult() instanceof List<?> rows) {
            for (var row : rows) {
                if (row instanceof Map<?, ?> cells) {
                    rules.add(new MatchedRule(
                            decision,
                            cell(cells, "规则"),
                            cell(cells, decision.output()),
                            new Wording(cell(cells, "理由"), cell(cells, "Reason")),
                            rules.isEmpty()));
                }
            }
        }
        return rules;
    }

    private static String cell(Map<?, ?> cells, String name) {
        return String.valueOf(cells.get(name));
    }
}
