package org.hejie.shared.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class Sm4GcmTest {

    private static final byte[] KEY = bytes("0123456789abcdeffedcba9876543210");
    private static final byte[] NONCE = bytes("00001234567800000000abcd");
    private static final byte[] CONTEXT = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    private static final byte[] PLAIN = bytes("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
            + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    private static final byte[] SEALED = bytes("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
            + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d" + "83de3541e4c2b58177e065a9bf7b62ec");

    private final Sm4Gcm cipher = new Sm4Gcm(KEY);

    /** GB/T 32907-2016, appendix A.1. */
    @Test
    void theBlockCipherGivesTheExampleOfTheStandard() {
        assertThat(new Sm4Counter(KEY).block(KEY)).isEqualTo(bytes("681edf34d206965e86b3e94f536e4246"));
    }

    /** GB/T 32907-2016, appendix A.2. */
    @Test
    void theBlockCipherGivesTheExampleOfTheStandardAMillionTimesOver() {
        var million = new Sm4Counter(KEY);
        byte[] block = KEY;
        for (int i = 0; i < 1_000_000; i++) {
            block = million.block(block);
        }

        assertThat(block).isEqualTo(bytes("595298c7c6fd271f0402f804c33d3f66"));
    }

    /** Of every length up to some blocks, and of one that is long. */
    @Test
    void sealsAsAnotherLibraryDoes() throws Exception {
        var random = new Random(20_261_128);
        for (int length : IntStream.concat(IntStream.range(0, 150), IntStream.of(100_003)).toArray()) {
            byte[] key = drawn(random, 16);
            byte[] nonce = drawn(random, 12);
            byte[] context = drawn(random, length % 37);
            byte[] plain = drawn(random, length);
            byte[] sealed = new Sm4Gcm(key).seal(nonce, context, plain);

            assertThat(sealed).isEqualTo(sealedByBouncyCastle(key, nonce, context, plain));
            byte[] behind = Arrays.copyOf(new byte[14], 14 + sealed.length);
            System.arraycopy(sealed, 0, behind, 14, sealed.length);
            assertThat(new Sm4Gcm(key).open(nonce, context, behind, 14)).isEqualTo(plain);
        }
    }

    private static byte[] sealedByBouncyCastle(byte[] key, byte[] nonce, byte[] context, byte[] plain) throws Exception {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(true, new AEADParameters(new KeyParameter(key), 128, nonce, context));
        byte[] out = new byte[cipher.getOutputSize(plain.length)];
        int written = cipher.processBytes(plain, 0, plain.length, out, 0);
        cipher.doFinal(out, written);
        return out;
    }

    private static byte[] drawn(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void refusesAnotherContextAnotherNonceAndHalfATag() {
        byte[] half = Arrays.copyOf(SEALED, SEALED.length - 8);
        assertThatThrownBy(() -> cipher.open(NONCE, new byte[0], SEALED, 0)).isInstanceOf(Sm4Gcm.TagMismatch.class);
        assertThatThrownBy(() -> cipher.open(new byte[12], CONTEXT, SEALED, 0)).isInstanceOf(Sm4Gcm.TagMismatch.class);
        assertThatThrownBy(() -> cipher.open(NONCE, CONTEXT, half, 0)).isInstanceOf(Sm4Gcm.TagMismatch.class);
        assertThatThrownBy(() -> cipher.open(NONCE, CONTEXT, new byte[15], 0)).isInstanceOf(Sm4Gcm.TagMismatch.class);
    }

    /** RFC 8998, appendix A.1. */
    @Test
    void sealsTheExampleOfRfc8998() {
        assertThat(cipher.seal(NONCE, CONTEXT, PLAIN)).isEqualTo(SEALED);
    }

    @Test
    void opensTheExampleOfRfc8998() throws Exception {
        assertThat(cipher.open(NONCE, CONTEXT, SEALED, 0)).isEqualTo(PLAIN);
    }

    @Test
    void opensAgainAfterATamperedText() throws Exception {
        byte[] tampered = SEALED.clone();
        tampered[0] ^= 1;
        assertThatThrownBy(() -> cipher.open(NONCE, CONTEXT, tampered, 0)).isInstanceOf(Sm4Gcm.TagMismatch.class);

        assertThat(cipher.open(NONCE, CONTEXT, SEALED, 0)).isEqualTo(PLAIN);
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatThrownBy(() -> new Sm4Gcm(new byte[32])).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
