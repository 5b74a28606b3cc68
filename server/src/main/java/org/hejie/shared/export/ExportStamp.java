package org.hejie.shared.export;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.hejie.shared.Times;

/**
 * The mark of a file that was taken.
 *
 * @param number  its number, by which the record is found
 * @param takenBy name of who took it
 * @param at      when
 */
public record ExportStamp(String number, String takenBy, Instant at) {

    /** Heading of the column that carries the mark, in both languages. */
    public static final String HEADING = "导出标记 export";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Number, name and time in Asia/Shanghai: stands in each row, so that a part of the file still tells where it is from. */
    public String mark() {
        return number + " " + takenBy + " " + TIME.format(at.atZone(Times.ZONE));
    }
}
