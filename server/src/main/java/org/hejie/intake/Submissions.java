package org.hejie.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.matter.SourceLine;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** The door by which all lines come in. */
public interface Submissions {

    /**
     * Takes submissions in one transaction, for the current actor and in its order: keeps each as it came,
     * registers those that are new, answers those that are known, refuses those that cannot be taken. Two
     * that arrive at the same moment under one number are one.
     *
     * @throws org.hejie.shared.web.Problem if the actor may not register at all; then nothing was taken
     */
    List<Taken> take(SourceLine line, Origin origin, List<Incoming> incoming);

    /**
     * The matters to which numbers of a line belong already, within the scope; those that do not are left out.
     *
     * @param outsideNos the line's own
     */
    Map<String, MatterId> known(SourceLine line, Collection<String> outsideNos);

    /**
     * What was registered under a number, word for word as it came; empty outside the scope and where nothing was.
     *
     * @param outsideNo the line's own
     */
    Optional<String> asItCame(SourceLine line, String outsideNo);

    /**
     * Counts what could not even be read, for the day's reconciliation.
     *
     * @param unreadable in any order
     */
    void turnAway(SourceLine line, List<Unreadable> unreadable);

    /** @param outsideNo the number it seems to have had; null where none was to be seen */
    record Unreadable(@Nullable String outsideNo, List<FieldError> errors) {

        public Unreadable {
            errors = List.copyOf(errors);
        }
    }

    /** How a submission came. */
    record Origin(Channel channel, long importId) {

        public static final Origin API = new Origin(Channel.API, 0);
        public static final Origin RESIDENT = new Origin(Channel.RESIDENT, 0);

        /** A row of that import. */
        public static Origin ofImport(long importId) {
            return new Origin(Channel.IMPORT, importId);
        }
    }

    /** The way in. */
    enum Channel {
        /** A line's own system. */
        API,
        /** A spreadsheet. */
        IMPORT,
        /** The residents' page. */
        RESIDENT
    }
}
