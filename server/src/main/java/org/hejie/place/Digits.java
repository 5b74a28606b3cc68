package org.hejie.place;

/** Checks that the codes of this module share. Messages never repeat what was sent. */
final class Digits {

    private Digits() {
    }

    static void require(String what, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the " + what + " is empty");
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                throw new IllegalArgumentException(
                        "the " + what + " has something other than a digit at position " + (i + 1));
            }
        }
    }

    static boolean allZero(String value, int from) {
        return value.chars().skip(from).allMatch(digit -> digit == '0');
    }
}
