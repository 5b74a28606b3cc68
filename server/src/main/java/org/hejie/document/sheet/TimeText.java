package org.hejie.document.sheet;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hejie.shared.Times;

/**
 * Times as spreadsheets hold them: {@code 2019/4/25 9:32:09}, with hyphens, dots or 年月日, without a time of day,
 * as ISO 8601, in one run of digits, or as the day number of Excel, which CSV files made from it contain too. Without
 * an offset they are of Asia/Shanghai.
 */
public final class TimeText {

    private static final Pattern WRITTEN = Pattern.compile("""
            (\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]+(\\d{1,2})[:：时点](\\d{1,2})(?:[:：分](\\d{1,2})(?:\\.\\d+)?)?[分秒]?)?""");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2})?)?");
    private static final Pattern DAY_NUMBER = Pattern.compile("[1-9]\\d{4}(\\.\\d+)?");
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final double SECONDS = 86_400;

    private TimeText() {
    }

    /** The time; empty when the text is no time or names a day that does not exist. */
    public static Optional<OffsetDateTime> parse(String text) {
        String trimmed = text.strip();
        try {
            if (DAY_NUMBER.matcher(trimmed).matches()) {
                return here(DAY_ZERO.plus(Math.round(Double.parseDouble(trimmed) * SECONDS), ChronoUnit.SECONDS));
            }
            Matcher written = WRITTEN.matcher(trimmed);
            if (written.matches()) {
                return here(local(written));
            }
            Matcher digits = DIGITS.matcher(trimmed);
            return digits.matches() ? here(local(digits)) : Optional.of(OffsetDateTime.parse(trimmed.replace(' ', 'T')));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(Matcher parts) {
        return LocalDateTime.of(number(parts, 1), number(parts, 2), number(parts, 3), number(parts, 4), number(parts, 5),
                number(parts, 6));
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    private static Optional<OffsetDateTime> here(LocalDateTime local) {
        return Optional.of(local.atZone(Times.ZONE).toOffsetDateTime());
    }
}
