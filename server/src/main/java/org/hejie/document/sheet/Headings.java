package org.hejie.document.sheet;

import java.util.ArrayList;
import java.util.List;
import org.hejie.shared.web.Problem;

/** The headings of a table: without the byte order mark and blanks, each different. */
final class Headings {

    private static final int MOST = 100;
    private static final int LONGEST = 100;

    private Headings() {
    }

    /** @throws Problem if there are none, too many, or two of the same name */
    static List<String> of(List<String> cells) {
        List<String> headings = new ArrayList<>();
        for (String cell : cells) {
            String name = cell.replace("\uFEFF", "").strip();
            headings.add(name.isEmpty() ? "#" + (headings.size() + 1) : name);
        }
        var wrong = new Problem.Fields();
        wrong.reject(cells.stream().allMatch(String::isBlank), "file", "NO_HEADINGS");
        wrong.reject(headings.size() > MOST, "file", "TOO_MANY_COLUMNS");
        wrong.reject(headings.stream().anyMatch(name -> name.length() > LONGEST), "file", "HEADING_TOO_LONG");
        wrong.reject(headings.stream().distinct().count() < headings.size(), "file", "HEADING_TWICE");
        wrong.done();
        return List.copyOf(headings);
    }
}
