package org.hejie.shared.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * SM4 (GB/T 32907-2016) in counter mode under one key. Substitution and linear transformation are one look into a table, as
 * engines for AES do it, and four blocks are on their way at once, for a round of one waits for the round before
 * (docs/adr/0085). Thread-safe.
 */
final class Sm4Counter {

    /** Length of a block in bytes. */
    static final int BLOCK = 16;

    private static final int ROUNDS = 32;
    private static final int AT_ONCE = 4;
    private static final int FIRST_COUNTER = 2; // the first belongs to the tag
    private static final int[] FAMILY_KEY = {0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc};
    private static final byte[] SUBSTITUTES = HexFormat.of().parseHex("""
            d690e9fecce13db716b614c228fb2c052b679a762abe04c3aa44132649860699
            9c4250f491ef987a33540b43edcfac62e4b31ca9c908e89580df94fa758f3fa6
            4707a7fcf37317ba83593c19e6854fa8686b81b27164da8bf8eb0f4b70569d35
            1e240e5e6358d1a225227c3b01217887d40046579fd327524c3602e7a0c4c89e
            eabf8ad240c738b5a3f7f2cef96115a1e0ae5da49b341a55ad933230f58cb1e3
            1df6e22e8266ca60c02923ab0d534e6fd5db3745defd8e2f03ff6a726d6c5b51
            8d1baf92bbddbc7f11d95c411f105ad80ac13188a5cd7bbd2d74d012b8e5b4b0
            8969974a0c96777e65b9f109c56ec68418f07dec3adc4d2079ee5f3ed7cb3948
            """.replaceAll("\\s", ""));

    private static final int[] FIRST = table(24);
    private static final int[] SECOND = table(16);
    private static final int[] THIRD = table(8);
    private static final int[] FOURTH = table(0);
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final int[] keys = new int[ROUNDS];

    /** @param key of 16 bytes */
    Sm4Counter(byte[] key) {
        int[] words = new int[4];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(key, 4 * i) ^ FAMILY_KEY[i];
        }
        for (int round = 0; round < ROUNDS; round++) {
            int word = substituted(words[1] ^ words[2] ^ words[3] ^ constant(round));
            keys[round] = words[0] ^ word ^ Integer.rotateLeft(word, 13) ^ Integer.rotateLeft(word, 23);
            System.arraycopy(words, 1, words, 0, 3);
            words[3] = keys[round];
        }
    }

    /** What each value of a byte becomes that stands so many bits from the right. */
    private static int[] table(int place) {
        int[] table = new int[SUBSTITUTES.length];
        for (int value = 0; value < table.length; value++) {
            int word = Byte.toUnsignedInt(SUBSTITUTES[value]) << place;
            table[value] = word ^ Integer.rotateLeft(word, 2) ^ Integer.rotateLeft(word, 10) ^ Integer.rotateLeft(word, 18)
                    ^ Integer.rotateLeft(word, 24);
        }
        return table;
    }

    /** CK of the standard: the bytes 7 × (4 × round + place) modulo 256. */
    private static int constant(int round) {
        int word = 0;
        for (int place = 0; place < 4; place++) {
            word = word << 8 | (4 * round + place) * 7 & 0xFF;
        }
        return word;
    }

    private static int substituted(int word) {
        return Byte.toUnsignedInt(SUBSTITUTES[word >>> 24]) << 24 | Byte.toUnsignedInt(SUBSTITUTES[word >>> 16 & 0xFF]) << 16
                | Byte.toUnsignedInt(SUBSTITUTES[word >>> 8 & 0xFF]) << 8 | Byte.toUnsignedInt(SUBSTITUTES[word & 0xFF]);
    }

    private static int mixed(int word) {
        return FIRST[word >>> 24] ^ SECOND[word >>> 16 & 0xFF] ^ THIRD[word >>> 8 & 0xFF] ^ FOURTH[word & 0xFF];
    }

    /** The block enciphered. */
    byte[] block(byte[] block) {
        byte[] out = new byte[BLOCK];
        one(new int[]{word(block, 0), word(block, 4), word(block, 8)}, word(block, 12), out, 0);
        return out;
    }

    /** Masks or unmasks the bytes in place with the blocks of the nonce, counted from 2 as in GCM. */
    void mask(byte[] nonce, byte[] bytes, int length) {
        int[] start = {word(nonce, 0), word(nonce, 4), word(nonce, 8)};
        int counter = FIRST_COUNTER;
        int at = 0;
        for (; at <= length - AT_ONCE * BLOCK; at += AT_ONCE * BLOCK) {
            four(start, counter, bytes, at);
            counter += AT_ONCE;
        }
        for (; at <= length - BLOCK; at += BLOCK) {
            one(start, counter++, bytes, at);
        }
        if (at < length) {
            byte[] rest = new byte[BLOCK];
            System.arraycopy(bytes, at, rest, 0, length - at);
            one(start, counter, rest, 0);
            System.arraycopy(rest, 0, bytes, at, length - at);
        }
    }

    private void one(int[] start, int counter, byte[] bytes, int at) {
        int a = start[0];
        int b = start[1];
        int c = start[2];
        int d = counter;
        for (int round = 0; round < ROUNDS; round += 4) {
            a ^= mixed(b ^ c ^ d ^ keys[round]);
            b ^= mixed(c ^ d ^ a ^ keys[round + 1]);
            c ^= mixed(d ^ a ^ b ^ keys[round + 2]);
            d ^= mixed(a ^ b ^ c ^ keys[round + 3]);
        }
        put(bytes, at, d, c, b, a);
    }

    /** Four blocks at once: the processor works on one while another waits for its table. */
    private void four(int[] start, int counter, byte[] bytes, int at) {
        int a = start[0];
        int b = start[1];
        int c = start[2];
        int d = counter;
        int e = a;
        int f = b;
        int g = c;
        int h = counter + 1;
        int i = a;
        int j = b;
        int k = c;
        int l = counter + 2;
        int m = a;
        int n = b;
        int o = c;
        int p = counter + 3;
        for (int round = 0; round < ROUNDS; round += 4) {
            int key = keys[round];
            a ^= mixed(b ^ c ^ d ^ key);
            e ^= mixed(f ^ g ^ h ^ key);
            i ^= mixed(j ^ k ^ l ^ key);
            m ^= mixed(n ^ o ^ p ^ key);
            key = keys[round + 1];
            b ^= mixed(c ^ d ^ a ^ key);
            f ^= mixed(g ^ h ^ e ^ key);
            j ^= mixed(k ^ l ^ i ^ key);
            n ^= mixed(o ^ p ^ m ^ key);
            key = keys[round + 2];
            c ^= mixed(d ^ a ^ b ^ key);
            g ^= mixed(h ^ e ^ f ^ key);
            k ^= mixed(l ^ i ^ j ^ key);
            o ^= mixed(p ^ m ^ n ^ key);
            key = keys[round + 3];
            d ^= mixed(a ^ b ^ c ^ key);
            h ^= mixed(e ^ f ^ g ^ key);
            l ^= mixed(i ^ j ^ k ^ key);
            p ^= mixed(m ^ n ^ o ^ key);
        }
        put(bytes, at, d, c, b, a);
        put(bytes, at + BLOCK, h, g, f, e);
        put(bytes, at + 2 * BLOCK, l, k, j, i);
        put(bytes, at + 3 * BLOCK, p, o, n, m);
    }

    private static void put(byte[] bytes, int at, int first, int second, int third, int fourth) {
        WORD.set(bytes, at, word(bytes, at) ^ first);
        WORD.set(bytes, at + 4, word(bytes, at + 4) ^ second);
        WORD.set(bytes, at + 8, word(bytes, at + 8) ^ third);
        WORD.set(bytes, at + 12, word(bytes, at + 12) ^ fourth);
    }

    private static int word(byte[] bytes, int at) {
        return (int) WORD.get(bytes, at);
    }
}
