package org.hejie.intake;

import java.util.List;
import org.hejie.document.FileId;
import org.jspecify.annotations.Nullable;

/**
 * A submission on its way in.
 *
 * @param submission what it says
 * @param asItCame   the text it came as, kept word for word
 * @param clientKey  the sender's {@code Idempotency-Key}, 8 to 100 characters
 * @param row        row of a spreadsheet, counted from 1 below the header; null otherwise
 * @param files      files stored with it
 */
public record Incoming(Submission submission, String asItCame, @Nullable String clientKey, @Nullable Integer row,
        List<FileId> files) {

    public Incoming {
        files = List.copyOf(files);
    }

    @Override
    public String toString() {
        return "Incoming[content hidden]";
    }
}
