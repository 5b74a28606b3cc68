package org.hejie.shared.web;

import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Names the field of a body that could not be read, without its value. */
public final class MalformedJson {

    private MalformedJson() {
    }

    static Problem problem(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            return Problem.field(path(wrong), "INVALID");
        }
        return Problem.of(ProblemType.MALFORMED_REQUEST);
    }

    /** As a part of a body that was read apart, such as one of many. */
    public static Problem problem(DatabindException wrong) {
        String path = path(wrong);
        return Problem.field(path.isEmpty() ? "body" : path, "INVALID");
    }

    private static String path(DatabindException wrong) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : wrong.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
