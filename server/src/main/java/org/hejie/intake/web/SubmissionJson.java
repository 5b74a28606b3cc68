package org.hejie.intake.web;

import java.util.List;
import org.hejie.intake.Incoming;
import org.hejie.intake.Submission;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads submissions and keeps beside each the text it came as. */
@Component
class SubmissionJson {

    private final JsonMapper json;

    SubmissionJson(JsonMapper json) {
        this.json = json;
    }

    /** @throws Problem naming the field that has no such form, e.g. a date that does not exist */
    Incoming read(JsonNode body, @Nullable String key) {
        try {
            return new Incoming(json.treeToValue(body, Submission.class), body.toString(), key, null, List.of());
        } catch (DatabindException wrong) {
            throw Problem.field(path(wrong), "INVALID");
        }
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
        return path.isEmpty() ? "body" : path.toString();
    }
}
