package org.hejie.referral;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a partner is told. It names nobody.
 *
 * @param partner    whose
 * @param seq        from 1, without a gap for each partner, in the order of the commits
 * @param referral   id of the referral
 * @param outsideNo  the partner's own number; null while it has given none
 * @param at         when it happened
 * @param data       codes, numbers and times beside it, such as {@code matterCode}, {@code dueAt}, {@code outcome}, {@code reason}
 */
public record News(PartnerSystem partner, long seq, NewsType type, long referral, @Nullable String outsideNo, Instant at,
        Map<String, String> data) {

    /** Keeps a copy. */
    public News {
        data = Map.copyOf(data);
    }
}
