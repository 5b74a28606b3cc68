package org.hejie.intake.web;

import java.util.List;
import org.hejie.intake.Incoming;
import org.hejie.intake.Submission;
import org.hejie.shared.web.MalformedJson;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
            throw MalformedJson.problem(wrong);
        }
    }
}
