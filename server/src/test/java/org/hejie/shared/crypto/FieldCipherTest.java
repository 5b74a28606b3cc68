package org.hejie.shared.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class FieldCipherTest {

    private static final byte[] FIRST = secret(1);
    private static final byte[] SECOND = secret(2);
    private static final FieldPlace NAME = new FieldPlace("party.party.name", 7);
    private static final String VALUE = "欧阳某某 11010519491231002X";

    private final FieldCipher cipher = new FieldCipher(new KeyRing(Map.of(1, FIRST)));

    @Test
    void readsWhatItWrote() {
        assertThat(cipher.decrypt(NAME, cipher.encrypt(NAME, VALUE))).isEqualTo(VALUE);
    }

    @Test
    void writesTheSameValueDifferentlyEachTime() {
        assertThat(cipher.encrypt(NAME, VALUE)).isNotEqualTo(cipher.encrypt(NAME, VALUE));
    }

    @Test
    void anyChangedByteIsFound() {
        byte[] envelope = cipher.encrypt(NAME, VALUE);
        for (int i = 0; i < envelope.length; i++) {
            byte[] changed = envelope.clone();
            changed[i] ^= 1;

            assertThatThrownBy(() -> cipher.decrypt(NAME, changed)).as("byte %d", i)
                    .isInstanceOf(UnreadableField.class);
        }
    }

    @Test
    void aShortenedEnvelopeIsFound() {
        byte[] envelope = cipher.encrypt(NAME, VALUE);
        for (int length = 0; length < envelope.length; length++) {
            byte[] cut = Arrays.copyOf(envelope, length);

            assertThatThrownBy(() -> cipher.decrypt(NAME, cut)).as("length %d", length)
                    .isInstanceOf(UnreadableField.class);
        }
    }

    @Test
    void aValueMovedToAnotherRowIsFound() {
        byte[] envelope = cipher.encrypt(NAME, VALUE);

        assertThatThrownBy(() -> cipher.decrypt(new FieldPlace(NAME.column(), 8), envelope))
                .isInstanceOf(UnreadableField.class);
    }

    @Test
    void aValueMovedToAnotherColumnIsFound() {
        byte[] envelope = cipher.encrypt(NAME, VALUE);

        assertThatThrownBy(() -> cipher.decrypt(new FieldPlace("party.party.address", 7), envelope))
                .isInstanceOf(UnreadableField.class);
    }

    @Test
    void theErrorNamesThePlaceAndNotTheValue() {
        byte[] envelope = cipher.encrypt(NAME, VALUE);

        assertThatThrownBy(() -> cipher.decrypt(new FieldPlace(NAME.column(), 8), envelope))
                .hasMessage("party.party.name of row 8 was changed or moved since it was written");
    }

    @Test
    void readsWhatWasWrittenBeforeARotation() {
        byte[] old = cipher.encrypt(NAME, VALUE);
        FieldCipher rotated = new FieldCipher(new KeyRing(Map.of(1, FIRST, 2, SECOND)));

        assertThat(rotated.decrypt(NAME, old)).isEqualTo(VALUE);
        assertThat(rotated.isUnderOldKey(old)).isTrue();
        assertThat(rotated.isUnderOldKey(rotated.encrypt(NAME, VALUE))).isFalse();
    }

    @Test
    void saysWhichKeyIsMissing() {
        byte[] newer = new FieldCipher(new KeyRing(Map.of(1, FIRST, 2, SECOND))).encrypt(NAME, VALUE);

        assertThatThrownBy(() -> cipher.decrypt(NAME, newer)).hasMessageContaining("needs key 2");
    }

    @Test
    void readsBackAnyTextAtAnyPlace() {
        long seed = 20261123;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 2_000; i++) {
            FieldPlace place = new FieldPlace("s.t.c" + random.nextInt(3), random.nextLong());
            String text = random.ints(random.nextInt(200), 0x20, 0xd7ff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();

            assertThat(cipher.decrypt(place, cipher.encrypt(place, text))).as("seed %d, case %d", seed, i)
                    .isEqualTo(text);
        }
    }

    @Test
    void manyThreadsShareOneCipher() throws Exception {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < 8; t++) {
            long row = t;
            threads.add(Thread.ofVirtual().uncaughtExceptionHandler((thread, e) -> failures.add(e)).start(() -> {
                FieldPlace place = new FieldPlace("s.t.c", row);
                for (int i = 0; i < 2_000; i++) {
                    assertThat(cipher.decrypt(place, cipher.encrypt(place, VALUE + i))).isEqualTo(VALUE + i);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
    }

    private static byte[] secret(int fill) {
        byte[] secret = new byte[KeyRing.SECRET_LENGTH];
        Arrays.fill(secret, (byte) fill);
        return secret;
    }
}
