package org.hejie.routing.internal;

import java.util.List;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;

/** Reads the cells of decision tables as text. */
final class Tables {

    private Tables() {}

    static List<DecisionTable> of(Definitions definitions) {
        return definitions.getDrgElement().stream()
                .filter(Decision.class::isInstance)
                .map(element -> ((Decision) element).getExpression())
                .filter(DecisionTable.class::isInstance)
                .map(DecisionTable.class::cast)
                .toList();
    }

    /** The entries of an input column, in the order of the rows; none when the table lacks it. */
    static List<String> entries(DecisionTable table, String column) {
        return table.getInput().stream()
                .filter(input -> input.getInputExpression().getText().equals(column))
                .map(input -> table.getInput().indexOf(input))
                .flatMap(index -> table.getRule().stream().map(rule -> rule.getInputEntry().get(index).getText()))
                .map(String::strip)
                .toList();
    }

    /** The outcome a row writes in an output column, without quotation marks. */
    static String outcome(DecisionTable table, DecisionRule rule, String column) {
        for (int i = 0; i < table.getOutput().size(); i++) {
            if (table.getOutput().get(i).getName().equals(column)) {
                var text = rule.getOutputEntry().get(i).getText().strip();
                return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
            }
        }
        throw new InvalidRules(List.of("a table lacks the output “" + column + "”"));
    }
}
