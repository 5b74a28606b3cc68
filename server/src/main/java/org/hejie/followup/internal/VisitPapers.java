package org.hejie.followup.internal;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.hejie.dossier.PaperFacts;
import org.hejie.followup.NewVisit;
import org.hejie.followup.Visits;
import org.hejie.matter.Evaluation;
import org.hejie.matter.MatterId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the latest follow-up visit found, for its record. Source: domain.md §2.3 (回访记录). */
@Component
class VisitPapers implements PaperFacts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Visits visits;

    VisitPapers(Visits visits) {
        this.visits = visits;
    }

    @Override
    public Known of(MatterId matter, String paper, @Nullable Long about) {
        return "visit-record".equals(paper) ? visits.of(matter).stream().findFirst().map(made -> told(made.visit())).orElse(Known.NOTHING)
                : Known.NOTHING;
    }

    private static Known told(NewVisit visit) {
        return new Known(Map.of("visitedOn", DAY.format(visit.doneOn()), "satisfied", satisfied(visit.satisfaction()),
                "signs", visit.relapse() ? "纠纷有反复" : "无"), Map.of());
    }

    private static String satisfied(Evaluation said) {
        return switch (said) {
            case SATISFIED -> "满意";
            case FAIRLY -> "基本满意";
            case DISSATISFIED -> "不满意";
        };
    }
}
