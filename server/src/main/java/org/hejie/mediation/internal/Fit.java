package org.hejie.mediation.internal;

import java.util.ArrayList;
import java.util.List;
import org.hejie.mediation.MediatorRow;
import org.hejie.mediation.MediatorSuggestion;
import org.hejie.mediation.MediatorSuggestion.Reason;

/** How well a mediator fits a matter: skill, then nearness, then load. Weights are ours; a person decides. */
final class Fit {

    private static final int SKILL = 40;
    private static final int AT_HOME = 30;
    private static final int IN_COUNTY = 15;
    private static final int LOAD = 20;
    private static final int FILED = 5;
    private static final int FULL = 5;
    private static final int LIGHT = 3;
    private static final int HEAVY = 10;

    private Fit() {
    }

    static MediatorSuggestion of(MediatorRow one, Ground ground, long countyCentre, boolean recused) {
        List<Reason> reasons = new ArrayList<>();
        int score = 0;
        if (recused) {
            reasons.add(Reason.RECUSED);
        }
        if (one.specialties().contains(ground.category().substring(0, 2))) {
            reasons.add(Reason.SPECIALTY);
            score += SKILL;
        }
        long unit = one.committee().unitId();
        if (ground.homeCenter() != null && unit == ground.homeCenter() || unit == ground.homeUnit()) {
            reasons.add(Reason.NEAR);
            score += AT_HOME;
        } else if (unit == countyCentre) {
            reasons.add(Reason.COUNTY_CENTRE);
            score += IN_COUNTY;
        } else {
            reasons.add(Reason.FAR);
        }
        score += Math.max(0, LOAD - 2 * one.load());
        if (one.load() < LIGHT) {
            reasons.add(Reason.LIGHT_LOAD);
        } else if (one.load() >= HEAVY) {
            reasons.add(Reason.HEAVY_LOAD);
        }
        if (one.kind() == MediatorRow.Kind.FULL_TIME) {
            reasons.add(Reason.FULL_TIME);
            score += FULL;
        }
        if (one.filingNo() == null) {
            reasons.add(Reason.NOT_FILED);
        } else {
            score += FILED;
        }
        return new MediatorSuggestion(one, recused ? 0 : score, recused, reasons);
    }
}
