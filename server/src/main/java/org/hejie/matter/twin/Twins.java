package org.hejie.matter.twin;

import java.util.List;
import org.hejie.matter.MatterId;

/**
 * Looks for matters of the last 90 days that may be the same trouble, in the reader's scope alone. Every way of looking
 * reads a short range of one index, so the answer comes before the clerk has typed on.
 */
public interface Twins {

    /** For a trouble about to be registered; the likeliest first, at most ten. */
    List<Twin> of(TwinQuestion question);

    /**
     * For a matter; the same.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope
     */
    List<Twin> of(MatterId matter);
}
