package org.hejie.matter;

import java.util.Arrays;
import java.util.Optional;

/**
 * The door a matter came in by: the eight lines (八线). Source: domain.md §1 no. 11; the digit
 * stands in the one-matter code (§2.1).
 */
public enum SourceLine {

    /** 法院: sent by the court before or after filing. */
    COURT(1, "court"),
    /** 公安: an alarm that is no police matter. */
    POLICE(2, "police"),
    /** 信访: a petition. */
    PETITION(3, "petition"),
    /** 12345 热线: a work order of the hotline. */
    HOTLINE(4, "12345"),
    /** 网格员上报: reported by a grid worker. */
    GRID(5, "grid"),
    /** 小兰帮办: reported by a resident on line. */
    CITIZEN(6, "citizen"),
    /** 上级交办: assigned from above. */
    SUPERIOR(7, "superior"),
    /** 中心受理: came to a window. */
    WINDOW(8, "window");

    private final int digit;
    private final String slug;

    SourceLine(int digit, String slug) {
        this.digit = digit;
        this.slug = slug;
    }

    /** The line's digit in the one-matter code, 1 to 8. */
    public int digit() {
        return digit;
    }

    /** The line's name in addresses and files, such as {@code 12345}. */
    public String slug() {
        return slug;
    }

    /** The line of that digit, if there is one. */
    public static Optional<SourceLine> ofDigit(int digit) {
        return Arrays.stream(values()).filter(line -> line.digit == digit).findFirst();
    }

    /** The line of that slug, if there is one. */
    public static Optional<SourceLine> ofSlug(String slug) {
        return Arrays.stream(values()).filter(line -> line.slug.equals(slug)).findFirst();
    }
}
