package org.hejie.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.SourceLine;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** What came in, newest first, within the scope of the one who asks. */
public interface SubmissionList {

    /**
     * @param from  first day received, Asia/Shanghai
     * @param to    day after the last
     */
    record Filter(@Nullable SourceLine line, @Nullable LocalDate from, @Nullable LocalDate to,
            @Nullable SubmissionState state) {
    }

    /**
     * One page.
     *
     * @param cursor of the page before, null for the first
     * @param limit  1 to 100
     */
    Page<SubmissionRow> page(Filter filter, @Nullable String cursor, int limit);

    /** One of them. */
    Optional<SubmissionRow> find(SubmissionId id);

    /** Others that were kept, settled or not, because they came under its number with other content. */
    List<SubmissionRow> conflictsOf(SubmissionId id);
}
