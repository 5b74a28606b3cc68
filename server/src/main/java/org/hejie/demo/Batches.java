package org.hejie.demo;

import java.util.ArrayList;
import java.util.List;

/** Cuts a plan into batches of whole days, so that the codes of a day do not depend on which batch is written first. */
final class Batches {

    private static final int LEAST = 300;

    private Batches() {
    }

    /**
     * As equal parts of at most so many, in an order in which parts written at the same time lie far apart in time:
     * they would wait for each other's daily numbers.
     */
    static List<List<Spec>> apart(List<Spec> plan, int largest) {
        int parts = (plan.size() + largest - 1) / largest;
        List<List<Spec>> inOrder = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            inOrder.add(plan.subList(i * largest, Math.min(plan.size(), (i + 1) * largest)));
        }
        int half = (parts + 1) / 2;
        List<List<Spec>> apart = new ArrayList<>(parts);
        for (int i = 0; i < half; i++) {
            apart.add(inOrder.get(i));
            if (half + i < parts) {
                apart.add(inOrder.get(half + i));
            }
        }
        return apart;
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
