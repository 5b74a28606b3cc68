package org.hejie.intake;

import java.util.List;
import org.hejie.document.NewFile;
import org.hejie.matter.Evaluation;
import org.hejie.matter.MatterId;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** What residents do themselves, without an account. */
public interface ResidentDesk {

    /** Most photos with one report or addition. */
    int MOST_PHOTOS = 6;

    /**
     * Registers a report with its photos in one transaction. The same key with the same report answers the same slip.
     *
     * @param address of the one who reports, for the limit of reports in an hour
     * @throws Problem naming the fields, or what is wrong with a photo; then nothing is kept
     */
    ResidentSlip report(ResidentReport report, List<NewFile> photos, @Nullable String key, String address);

    /**
     * The matter of a code and query code.
     *
     * @param address of the one who asks, for the limit of wrong guesses
     * @throws Problem 404, the same whichever of the two is wrong; 429 after five wrong ones for a code or twenty from
     *         an address within an hour
     */
    MatterId open(String code, String queryCode, String address);

    /** The matter of a slip's token; as {@link #open(String, String, String)}. */
    MatterId open(String token, String address);

    /** The matter in sentences. */
    ResidentView view(MatterId matter);

    /**
     * Adds words or photos to the matter.
     *
     * @throws Problem 409 or 422 when nothing may be added any more
     */
    void add(MatterId matter, @Nullable String text, List<NewFile> photos);

    /**
     * Evaluates the handling: once, and once more within seven days.
     *
     * @throws Problem 409 or 422 when it is not time to, or no longer
     */
    void evaluate(MatterId matter, Evaluation level, List<String> reasons, @Nullable String text);
}
