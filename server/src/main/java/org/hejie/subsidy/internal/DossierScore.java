package org.hejie.subsidy.internal;

import java.util.ArrayList;
import java.util.List;
import org.hejie.subsidy.SubsidyClaim.Mark;
import org.jspecify.annotations.Nullable;

/** Points of a dossier, out of 100, each taken away with its reason. */
final class DossierScore {

    private static final int FULL = 100;

    private final List<Mark> marks = new ArrayList<>();

    private DossierScore() {
    }

    /** What is known of a mediation when it is claimed. @param missing names of papers that are needed and not there; @param bound whether a volume is filed */
    record Facts(List<String> missing, boolean bound, boolean late, int sessions, int notReadBack, int defaulted) {
    }

    static DossierScore of(Facts facts, SubsidyRules.Deductions rules) {
        var score = new DossierScore();
        facts.missing().forEach(paper -> score.take(true, "MISSING_PAPER", paper, rules.missingPaper()));
        score.take(!facts.bound(), "NOT_BOUND", null, rules.notBound());
        score.take(facts.late(), "LATE", null, rules.late());
        score.take(facts.sessions() == 0, "NO_SESSION", null, rules.noSession());
        score.take(facts.notReadBack() > 0, "NOT_READ_BACK", Integer.toString(facts.notReadBack()), rules.notReadBack() * facts.notReadBack());
        score.take(facts.defaulted() > 0, "PERFORMED_LATE", Integer.toString(facts.defaulted()), rules.defaulted() * facts.defaulted());
        return score;
    }

    private void take(boolean when, String code, @Nullable String detail, int points) {
        if (when) {
            marks.add(new Mark(code, detail, -points));
        }
    }

    int points() {
        return Math.max(0, FULL + marks.stream().mapToInt(Mark::points).sum());
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }
}
