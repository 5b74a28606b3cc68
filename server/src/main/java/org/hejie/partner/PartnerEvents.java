package org.hejie.partner;

import java.util.List;
import org.hejie.org.Actor;

/** Events a partner's system fetches itself: at first, after a failure, or because it cannot be called. */
public interface PartnerEvents {

    /**
     * The events of the partner whose token it is, after a number, in their order.
     *
     * @param seq   the last number it has; 0 for all
     * @param limit 1 to 500
     * @throws org.hejie.shared.web.Problem FORBIDDEN {@code TOKEN_SCOPE} unless the token reads for one partner
     *         ({@code partner:court:read}); INVALID_FIELDS {@code after}, {@code limit}
     */
    List<CloudEvent> after(Actor by, long seq, int limit);
}
