package org.hejie.intake;

import java.util.List;
import java.util.Map;
import org.hejie.shared.web.Problem.FieldError;

/**
 * One of the first rows as it would be registered.
 *
 * @param row    counted from 1 below the headings
 * @param values text by field
 */
public record PreviewRow(int row, Map<String, String> values, List<FieldError> errors) {

    @Override
    public String toString() {
        return "PreviewRow[" + row + "]";
    }
}
