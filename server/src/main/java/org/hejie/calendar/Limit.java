package org.hejie.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How long something may take, such as {@code 3wd} (three workdays), {@code 0.5wd}, {@code 2wh}
 * (working hours), {@code 30cd} (calendar days), {@code 1h}, {@code 30min}, {@code 1mo}.
 *
 * <p>Minutes, hours, working hours and workdays may have up to two decimals; days and months of the
 * law are whole. {@code 0wd} means "the same day": by the close of business of the starting day, or
 * of the next workday when business is already closed.
 *
 * @param amount above zero (or zero workdays), at most 10000, without trailing zeros
 * @param unit what is counted
 */
public record Limit(BigDecimal amount, LimitUnit unit) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,5}(?:\\.[0-9]{1,4})?)(min|h|wh|wd|cd|mo)");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(10_000);

    /** @throws MalformedLimit when the amount is negative, too large or too finely divided */
    public Limit {
        amount = amount.stripTrailingZeros();
        if (amount.scale() < 0) {
            amount = amount.setScale(0, RoundingMode.UNNECESSARY);
        }
        if (amount.signum() < 0 || amount.compareTo(LARGEST) > 0) {
            throw new MalformedLimit("a limit lies between 0 and " + LARGEST);
        }
        if (amount.signum() == 0 && unit != LimitUnit.WORKDAY) {
            throw new MalformedLimit("only workdays may be 0, meaning the same day");
        }
        if (amount.scale() > decimals(unit)) {
            throw new MalformedLimit("this unit takes at most " + decimals(unit) + " decimals");
        }
    }

    /** So many whole units. */
    public static Limit of(long amount, LimitUnit unit) {
        return new Limit(BigDecimal.valueOf(amount), unit);
    }

    /**
     * Reads the short form, as written by {@link #toString()}.
     *
     * @throws MalformedLimit when the text is anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Limit parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new MalformedLimit("a limit is a number and one of min, h, wh, wd, cd, mo, such as 3wd");
        }
        var unit = LimitUnit.ofSymbol(matcher.group(2)).orElseThrow();
        return new Limit(new BigDecimal(matcher.group(1)), unit);
    }

    /** The short form, such as {@code 3wd}. */
    @Override
    @JsonValue
    public String toString() {
        return amount.toPlainString() + unit.symbol();
    }

    /** The whole units. */
    int whole() {
        return amount.intValue();
    }

    /** What is left beyond the whole units, below one. */
    BigDecimal fraction() {
        return amount.subtract(BigDecimal.valueOf(whole()));
    }

    /** The amount times the length of one unit, to the second below. */
    Duration times(Duration one) {
        var seconds = amount.multiply(BigDecimal.valueOf(one.toSeconds()));
        return Duration.ofSeconds(seconds.longValue());
    }

    Limit plus(Limit other) {
        return new Limit(amount.add(other.amount), unit);
    }

    private static int decimals(LimitUnit unit) {
        return switch (unit) {
            case MINUTE, HOUR, WORK_HOUR, WORKDAY -> 2;
            case CALENDAR_DAY, MONTH -> 0;
        };
    }
}
