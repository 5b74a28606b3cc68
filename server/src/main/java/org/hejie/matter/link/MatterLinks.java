package org.hejie.matter.link;

import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters.Standing;

/**
 * Links between matters. Each is written into the history of both; nothing is deleted, a link taken back stays with who
 * took it back and why.
 */
public interface MatterLinks {

    /** The links of a matter whose other end lies in the scope too, the oldest first. */
    List<LinkedMatter> of(MatterId matter);

    /**
     * Links the matter to another, for the current actor. As a duplicate it is merged into the other: it rests as
     * {@code MERGED}, keeps all it has, and its reporter is told of the other from now on.
     *
     * @param seen the version of the matter the actor saw
     * @return where the matter stands after it
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope, STALE when somebody was quicker,
     *         RULE_REFUSED with LINK_SAME_MATTER, LINK_OTHER_COUNTY, LINK_CIRCLE, or LINK_STILL_OPEN where it would reopen
     *         what nobody has closed, ALREADY_EXISTS if they are linked so; for a duplicate also TOLD_APART,
     *         MERGE_TOO_LATE, MERGE_INTO_ENDED or MERGE_INTO_MERGED
     */
    Standing add(MatterId matter, int seen, NewLink link);

    /**
     * Takes a link of the matter back; from either end. A duplicate is un-merged: status, clocks and who sees it are as
     * they would be without the merge.
     *
     * @param reason why, in words
     * @throws org.hejie.shared.web.Problem NOT_FOUND if the matter has no such link in the scope
     */
    Standing remove(MatterId matter, int seen, LinkId link, String reason);
}
