package org.hejie.document.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where sealed bytes lie outside the database: the SHA-256 of what is kept there.
 *
 * @param hex 64 digits, small
 */
record Address(String hex) {

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern KEY = Pattern.compile("([0-9a-f]{2})/(\\1[0-9a-f]{62})");

    /** The address at which these bytes belong. */
    static Address of(byte[] sealed) {
        return new Address(HEX.formatHex(sha256(sealed)));
    }

    /** As a row names it. */
    static Address ofRow(byte[] address) {
        return new Address(HEX.formatHex(address));
    }

    /** The address whose {@link #key} this is, if it is one. */
    static Optional<Address> ofKey(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() ? Optional.of(new Address(matcher.group(2))) : Optional.empty();
    }

    byte[] bytes() {
        return HEX.parseHex(hex);
    }

    /** Its name in a store: the first two digits are the shelf. */
    String key() {
        return hex.substring(0, 2) + "/" + hex;
    }

    boolean isOf(byte[] sealed) {
        return MessageDigest.isEqual(sha256(sealed), bytes());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
