package org.hejie.party;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A phone number as typed. Lenient: mobile, landline with or without area code and extension, service numbers and
 * foreign numbers are all taken; {@link #kind} tells which it looks like.
 *
 * @param typed one line, up to {@value #MAX_LENGTH} characters, with a digit at least
 */
public record PhoneNumber(String typed) {

    /** Longest number taken, in characters. */
    public static final int MAX_LENGTH = 40;

    private static final Pattern EXTENSION = Pattern.compile("(?i)(转|分机|ext|x|#).*$");
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D+");
    private static final Pattern COUNTRY = Pattern.compile("^(00)?86(?=1[3-9]\\d{9}$)");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("(0(10|2\\d|[3-9]\\d{2}))?[2-9]\\d{6,7}");
    private static final Pattern SERVICE = Pattern.compile("\\d{3,6}");

    /** What a number looks like. */
    public enum Kind {
        /** Eleven digits, 13 to 19. */
        MOBILE,
        /** Seven or eight digits, with or without area code. */
        LANDLINE,
        /** Three to six digits, e.g. 12345. */
        SERVICE,
        /** Anything else, e.g. a foreign number. */
        OTHER
    }

    /** Brings the number to one line of half-width characters. */
    public PhoneNumber {
        typed = Typed.line(Normalizer.normalize(typed, Normalizer.Form.NFKC), MAX_LENGTH);
        if (typed.chars().noneMatch(character -> character >= '0' && character <= '9')) {
            throw new RefusedValue(RefusedValue.Code.NO_DIGITS);
        }
    }

    /** Its digits alone, without extension and without China's country code before a mobile: what is searched by. */
    public String digits() {
        String main = NOT_DIGITS.matcher(EXTENSION.matcher(typed).replaceFirst("")).replaceAll("");
        String digits = main.isEmpty() ? NOT_DIGITS.matcher(typed).replaceAll("") : main;
        return COUNTRY.matcher(digits).replaceFirst("");
    }

    /** What it looks like. */
    public Kind kind() {
        String digits = digits();
        if (MOBILE.matcher(digits).matches()) {
            return Kind.MOBILE;
        }
        if (LANDLINE.matcher(digits).matches()) {
            return Kind.LANDLINE;
        }
        return SERVICE.matcher(digits).matches() ? Kind.SERVICE : Kind.OTHER;
    }

    /** The number with its middle hidden. */
    public String masked() {
        return Masking.phone(this);
    }

    @Override
    public String toString() {
        return masked();
    }
}
