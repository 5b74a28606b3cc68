package org.hejie.shared.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.bouncycastle.crypto.engines.SM4Engine;
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

    /** GB/T 32907-2016, appendix A.1: the block cipher below. */
    @Test
    void theBlockCipherGivesTheExampleOfTheStandard() {
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(KEY));
        byte[] block = KEY.clone();
        engine.processBlock(block, 0, block, 0);

        assertThat(block).isEqualTo(bytes("681edf34d206965e86b3e94f536e4246"));
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
