package org.hejie.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Chance from a seed: the same seed throws the same. */
final class Dice {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The dice of one thing: they do not depend on what was thrown for others before. */
    static Dice of(long seed, long... parts) {
        long mixed = seed;
        for (long part : parts) {
            mixed = (mixed ^ part) * MIX;
            mixed ^= mixed >>> 29;
        }
        return new Dice(mixed);
    }

    /** @param share from 0 to 1 */
    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** From the lowest to the highest, both included. */
    int between(int lowest, int highest) {
        return random.nextInt(lowest, highest + 1);
    }

    double fraction() {
        return random.nextDouble();
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    char pick(String characters) {
        return characters.charAt(random.nextInt(characters.length()));
    }

    /** @param cumulated sums of weights, growing; the place of the one hit */
    int weighted(double[] cumulated) {
        double hit = random.nextDouble() * cumulated[cumulated.length - 1];
        int low = 0;
        int high = cumulated.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulated[middle] > hit) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
