package org.hejie.matter.procedure;

import java.util.ArrayList;
import java.util.List;
import org.hejie.rules.RuleDifference;
import org.hejie.rules.RuleDifference.Kind;

/** Which lines of a text were added and removed, by the longest common sequence of lines. */
final class TextLines {

    private TextLines() {}

    static List<RuleDifference> differences(String before, String after) {
        var old = before.lines().toList();
        var now = after.lines().toList();
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<RuleDifference> found = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                found.add(new RuleDifference(Kind.REMOVED, "−" + (i + 1), old.get(i++).strip(), null));
            } else {
                found.add(new RuleDifference(Kind.ADDED, "+" + (j + 1), null, now.get(j++).strip()));
            }
        }
        return found;
    }
}
