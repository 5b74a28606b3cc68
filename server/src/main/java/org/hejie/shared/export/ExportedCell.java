package org.hejie.shared.export;

import java.util.regex.Pattern;

/** What a cell of a file may hold: no number of an identity card, and nothing that a spreadsheet runs. */
public final class ExportedCell {

    private static final Pattern CARD = Pattern.compile(
            "(?<![0-9A-Za-z])([1-8][0-9]{5})((?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx])(?![0-9A-Za-z])");
    private static final int SHOWN = 4;

    private ExportedCell() {
    }

    /**
     * The cell with every number of an identity card masked: the first six and the last four stay. Whatever has the form is
     * masked, right or wrong, for a mistyped number still tells who it is.
     */
    public static String withoutIdNumbers(String cell) {
        return CARD.matcher(cell).replaceAll(found -> found.group(1) + "********"
                + found.group(2).substring(found.group(2).length() - SHOWN));
    }

    /** A cell that a spreadsheet program would take for a formula is set in a quote. */
    public static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** Both. */
    public static String safe(String cell) {
        return harmless(withoutIdNumbers(cell));
    }
}
