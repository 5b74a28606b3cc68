package org.hejie.matter.category;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.matter.PastCases;
import org.hejie.matter.PastCases.PastCase;
import org.hejie.rules.Trial;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.Trial.TrialGroup;
import org.hejie.rules.Trial.TrialLabel;
import org.hejie.rules.Trial.TrialSample;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the matters of the last twelve months that carry a category the draft renames, retires or marks otherwise. */
@Component
class CategoryTrial {

    private static final int SAMPLES = 50;
    private static final int MONTHS = 12;

    private final PastCases cases;
    private final Clock clock;

    CategoryTrial(PastCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    private record Key(Aspect aspect, TrialLabel from, TrialLabel to) {}

    private static final class Tally {
        private int count;
        private final List<TrialSample> samples = new ArrayList<>();
    }

    private static final class Progress {
        private int count;
        private @Nullable Instant oldest;
        private final Map<Key, Tally> tallies = new HashMap<>();
    }

    Trial run(CategoryTable inForce, CategoryTable draft, int most) {
        long begun = System.nanoTime();
        Instant since = Times.dateOf(clock.instant()).minusMonths(MONTHS).atStartOfDay(Times.ZONE).toInstant();
        var progress = new Progress();
        cases.newest(most, matter -> {
            if (!matter.registeredAt().isBefore(since)) {
                progress.count++;
                progress.oldest = matter.registeredAt();
                note(inForce.find(new CategoryCode(matter.category())), draft.find(new CategoryCode(matter.category())), matter,
                        progress.tallies);
            }
        });
        var groups = progress.tallies.entrySet().stream()
                .map(entry -> new TrialGroup(entry.getKey().aspect(), entry.getKey().from(), entry.getKey().to(),
                        entry.getValue().count, entry.getValue().samples))
                .sorted(Comparator.comparing(TrialGroup::aspect).thenComparing(TrialGroup::count, Comparator.reverseOrder())).toList();
        return new Trial(progress.count, progress.oldest, Duration.ofNanos(System.nanoTime() - begun).toMillis(), groups);
    }

    private static void note(Optional<Category> before, Optional<Category> after, PastCase matter, Map<Key, Tally> tallies) {
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        var old = before.get();
        var now = after.get();
        var from = label(old);
        if (now.validTo() != null && old.validTo() == null) {
            add(tallies, new Key(Aspect.CATEGORY, from, retired(now)), matter);
        } else if (!from.equals(label(now))) {
            add(tallies, new Key(Aspect.CATEGORY, from, label(now)), matter);
        }
        if (old.forcesRiskCheck() != now.forcesRiskCheck()) {
            add(tallies, new Key(Aspect.RISK_CHECK, riskCheck(old), riskCheck(now)), matter);
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

    private static void add(Map<Key, Tally> tallies, Key key, PastCase matter) {
        var tally = tallies.computeIfAbsent(key, none -> new Tally());
        tally.count++;
        if (tally.samples.size() < SAMPLES) {
            tally.samples.add(new TrialSample(matter.id(), matter.code(), matter.category()));
        }
    }
}
