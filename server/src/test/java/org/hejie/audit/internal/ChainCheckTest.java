package org.hejie.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hejie.audit.ChainFields;
import org.hejie.audit.ChainHead;
import org.hejie.audit.Fault;
import org.hejie.audit.HashChain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chains 10, 20 and 30 with three rows each, all sealed after their second row. */
class ChainCheckTest {

    private static final String TABLE = "test.event";

    private record Row(long chainId, long seq, byte[] previous, byte[] hash, List<String> fields) {

        ChainFields hashed() {
            ChainFields all = new ChainFields();
            fields.forEach(all::text);
            return all;
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<ChainHead> heads = new ArrayList<>();
    private final List<ChainHead> sealed = new ArrayList<>();

    @BeforeEach
    void threeChains() {
        for (long chain = 10; chain <= 30; chain += 10) {
            byte[] previous = HashChain.origin(TABLE, chain);
            for (long seq = 1; seq <= 3; seq++) {
                List<String> fields = List.of("ACCEPTED", "opinion of row " + seq, "chain " + chain);
                Row draft = new Row(chain, seq, previous, previous, fields);
                byte[] hash = new HashChain().next(previous, chain, seq, draft.hashed());
                rows.add(new Row(chain, seq, previous, hash, fields));
                if (seq == 2) {
                    sealed.add(new ChainHead(chain, seq, hash));
                }
                previous = hash;
            }
            heads.add(new ChainHead(chain, 3, previous));
        }
    }

    @Test
    void anUntouchedHistoryIsSound() {
        assertThat(check()).isNull();
    }

    @Test
    void anyChangedCharacterOfAnyFieldIsNamed() {
        long seed = 42;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 500; i++) {
            int at = random.nextInt(rows.size());
            Row row = rows.get(at);
            List<String> fields = new ArrayList<>(row.fields());
            int field = random.nextInt(fields.size());
            StringBuilder text = new StringBuilder(fields.get(field));
            int character = random.nextInt(text.length());
            text.setCharAt(character, (char) (text.charAt(character) ^ (1 << random.nextInt(5))));
            fields.set(field, text.toString());
            rows.set(at, new Row(row.chainId(), row.seq(), row.previous(), row.hash(), fields));

            assertThat(check()).as("seed %d, case %d", seed, i)
                    .isEqualTo(new Fault(TABLE, row.chainId(), row.seq(), Fault.Kind.CONTENT));
            rows.set(at, row);
        }
    }

    @Test
    void aChangedHashIsNamed() {
        Row row = rows.get(4);
        rows.set(4, new Row(row.chainId(), row.seq(), row.previous(), flipped(row.hash()), row.fields()));

        assertThat(check()).isEqualTo(new Fault(TABLE, 20, 2L, Fault.Kind.CONTENT));
    }

    @Test
    void aChangedLinkIsNamed() {
        Row row = rows.get(4);
        rows.set(4, new Row(row.chainId(), row.seq(), flipped(row.previous()), row.hash(), row.fields()));

        assertThat(check()).isEqualTo(new Fault(TABLE, 20, 2L, Fault.Kind.LINK));
    }

    @Test
    void swappedRowsAreFoundAtTheFirst() {
        Collections.swap(rows, 3, 4);

        assertThat(check()).isEqualTo(new Fault(TABLE, 20, 1L, Fault.Kind.SEQUENCE));
    }

    @Test
    void swappedRowsWithSwappedNumbersAreFoundAtTheFirst() {
        Row first = rows.get(3);
        Row second = rows.get(4);
        rows.set(3, new Row(20, 1, second.previous(), second.hash(), second.fields()));
        rows.set(4, new Row(20, 2, first.previous(), first.hash(), first.fields()));

        assertThat(check()).isEqualTo(new Fault(TABLE, 20, 1L, Fault.Kind.LINK));
    }

    @Test
    void aRowTakenFromTheMiddleIsMissed() {
        rows.remove(4);

        assertThat(check()).isEqualTo(new Fault(TABLE, 20, 2L, Fault.Kind.SEQUENCE));
    }

    @Test
    void aCutTailIsFoundByTheOwnersRow() {
        rows.remove(5);

        assertThat(check()).isEqualTo(new Fault(TABLE, 20, 2L, Fault.Kind.HEAD));
    }

    @Test
    void aCutTailWithTheOwnersRowSetBackIsFoundByTheSeal() {
        rows.remove(5);
        rows.remove(4);
        heads.set(1, new ChainHead(20, 1, rows.get(3).hash()));

        assertThat(check()).isEqualTo(new Fault(TABLE, 20, 2L, Fault.Kind.SEALED_ROW_MISSING));
    }

    @Test
    void aDeletedChainWithItsOwnersRowIsFoundByTheSeal() {
        rows.removeIf(row -> row.chainId() == 20);
        heads.remove(1);

        assertThat(check()).isEqualTo(new Fault(TABLE, 20, 2L, Fault.Kind.SEALED_ROW_MISSING));
    }

    @Test
    void aDeletedLastChainIsFoundByTheSeal() {
        rows.removeIf(row -> row.chainId() == 30);
        heads.remove(2);

        assertThat(check()).isEqualTo(new Fault(TABLE, 30, 2L, Fault.Kind.SEALED_ROW_MISSING));
    }

    @Test
    void aDeletedUnsealedChainIsFoundByTheOwnersRow() {
        rows.removeIf(row -> row.chainId() == 10);
        sealed.clear();

        assertThat(check()).isEqualTo(new Fault(TABLE, 10, null, Fault.Kind.HEAD));
    }

    @Test
    void aChainWithoutAnOwnersRowIsFound() {
        heads.remove(0);

        assertThat(check()).isEqualTo(new Fault(TABLE, 10, 3L, Fault.Kind.HEAD));
    }

    @Test
    void aChainWrittenAnewFromTheStartIsFoundByTheSeal() {
        byte[] previous = HashChain.origin(TABLE, 20);
        for (int i = 3; i < 6; i++) {
            Row forged = new Row(20, i - 2, previous, previous, List.of("FORGED"));
            byte[] hash = new HashChain().next(previous, 20, i - 2, forged.hashed());
            rows.set(i, new Row(20, i - 2, previous, hash, forged.fields()));
            previous = hash;
        }
        heads.set(1, new ChainHead(20, 3, previous));

        assertThat(check()).isEqualTo(new Fault(TABLE, 20, 2L, Fault.Kind.SEALED_ROW_CHANGED));
    }

    private @Nullable Fault check() {
        ChainCheck check = new ChainCheck(TABLE, heads.iterator(), sealed.iterator());
        for (Row row : rows) {
            if (!check.row(row.chainId(), row.seq(), row.previous(), row.hash(), row.hashed())) {
                break;
            }
        }
        return check.finish();
    }

    private static byte[] flipped(byte[] hash) {
        byte[] other = hash.clone();
        other[0] ^= 1;
        return other;
    }
}
