package org.hejie.matter.supervision.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.hejie.shared.crypto.Sm3;

/** Draws lots that anybody with the seed draws again. */
final class Lot {

    /** Kept beside each sample: ids ascending, shuffled from the front by this generator, the first ones taken. */
    static final String METHOD = "ids ascending; L64X128MixRandom(seed); Fisher-Yates from the front; first n";

    private Lot() {
    }

    /** The chosen ids in the order drawn. @param population ascending */
    static List<Long> draw(List<Long> population, int size, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Long> left = new ArrayList<>(population);
        for (int i = 0; i < size; i++) {
            int taken = random.nextInt(i, left.size());
            Long here = left.get(i);
            left.set(i, left.get(taken));
            left.set(taken, here);
        }
        return List.copyOf(left.subList(0, size));
    }

    /** By which a population is recognised. */
    static byte[] digest(List<Long> population) {
        return Sm3.hash(population.stream().map(String::valueOf).collect(Collectors.joining(",")).getBytes(StandardCharsets.UTF_8));
    }
}
