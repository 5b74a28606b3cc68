package org.hejie.matter.series;

import java.util.LinkedHashSet;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.matter.link.NewLink;
import org.hejie.shared.web.Problem;

/**
 * A series to be made.
 *
 * @param name    as people call it; 1 to {@value #LONGEST_NAME} characters
 * @param lead    one of the members
 * @param members 2 to {@value #MOST_AT_ONCE}, each once
 * @param reason  why they belong together
 */
public record NewSeries(String name, MatterId lead, List<MatterId> members, String reason) {

    /** Longest name in characters. */
    public static final int LONGEST_NAME = 100;
    /** How many matters are brought in at once. */
    public static final int MOST_AT_ONCE = 100;

    /** @throws Problem naming the fields that cannot be taken */
    public NewSeries {
        name = checkedName(name);
        reason = NewLink.checked(reason);
        var all = new LinkedHashSet<MatterId>();
        all.add(lead);
        all.addAll(members);
        members = List.copyOf(all);
        new Problem.Fields().reject(members.size() < 2, "matterIds", "REQUIRED")
                .reject(members.size() > MOST_AT_ONCE, "matterIds", "LENGTH").done();
    }

    /** @throws Problem naming the name if it is missing or too long */
    public static String checkedName(String name) {
        String bare = name.strip();
        new Problem.Fields().reject(bare.isEmpty(), "name", "REQUIRED").reject(bare.length() > LONGEST_NAME, "name", "LENGTH")
                .reject(bare.chars().anyMatch(Character::isISOControl), "name", "INVALID").done();
        return bare;
    }
}
