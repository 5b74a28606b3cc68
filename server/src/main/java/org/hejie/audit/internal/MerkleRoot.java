package org.hejie.audit.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.hejie.shared.crypto.Sm3;

/**
 * The root over leaves added one by one, as in RFC 6962, 2.1, with SM3: leaf = SM3(0 | data),
 * node = SM3(1 | left | right). Keeps one hash a level, whatever the number of leaves.
 */
final class MerkleRoot {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private record Subtree(long leaves, byte[] hash) {}

    private final Sm3 sm3 = new Sm3();
    private final Deque<Subtree> left = new ArrayDeque<>();
    private long leaves;

    void add(byte[] data) {
        Subtree tree = new Subtree(1, sm3.add(LEAF).add(data).finish());
        while (!left.isEmpty() && left.peek().leaves() == tree.leaves()) {
            tree = join(left.pop(), tree);
        }
        left.push(tree);
        leaves++;
    }

    long leaves() {
        return leaves;
    }

    /** The root of all leaves added; SM3 of nothing when there is none. No leaf may be added afterwards. */
    byte[] root() {
        if (left.isEmpty()) {
            return sm3.finish();
        }
        Subtree tree = left.pop();
        while (!left.isEmpty()) {
            tree = join(left.pop(), tree);
        }
        return tree.hash();
    }

    private Subtree join(Subtree a, Subtree b) {
        return new Subtree(a.leaves() + b.leaves(), sm3.add(NODE).add(a.hash()).add(b.hash()).finish());
    }
}
