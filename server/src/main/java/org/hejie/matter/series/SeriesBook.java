package org.hejie.matter.series;

import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;

/**
 * Series of matters. Joining and leaving are written into the history of the matter; nothing else of it changes, so every
 * member is handled, answered and closed by itself.
 */
public interface SeriesBook {

    /** In the scope: seen by who sees one of its matters. */
    Optional<Series> find(SeriesId id);

    /** The series the matter belongs to now. */
    Optional<Series> of(MatterId matter);

    /** The newest series of the scope, at most 100. */
    List<Series> newest();

    /**
     * Makes a series for the current actor.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope, RULE_REFUSED with SERIES_OTHER, SERIES_MERGED or
     *         LINK_OTHER_COUNTY if one of the matters belongs to another series, is merged, or is of another county
     */
    Series make(NewSeries series);

    /** Brings another matter in; the same refusals. */
    Series join(SeriesId id, MatterId matter, String reason);

    /**
     * Lets a matter go.
     *
     * @throws org.hejie.shared.web.Problem RULE_REFUSED with SERIES_LEAD for the lead while others are there
     */
    Series leave(SeriesId id, MatterId matter, String reason);

    /** Gives it another name and another lead, one of its members. */
    Series change(SeriesId id, String name, MatterId lead);
}
