package org.hejie.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.SourceLine;
import org.hejie.notify.Endpoint;
import org.hejie.notify.KeptDay;
import org.hejie.notify.WrittenMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the lines are told of the matters they sent. Each answer is written with the move it tells of and delivered to the
 * address of the line, in order for each matter; of a line without an address it is kept to be fetched.
 */
public interface Answers {

    /**
     * What was written for a line on a day in Asia/Shanghai, in its order, whether delivered or kept.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless one reads matters or is the line's own system
     */
    List<Told> ofDay(SourceLine line, LocalDate day);

    /**
     * Days of a line without an address whose answers nobody has handed over yet, the oldest first.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless one sees the whole line
     */
    List<KeptDay> notHandedOver(SourceLine line);

    /**
     * Says that the answers kept on a day were handed over, on paper or as a file, by the current actor now.
     *
     * @return how many
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless at the window, dispatcher or director; WRONG_STATE when there are none
     */
    int handOver(SourceLine line, LocalDate day);

    /** @throws org.hejie.shared.web.Problem FORBIDDEN unless an administrator or somebody who reads matters */
    Settings settings(SourceLine line);

    /**
     * Changes where a line is answered and of which statuses it is told, from now on.
     *
     * @return the secret of a new address, shown this once
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless a system administrator; INVALID_FIELDS
     */
    Optional<String> change(SourceLine line, NewSettings settings);

    /** An answer and what has become of it. @param handedBy name of who handed it over */
    record Told(WrittenMessage message, Answer answer, @Nullable String handedBy) {
    }

    /** @param endpoint null where answers are fetched */
    record Settings(SourceLine line, @Nullable Endpoint endpoint, Set<MatterStatus> statuses) {
    }

    /** @param address null: answers are fetched */
    record NewSettings(@Nullable String address, Set<MatterStatus> statuses) {
    }
}
