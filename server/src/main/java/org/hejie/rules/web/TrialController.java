package org.hejie.rules.web;

import java.time.Instant;
import java.util.List;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.rules.KeptTrial;
import org.hejie.rules.Rules;
import org.hejie.rules.Trial.TrialFigure;
import org.hejie.rules.Trial.TrialGroup;
import org.hejie.rules.TriedMatter;
import org.hejie.rules.Trials;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trying versions on past matters, and what their trials showed, for whoever drafts and whoever approves. */
@RestController
@RequestMapping("/api/v1")
class TrialController {

    private static final int MOST_MATTERS = 100_000;

    private final Rules rules;
    private final Trials trials;
    private final StaffDirectory staff;

    TrialController(Rules rules, Trials trials, StaffDirectory staff) {
        this.rules = rules;
        this.trials = trials;
        this.staff = staff;
    }

    /** @param matters how many past matters at most, 1 to 100,000 */
    record Wanted(@Nullable Integer matters) {
    }

    /**
     * @param version the version that was tried
     * @param at when it was done
     * @param by in whose scope, a name
     * @param matters how many were tried, the newest of that scope
     * @param from when the oldest of them was registered; null when there is none
     * @param millis how long it took
     * @param groups what would have gone otherwise, most first
     * @param figures sums, where sums say more than single matters
     */
    record TrialView(long id, long version, Instant at, @Nullable String by, int matters, @Nullable Instant from, long millis,
            List<TrialGroup> groups, List<TrialFigure> figures) {
    }

    record TrialList(List<TrialView> items) {
    }

    /** Tries it on past matters in the reader's scope, and keeps what came of it; nothing else is changed. */
    @PostMapping("/rule-versions/{id}/trials")
    TrialView tryOut(@PathVariable long id, @RequestBody Wanted request) {
        var actor = RuleController.staff();
        int matters = request.matters() == null ? 10_000 : request.matters();
        if (matters < 1 || matters > MOST_MATTERS) {
            throw Problem.field("matters", "RANGE");
        }
        return view(rules.tryOut(actor, id, matters));
    }

    /** What each person's last trial of the present text showed, the newest first. */
    @GetMapping("/rule-versions/{id}/trials")
    TrialList trials(@PathVariable long id) {
        return new TrialList(trials.of(RuleController.staff(), id).stream().map(this::view).toList());
    }

    /** What one of them showed. */
    @GetMapping("/rule-trials/{id}")
    TrialView trial(@PathVariable long id) {
        return view(trials.trial(RuleController.staff(), id));
    }

    /** The matters it counts that lie in the reader's scope; the first page tells how many. */
    @GetMapping("/rule-trials/{id}/matters")
    Page<TriedMatter> matters(@PathVariable long id, @RequestParam @Nullable Integer group, @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return trials.matters(RuleController.staff(), id, group, cursor, Asked.within(limit));
    }

    private TrialView view(KeptTrial kept) {
        var shown = kept.shown();
        return new TrialView(kept.id(), kept.version(), kept.at(), staff.displayName(new StaffId(kept.triedBy())).orElse(null),
                shown.matters(), shown.from(), shown.millis(), shown.groups(), shown.figures());
    }
}
