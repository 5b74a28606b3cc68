package org.hejie.routing.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A product of sets, one for each dimension: what a row matches, or what is left. Never changed. */
record Box(BitSet[] sides) {

    boolean isEmpty() {
        return Arrays.stream(sides).anyMatch(BitSet::isEmpty);
    }

    Box intersection(Box other) {
        var common = new BitSet[sides.length];
        for (int i = 0; i < sides.length; i++) {
            common[i] = (BitSet) sides[i].clone();
            common[i].and(other.sides[i]);
        }
        return new Box(common);
    }

    boolean isWithin(Box other) {
        for (int i = 0; i < sides.length; i++) {
            var outside = (BitSet) sides[i].clone();
            outside.andNot(other.sides[i]);
            if (!outside.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    boolean touches(Box other) {
        for (int i = 0; i < sides.length; i++) {
            if (!sides[i].intersects(other.sides[i])) {
                return false;
            }
        }
        return true;
    }

    /** What lies in this and not in the other, as boxes that do not overlap. */
    List<Box> without(Box other) {
        if (!touches(other)) {
            return List.of(this);
        }
        List<Box> left = new ArrayList<>();
        var rest = sides.clone();
        for (int i = 0; i < sides.length; i++) {
            var outside = (BitSet) rest[i].clone();
            outside.andNot(other.sides[i]);
            if (!outside.isEmpty()) {
                var piece = rest.clone();
                piece[i] = outside;
                left.add(new Box(piece));
            }
            var inside = (BitSet) rest[i].clone();
            inside.and(other.sides[i]);
            rest[i] = inside;
        }
        return left;
    }
}
