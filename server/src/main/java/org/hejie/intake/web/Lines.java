package org.hejie.intake.web;

import org.hejie.matter.SourceLine;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;

/** Source lines as addresses name them. */
final class Lines {

    private Lines() {
    }

    /** The line of an address; there is nothing at the address of another. */
    static SourceLine inPath(String slug) {
        return SourceLine.ofSlug(slug).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    /** The line a field or filter names: by its slug or, as matters have it, by its name. */
    static SourceLine named(String text) {
        for (SourceLine line : SourceLine.values()) {
            if (line.slug().equals(text) || line.name().equals(text)) {
                return line;
            }
        }
        throw Problem.field("line", "UNKNOWN");
    }

    static @Nullable SourceLine optional(@Nullable String text) {
        return text == null || text.isBlank() ? null : named(text);
    }
}
