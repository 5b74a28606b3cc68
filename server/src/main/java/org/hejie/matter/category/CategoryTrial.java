package org.hejie.matter.category;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hejie.matter.PastCases.PastCase;
import org.hejie.matter.PastCases;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.Trial.TrialLabel;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.hejie.rules.TrialTally;
import org.hejie.shared.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts the matters of the last twelve months that carry a category the draft renames, retires or marks otherwise. */
@Component
class CategoryTrial {

    private static final int MONTHS = 12;

    private final PastCases cases;
    private final ObjectProvider<RoutingRows> routing;
    private final Clock clock;

    CategoryTrial(PastCases cases, ObjectProvider<RoutingRows> routing, Clock clock) {
        this.cases = cases;
        this.routing = routing;
        this.clock = clock;
    }

    Trial run(CategoryTable inForce, CategoryTable draft, int most, Consumer<TrialRow> rows) {
        Instant since = Times.dateOf(clock.instant()).minusMonths(MONTHS).atStartOfDay(Times.ZONE).toInstant();
        var tally = new TrialTally(rows);
        cases.newest(most, matter -> {
            if (!matter.registeredAt().isBefore(since)) {
                tally.matter(matter.registeredAt());
                noteRows(inForce, draft, matter, tally);
                note(inForce.find(new CategoryCode(matter.category())), draft.find(new CategoryCode(matter.category())), matter,
                        tally);
            }
        });
        return tally.done();
    }

    /** With its successor in its place, rows that match the retired category may match no longer. */
    private void noteRows(CategoryTable inForce, CategoryTable draft, PastCase matter, TrialTally tally) {
        var own = new CategoryCode(matter.category());
        var next = draft.find(own).filter(now -> now.validTo() != null).map(Category::successor).filter(code -> inForce.find(code).isPresent());
        if (next.isEmpty() || inForce.find(own).filter(old -> old.validTo() == null).isEmpty()) {
            return;
        }
        var rows = routing.getObject();
        var lost = new TreeSet<>(rows.matching(matter, own));
        lost.removeAll(rows.matching(matter, next.get()));
        for (var row : lost) {
            tally.otherwise(Aspect.ROUTING_ROW, new TrialLabel("分流规则 " + row, "routing row " + row),
                    new TrialLabel("不再匹配", "matches no longer"), matter.id(), row);
        }
    }

    private static void note(Optional<Category> before, Optional<Category> after, PastCase matter, TrialTally tally) {
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        var old = before.get();
        var now = after.get();
        var from = label(old);
        if (now.validTo() != null && old.validTo() == null) {
            add(tally, Aspect.CATEGORY, from, retired(now), matter);
        } else if (!from.equals(label(now))) {
            add(tally, Aspect.CATEGORY, from, label(now), matter);
        }
        if (old.forcesRiskCheck() != now.forcesRiskCheck()) {
            add(tally, Aspect.RISK_CHECK, riskCheck(old), riskCheck(now), matter);
        }
    }

    private static TrialLabel label(Category category) {
        return new TrialLabel(category.code() + " " + category.zh(), category.code() + " " + category.en());
    }

    private static TrialLabel retired(Category category) {
        return category.successor() == null ? new TrialLabel("停用", "retired")
                : new TrialLabel("停用，改用 " + category.successor(), "retired, " + category.successor() + " in its place");
    }

    private static TrialLabel riskCheck(Category category) {
        return category.forcesRiskCheck() ? new TrialLabel("须评估", "assessed") : new TrialLabel("不强制", "not forced");
    }

    private static void add(TrialTally tally, Aspect aspect, TrialLabel from, TrialLabel to, PastCase matter) {
        tally.otherwise(aspect, from, to, matter.id(), matter.category());
    }
}
