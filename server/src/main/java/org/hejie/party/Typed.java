package org.hejie.party;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings what was typed to the one form in which it is kept. */
final class Typed {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private Typed() {
    }

    /** One line: blanks at the ends and invisible characters gone, blanks inside single. Letters stay as typed. */
    static String line(String raw, int maximum) {
        String line = words(raw, maximum);
        if (line.indexOf('*') >= 0 || line.indexOf('＊') >= 0) {
            throw new RefusedValue(RefusedValue.Code.MASKED);
        }
        return line;
    }

    /** One line that may hold a single star, e.g. an address. */
    static String words(String raw, int maximum) {
        String line = BLANKS.matcher(INVISIBLE.matcher(raw).replaceAll("")).replaceAll(" ").strip();
        if (line.isEmpty()) {
            throw new RefusedValue(RefusedValue.Code.BLANK);
        }
        if (line.codePointCount(0, line.length()) > maximum) {
            throw new RefusedValue(RefusedValue.Code.TOO_LONG);
        }
        if (line.contains("**")) {
            throw new RefusedValue(RefusedValue.Code.MASKED);
        }
        return line;
    }

    /** A number: also without blanks, in capital letters, full-width characters made half-width. */
    static String number(String raw, int maximum) {
        String half = Normalizer.normalize(raw, Normalizer.Form.NFKC);
        return line(half, maximum * 2).replace(" ", "").toUpperCase(Locale.ROOT).transform(number -> line(number, maximum));
    }
}
