package org.hejie.matter.list;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.SourceLine;
import org.hejie.place.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants to see of a bucket.
 *
 * @param categories codes of the second level; null for all
 * @param area       town or village; null for everywhere
 * @param unit       the unit that leads
 * @param statuses   empty for all
 * @param risk       null for all
 * @param from       first day of registration, Asia/Shanghai
 * @param to         last day of registration
 * @param text       words or a number; null for none
 */
record Filter(@Nullable SourceLine line, @Nullable List<String> categories, @Nullable AreaCode area, @Nullable Long unit,
        Set<MatterStatus> statuses, @Nullable Risk risk, @Nullable LocalDate from, @Nullable LocalDate to,
        @Nullable String text) {

    /** Kinds of risk one can look for. */
    enum Risk {
        /** 红色. */
        RED,
        /** A check is required. */
        CHECK
    }

    /** Everything. */
    static final Filter NONE = new Filter(null, null, null, null, Set.of(), null, null, null, null);

    /** Whether more than the words decides. */
    boolean narrows() {
        return line != null || categories != null || area != null || unit != null || !statuses.isEmpty() || risk != null
                || from != null || to != null;
    }
}
