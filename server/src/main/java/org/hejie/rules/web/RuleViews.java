package org.hejie.rules.web;

import java.time.Instant;
import java.util.List;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.rules.RuleDifference;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleState;
import org.hejie.rules.RuleVersion.TrialMark;
import org.hejie.rules.RuleVersion;
import org.hejie.rules.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Versions as they are shown, with the names of those who worked on them. */
@Component
class RuleViews {

    private final StaffDirectory staff;
    private final Rules rules;

    RuleViews(StaffDirectory staff, Rules rules) {
        this.staff = staff;
        this.rules = rules;
    }

    /**
     * @param mayDraft whether the reader may draft it
     * @param coming approved and not yet in force
     * @param open being written or waiting for the second person
     */
    record Standing(RuleKind kind, String name, String zh, String en, boolean mayDraft, VersionRow inForce, List<VersionRow> coming, List<VersionRow> open) {
    }

    /** @param draftedBy a name; null for what came with the server @param steps who did what and why, in order */
    record VersionRow(long id, RuleKind kind, String name, int number, RuleState state, int revision, @Nullable String draftedBy,
            String reason, @Nullable TrialMark trial, @Nullable Instant effectiveAt, List<StepRow> steps) {
    }

    /** @param by a name; null for the server */
    record StepRow(String action, Instant at, @Nullable String by, @Nullable String note) {
    }

    /**
     * @param text what it says
     * @param mayDraft whether the reader may draft it
     * @param mayApprove whether the reader may approve such rules
     * @param triable whether it is tried on past matters before it is submitted
     * @param findings what is wrong with it
     * @param differences from the version it was drafted from
     */
    record VersionView(VersionRow version, String text, boolean mayDraft, boolean mayApprove, boolean triable, List<RuleFinding> findings, List<RuleDifference> differences) {
    }

    Standing standing(Rules.Standing standing) {
        return new Standing(standing.set().kind(), standing.set().name(), standing.zh(), standing.en(),
                may(standing.set().kind().drafting()), row(standing.inForce()),
                standing.coming().stream().map(this::row).toList(), standing.open().stream().map(this::row).toList());
    }

    VersionRow row(RuleVersion version) {
        return new VersionRow(version.id(), version.set().kind(), version.set().name(), version.number(), version.state(),
                version.revision(), name(version.draftedBy()), version.reason(), version.trial(), version.effectiveAt(),
                version.steps().stream().map(step -> new StepRow(step.action(), step.at(), name(step.by()), step.note())).toList());
    }

    VersionView view(RuleVersion version) {
        return new VersionView(row(version), version.text(), may(version.set().kind().drafting()),
                may(version.set().kind().approving()), rules.triable(version.set().kind()), rules.check(version), rules.differences(version));
    }

    private static boolean may(Permission permission) {
        return Actors.current().may(permission);
    }

    private @Nullable String name(@Nullable Long id) {
        return id == null ? null : staff.displayName(new StaffId(id)).orElse(null);
    }
}
