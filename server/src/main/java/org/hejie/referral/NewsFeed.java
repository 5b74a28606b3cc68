package org.hejie.referral;

import java.util.List;

/**
 * What the partners are told, to be delivered or fetched from where a reader stopped. Rows are written in the transaction of
 * what they tell of, never changed, and numbered without a gap for each partner: whoever has read up to a number misses nothing.
 */
public interface NewsFeed {

    /** Most rows of one answer. */
    int MOST = 500;

    /**
     * What came after a number, in its order, within the scope of the current actor: the partner's own key or the county's.
     *
     * @param seq   the last number read; 0 for all
     * @param limit 1 to {@link #MOST}
     */
    List<News> after(PartnerSystem partner, long seq, int limit);

    /** The number of the latest; 0 while there is none. */
    long last(PartnerSystem partner);
}
