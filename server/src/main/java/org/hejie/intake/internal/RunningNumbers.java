package org.hejie.intake.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that run on by one at their end, such as {@code WX-20261124-0017}. What stands before the running digits, a date
 * or a district, makes a run of its own. What a run leaves out between its first and last number is a hole.
 */
final class RunningNumbers {

    /** A wider leap is another way of numbering, not so many lost. */
    static final int WIDEST_HOLE = 1000;

    private final int digits;

    RunningNumbers(int digits) {
        if (digits < 2 || digits > 9) {
            throw new IllegalArgumentException("running digits are 2 to 9");
        }
        this.digits = digits;
    }

    /**
     * The numbers left out, in their order.
     *
     * @param day    numbers of the day
     * @param before the last number of each run on the days before; a run that goes on is read from there
     */
    List<String> holes(Collection<String> day, Collection<String> before) {
        Map<String, TreeSet<Integer>> runs = new TreeMap<>();
        for (String number : day) {
            String prefix = prefix(number);
            if (prefix != null) {
                runs.computeIfAbsent(prefix, key -> new TreeSet<>()).add(place(number));
            }
        }
        for (String number : before) {
            String prefix = prefix(number);
            TreeSet<Integer> run = prefix == null ? null : runs.get(prefix);
            if (run != null && place(number) < run.first()) {
                run.add(place(number));
            }
        }
        List<String> holes = new ArrayList<>();
        runs.forEach((prefix, run) -> between(prefix, run, holes));
        return holes;
    }

    private void between(String prefix, Set<Integer> run, List<String> holes) {
        int last = -1;
        for (int place : run) {
            if (last >= 0 && place - last <= WIDEST_HOLE) {
                for (int hole = last + 1; hole < place; hole++) {
                    holes.add(prefix + ("%0" + digits + "d").formatted(hole));
                }
            }
            last = place;
        }
    }

    private @Nullable String prefix(String number) {
        int at = number.length() - digits;
        return at >= 0 && number.substring(at).chars().allMatch(digit -> digit >= '0' && digit <= '9')
                ? number.substring(0, at) : null;
    }

    private int place(String number) {
        return Integer.parseInt(number.substring(number.length() - digits));
    }
}
