package org.hejie.intake;

/** Id of one submission. */
public record SubmissionId(long value) {
}
