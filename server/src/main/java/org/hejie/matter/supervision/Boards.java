package org.hejie.matter.supervision;

import java.time.LocalDate;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** Counts of the cards in the scope, each opening its rows in the list of cards. */
public interface Boards {

    /** Whose cards are counted together. */
    enum By {
        /** 单位. */
        UNIT,
        /** 责任人, as the units named them; never ranked. */
        PERSON
    }

    /**
     * The board of cards issued in that time, who had most first.
     *
     * @param from first day, Asia/Shanghai; null: since ever
     * @param to   last day; null: until now
     */
    Page<BoardRow> of(By by, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String cursor, int limit);
}
