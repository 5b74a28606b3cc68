package org.hejie.rules.internal;

import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.Permission;
import org.hejie.rules.KeptTrial;
import org.hejie.rules.TriedMatter;
import org.hejie.rules.TriedMatters;
import org.hejie.rules.Trials;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows kept trials to those who decide about their version. */
@Service
@Transactional(readOnly = true)
class KeptTrials implements Trials {

    private final TrialRows rows;
    private final RuleRows versions;
    private final TriedMatters matters;

    KeptTrials(TrialRows rows, RuleRows versions, TriedMatters matters) {
        this.rows = rows;
        this.versions = versions;
        this.matters = matters;
    }

    @Override
    public List<KeptTrial> of(Actor by, long version) {
        requireEither(by, version);
        return rows.of(version);
    }

    @Override
    public KeptTrial trial(Actor by, long id) {
        var trial = rows.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        requireEither(by, trial.version());
        return trial;
    }

    @Override
    public Page<TriedMatter> matters(Actor by, long id, @Nullable Integer group, @Nullable String cursor, int limit) {
        by.require(Permission.MATTER_READ);
        return matters.page(trial(by, id).id(), group, cursor, limit);
    }

    private void requireEither(Actor by, long version) {
        VersionedRules.requireEither(by, versions.find(version).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
    }
}
