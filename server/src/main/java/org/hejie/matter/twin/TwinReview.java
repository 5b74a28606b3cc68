package org.hejie.matter.twin;

import java.util.Collection;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** What a person decides about twins. Nothing is merged without one; merging itself is a link ({@code matter.link}). */
public interface TwinReview {

    /**
     * Notes matters that nobody looked at while they were registered, in the current transaction. Their strong twins are
     * found in the background and listed for review.
     */
    void lookLater(Collection<MatterId> matters);

    /** Pairs nobody has decided about, in the scope, the newest first; what is merged or ended is left out. */
    Page<TwinPair> toReview(@Nullable String cursor, int limit, boolean count);

    /**
     * Remembers that the two are not one trouble; they are not suggested again.
     *
     * @param reason why, in words; 1 to 500 characters
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope, RULE_REFUSED with LINK_SAME_MATTER for one matter,
     *         MERGED_ALREADY while one is merged into the other, ALREADY_EXISTS if they are told apart already
     */
    ToldApart tellApart(MatterId one, MatterId other, String reason);

    /** What the matter has been told apart from, the newest first. */
    List<ToldApart> toldApart(MatterId matter);

    /**
     * Takes it back: they may be suggested again.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND if the matter has no such row in the scope
     */
    void revoke(MatterId matter, long toldApart);
}
