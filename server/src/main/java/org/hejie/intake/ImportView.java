package org.hejie.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import as its page shows it.
 *
 * @param line     slug of the line
 * @param columns  headings of the file
 * @param sample   its first rows while its columns can still be mapped; empty later and in lists
 * @param mapping  heading by field
 * @param rows     how many the file has
 * @param done     how many are behind the checkpoint
 * @param accepted registered
 * @param repeated known before with the same content
 * @param errors   not registered
 */
public record ImportView(long id, String line, String fileName, ImportState state, List<String> columns,
        List<List<String>> sample, Map<String, String> mapping, int rows, int done, int accepted, int repeated, int errors,
        Instant createdAt, @Nullable Instant finishedAt) {

    @Override
    public String toString() {
        return "ImportView[" + id + ", " + state + ", " + done + "/" + rows + "]";
    }
}
