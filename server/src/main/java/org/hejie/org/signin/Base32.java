package org.hejie.org.signin;

/** Base 32 (RFC 4648, 6) without padding: how authenticator applications take a secret. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {
    }

    static String encode(byte[] bytes) {
        var text = new StringBuilder(bytes.length * 2);
        int buffer = 0;
        int held = 0;
        for (byte one : bytes) {
            buffer = buffer << Byte.SIZE | one & 0xff;
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt(buffer >> held & 31));
            }
        }
        if (held > 0) {
            text.append(ALPHABET.charAt(buffer << BITS - held & 31));
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException if a character is not of the alphabet */
    static byte[] decode(String text) {
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        int buffer = 0;
        int held = 0;
        int at = 0;
        for (char one : text.toCharArray()) {
            int value = ALPHABET.indexOf(one);
            if (value < 0) {
                throw new IllegalArgumentException("not base 32");
            }
            buffer = buffer << BITS | value;
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes[at++] = (byte) (buffer >> held);
            }
        }
        return bytes;
    }
}
