package org.hejie.matter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one-matter code (一案一码): county (6), date (8), line (1), daily number (5) and a check character, for
 * example {@code 620123 20261123 4 00017 K}. The check is modulo 31 over the alphabet of GB 32100, which leaves
 * out the letters that are misread; a wrong or swapped character is noticed before anything is looked up.
 * Source: the code's parts, domain.md §2.1; ours: the daily number goes on with letters after 99999.
 *
 * @param value 21 characters
 */
public record MatterCode(String value) {

    /** The 31 characters of GB 32100. */
    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
    private static final int LENGTH = 21;
    private static final int NUMBERS = 100_000;
    private static final int LETTERED = 10_000;
    private static final int FIRST_LETTER = 10;

    /** Highest number of one line and day: 99999, then A0000 to Y9999. */
    public static final int LARGEST = NUMBERS + (ALPHABET.length() - FIRST_LETTER) * LETTERED - 1;

    /** @throws IllegalArgumentException if it is not a code or its check character is wrong */
    public MatterCode {
        if (!valid(value)) {
            throw new IllegalArgumentException("not a one-matter code");
        }
    }

    /**
     * The code of the given daily number.
     *
     * @param day    Asia/Shanghai
     * @param number from 1 to {@link #LARGEST}
     */
    public static MatterCode of(String county, LocalDate day, SourceLine line, int number) {
        String body = county + day.format(DateTimeFormatter.BASIC_ISO_DATE) + line.digit() + numberText(number);
        return new MatterCode(body + check(body));
    }

    /** Reads a code as people type it: with spaces, in lower case. */
    public static MatterCode read(String typed) {
        return new MatterCode(plain(typed));
    }

    /** As {@link #read}; empty if it is not a code. */
    public static Optional<MatterCode> ifRead(String typed) {
        return Optional.of(plain(typed)).filter(MatterCode::valid).map(MatterCode::new);
    }

    private static String plain(String typed) {
        return BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static boolean valid(String value) {
        return value.length() == LENGTH && value.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
                && check(value.substring(0, LENGTH - 1)) == value.charAt(LENGTH - 1);
    }

    private static String numberText(int number) {
        if (number < 0 || number > LARGEST) {
            throw new IllegalArgumentException("a line has at most " + LARGEST + " matters a day");
        }
        if (number < NUMBERS) {
            return String.format(Locale.ROOT, "%05d", number);
        }
        int beyond = number - NUMBERS;
        return ALPHABET.charAt(FIRST_LETTER + beyond / LETTERED) + String.format(Locale.ROOT, "%04d", beyond % LETTERED);
    }

    private static char check(String body) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
