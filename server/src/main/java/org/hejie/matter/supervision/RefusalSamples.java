package org.hejie.matter.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.hejie.matter.MatterId;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what was declined or guided elsewhere, whether it should have been accepted (应受理未受理). The sample is drawn
 * at random by a kept seed, so that anybody can draw the same again; a person judges each. Source: domain.md §5.3.
 */
public interface RefusalSamples {

    /** What a person found. */
    enum Finding {
        /** 处理正确. */
        RIGHT,
        /** 应受理未受理: to be registered again or reopened; the machine does neither by itself. */
        SHOULD_HAVE_ACCEPTED
    }

    /**
     * A sample.
     *
     * @param from       first day, Asia/Shanghai
     * @param to         last day
     * @param seed       by which it was drawn
     * @param method     how, so that it can be drawn again
     * @param population matters declined or guided in that time that the drawer sees
     * @param checked    judged so far
     * @param wrong      of these, should have been accepted
     */
    record Sample(long id, LocalDate from, LocalDate to, String seed, String method, int population, int size, int share,
            int checked, int wrong, Instant drawnAt, @Nullable String drawnBy) {
    }

    /** One matter of it. @param action DECLINE or GUIDE */
    record SampleItem(long id, int position, long matterId, String matterCode, String matterTitle, String status, String action,
            Instant refusedAt, CardRow.@Nullable CardUnit unit, @Nullable Finding finding, @Nullable String reason,
            @Nullable Instant checkedAt, @Nullable String checkedBy) {
    }

    /**
     * Draws the sample of a period for the current actor.
     *
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS for a period that is none or lies ahead; ALREADY_EXISTS when his
     *         unit has drawn it
     */
    Sample draw(LocalDate from, LocalDate to);

    /** The samples of one's scope, the newest first. */
    Page<Sample> list(@Nullable String cursor, int limit);

    /** The matters of one, in the order drawn. */
    Page<SampleItem> items(long sample, @Nullable String cursor, int limit);

    /**
     * Keeps what a person found; written into the matter's history.
     *
     * @throws org.hejie.shared.web.Problem WRONG_STATE if it has been judged, RULE_REFUSED if he declined it himself
     */
    void find(long sample, MatterId matter, Finding finding, String reason);
}
