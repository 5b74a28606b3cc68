package org.hejie.place.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shares a number of grids out over villages. */
final class GridQuota {

    private GridQuota() {
    }

    /**
     * Gives every village the least and shares the rest in proportion to the weights; what remains
     * of the fractions goes to the largest ones, the earlier first.
     *
     * @throws IllegalArgumentException if the total is too small to give everyone the least
     */
    static List<Integer> share(int total, int least, List<Double> weights) {
        int rest = total - least * weights.size();
        if (rest < 0) {
            throw new IllegalArgumentException("there are too few grids for the villages");
        }
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        List<Integer> shares = new ArrayList<>();
        List<Integer> byFraction = new ArrayList<>();
        double[] fractions = new double[weights.size()];
        int given = 0;
        for (int i = 0; i < weights.size(); i++) {
            double exact = rest * weights.get(i) / sum;
            int whole = (int) Math.floor(exact);
            fractions[i] = exact - whole;
            shares.add(least + whole);
            byFraction.add(i);
            given += whole;
        }
        byFraction.sort(Comparator.comparingDouble((Integer i) -> fractions[i]).reversed());
        for (int i = 0; i < rest - given; i++) {
            shares.set(byFraction.get(i), shares.get(byFraction.get(i)) + 1);
        }
        return shares;
    }
}
