package org.hejie.intake.internal;

import java.util.List;
import java.util.Map;
import org.hejie.shared.web.Problem.FieldError;

/**
 * What became of a chunk of rows.
 *
 * @param to     number of its last row
 * @param errors by row
 */
record ChunkResult(int to, int accepted, int repeated, Map<Integer, List<FieldError>> errors) {
}
