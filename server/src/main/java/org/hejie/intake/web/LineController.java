package org.hejie.intake.web;

import java.util.ArrayList;
import java.util.List;
import org.hejie.intake.Incoming;
import org.hejie.intake.Submissions;
import org.hejie.intake.Submissions.Origin;
import org.hejie.intake.Submissions.Unreadable;
import org.hejie.intake.Taken;
import org.hejie.matter.Registered.Receipt;
import org.hejie.matter.ResidentDoors;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where the lines' own systems send what came to them. */
@RestController
@RequestMapping("/api/v1/lines/{line}")
class LineController {

    private static final int LARGEST_BATCH = 500;

    private final Submissions submissions;
    private final SubmissionJson json;
    private final ResidentDoors doors;

    LineController(Submissions submissions, SubmissionJson json, ResidentDoors doors) {
        this.submissions = submissions;
        this.json = json;
        this.doors = doors;
    }

    /**
     * What the line gives to the person.
     *
     * @param qrToken opaque, for a QR; holds nothing about the person
     */
    record LineReceipt(long submissionId, String code, String queryCode, String qrToken) {
    }

    /** @param status as a single submission would have been answered */
    record BatchItem(int index, int status, @Nullable LineReceipt receipt, @Nullable String code, List<FieldError> errors) {
    }

    record BatchAnswer(List<BatchItem> items) {
    }

    /** Takes one: 201 and its receipt, 200 and the same receipt when it was sent before, 409 under a number known otherwise. */
    @PostMapping("/submissions")
    ResponseEntity<LineReceipt> submit(@PathVariable String line, @RequestBody JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        SourceLine source = permitted(line);
        Taken taken = submissions.take(source, Origin.API, List.of(readable(source, body, key))).getFirst();
        return switch (taken) {
            case Taken.Registered registered -> ResponseEntity
                    .status(registered.repeated() ? HttpStatus.OK : HttpStatus.CREATED).body(receipt(registered));
            case Taken.Conflict() -> throw Problem.of(ProblemType.OUTSIDE_NUMBER_CONFLICT);
            case Taken.Refused(List<FieldError> errors) -> throw Problem.fields(errors);
        };
    }

    private Incoming readable(SourceLine source, JsonNode body, @Nullable String key) {
        try {
            return json.read(body, key);
        } catch (Problem unreadable) {
            submissions.turnAway(source, List.of(unreadable(body, unreadable)));
            throw unreadable;
        }
    }

    private static Unreadable unreadable(JsonNode body, Problem problem) {
        JsonNode number = body.path("outsideNo");
        return new Unreadable(number.isString() ? number.asString() : null, problem.errors());
    }

    /** Takes up to 500 in one transaction; each is answered for itself, in their order. */
    @PostMapping("/submission-batches")
    BatchAnswer submitAll(@PathVariable String line, @RequestBody JsonNode body) {
        SourceLine source = permitted(line);
        JsonNode given = body.path("submissions");
        if (!given.isArray() || given.isEmpty() || given.size() > LARGEST_BATCH) {
            throw Problem.field("submissions", given.isArray() && !given.isEmpty() ? "TOO_MANY" : "REQUIRED");
        }
        BatchItem[] items = new BatchItem[given.size()];
        List<Incoming> readable = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Unreadable> away = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            try {
                readable.add(json.read(given.get(i), null));
                places.add(i);
            } catch (Problem unreadable) {
                items[i] = refused(i, unreadable.errors());
                away.add(unreadable(given.get(i), unreadable));
            }
        }
        submissions.turnAway(source, away);
        List<Taken> taken = submissions.take(source, Origin.API, readable);
        for (int i = 0; i < taken.size(); i++) {
            items[places.get(i)] = item(places.get(i), taken.get(i));
        }
        return new BatchAnswer(List.of(items));
    }

    private BatchItem item(int index, Taken taken) {
        return switch (taken) {
            case Taken.Registered registered ->
                    new BatchItem(index, registered.repeated() ? 200 : 201, receipt(registered), null, List.of());
            case Taken.Conflict() -> new BatchItem(index, 409, null, ProblemType.OUTSIDE_NUMBER_CONFLICT.name(), List.of());
            case Taken.Refused(List<FieldError> errors) -> refused(index, errors);
        };
    }

    private static BatchItem refused(int index, List<FieldError> errors) {
        return new BatchItem(index, 400, null, ProblemType.INVALID_FIELDS.name(), errors);
    }

    private LineReceipt receipt(Taken.Registered registered) {
        Receipt slip = doors.slip(registered.matter());
        return new LineReceipt(registered.id().value(), registered.code(), slip.queryCode(), slip.token());
    }

    private static SourceLine permitted(String slug) {
        SourceLine line = Lines.inPath(slug);
        Actors.current().requireTokenScope("line:" + line.slug() + ":submit");
        return line;
    }
}
