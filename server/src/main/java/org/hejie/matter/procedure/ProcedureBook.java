package org.hejie.matter.procedure;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.hejie.rules.RuleBook;
import org.hejie.rules.RuleDifference;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.springframework.stereotype.Component;

/** What the matter module knows about the texts of procedures, their limits included. */
@Component
class ProcedureBook implements RuleBook {

    private static final Pattern VERSION = Pattern.compile("(?m)^version: *[0-9]+ *$");
    private static final int LONGEST_TEXT = 100_000;

    private final ShippedProcedures shipped;
    private final ProcedureTrial trial;

    ProcedureBook(ShippedProcedures shipped, ProcedureTrial trial) {
        this.shipped = shipped;
        this.trial = trial;
    }

    @Override
    public RuleKind kind() {
        return RuleKind.PROCEDURE;
    }

    @Override
    public List<Shipped> shipped() {
        return shipped.texts().stream()
                .map(text -> ProcedureReader.read(text, HeldRoles.NAMES))
                .sorted(Comparator.comparing(procedure -> procedure.id().value()))
                .map(procedure -> new Shipped(new RuleSet(RuleKind.PROCEDURE, procedure.id().value()), procedure.version(),
                        "程序：" + procedure.name().zh(), "Procedure: " + procedure.name().en(), procedure.source()))
                .toList();
    }

    @Override
    public List<RuleFinding> check(RuleSet set, String text) {
        if (text.length() > LONGEST_TEXT) {
            return List.of(RuleFinding.error("TOO_LONG", "", "文件过长", "The file is too long"));
        }
        try {
            var procedure = ProcedureReader.read(new ProcedureText(set.name(), text), HeldRoles.NAMES);
            if (!procedure.id().value().equals(set.name())) {
                return List.of(RuleFinding.error("OTHER_ID", "id", "id 应为 " + set.name(), "The id must be " + set.name()).atLine(1));
            }
            return List.of();
        } catch (InvalidProcedure invalid) {
            return invalid.findings().stream()
                    .map(finding -> RuleFinding.error("PROCEDURE", finding.path(), finding.zh(), finding.message())
                            .atLine(finding.line()))
                    .toList();
        }
    }

    @Override
    public List<RuleDifference> differences(RuleSet set, String before, String after) {
        return TextLines.differences(before, after);
    }

    @Override
    public boolean triable() {
        return true;
    }

    @Override
    public Trial trial(RuleSet set, String inForce, String draft, int matters, Consumer<TrialRow> rows) {
        return trial.run(ProcedureReader.read(new ProcedureText(set.name(), inForce), HeldRoles.NAMES),
                ProcedureReader.read(new ProcedureText(set.name(), draft), HeldRoles.NAMES), matters, rows);
    }

    @Override
    public String numbered(String text, int number) {
        return VERSION.matcher(text).replaceFirst("version: " + number);
    }
}
