package org.hejie.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hejie.shared.crypto.Sm3;
import org.junit.jupiter.api.Test;

class MerkleRootTest {

    @Test
    void isTheTreeOfRfc6962ForEveryNumberOfLeaves() {
        for (int count = 0; count <= 70; count++) {
            List<byte[]> leaves = new ArrayList<>();
            MerkleRoot root = new MerkleRoot();
            for (int i = 0; i < count; i++) {
                leaves.add(new byte[] {(byte) i});
                root.add(leaves.getLast());
            }

            assertThat(root.root()).as("%d leaves", count).isEqualTo(naive(leaves));
        }
    }

    /** RFC 6962, 2.1, written out: split at the largest power of two below the number of leaves. */
    private static byte[] naive(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Sm3.hash(new byte[0]);
        }
        if (leaves.size() == 1) {
            return new Sm3().add(new byte[] {0}).add(leaves.getFirst()).finish();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return new Sm3().add(new byte[] {1})
                .add(naive(leaves.subList(0, split)))
                .add(naive(leaves.subList(split, leaves.size())))
                .finish();
    }
}
