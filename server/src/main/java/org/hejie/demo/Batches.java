package org.hejie.demo;

import java.util.ArrayList;
import java.util.List;

/** Cuts a plan into batches of whole days, so that the codes of a day do not depend on which batch is written first. */
final class Batches {

    private static final int LEAST = 300;

    private Batches() {
    }

    static List<List<Spec>> byDays(List<Spec> plan) {
        List<List<Spec>> batches = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= plan.size(); i++) {
            boolean dayEnds = i == plan.size() || !plan.get(i).day().equals(plan.get(i - 1).day());
            if (dayEnds && (i - from >= LEAST || i == plan.size())) {
                batches.add(plan.subList(from, i));
                from = i;
            }
        }
        return batches;
    }
}
