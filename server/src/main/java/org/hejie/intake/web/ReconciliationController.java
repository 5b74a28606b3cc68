package org.hejie.intake.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.hejie.intake.LineDay;
import org.hejie.intake.LineFigures;
import org.hejie.intake.ReconciledKind;
import org.hejie.intake.ReconciledRow;
import org.hejie.intake.Reconciliation;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Reconciliation of the lines' days: figures, their rows, what the line says, asking again, signing. */
@RestController
@RequestMapping("/api/v1")
class ReconciliationController {

    private static final int MOST = 200;
    private static final int LARGEST_FILE = 4 * 1024 * 1024;
    private static final int FURTHEST_BACK = 92;

    private final Reconciliation reconciliation;

    ReconciliationController(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    /** @param told what a signature stands for: sent back with it, so that nobody signs for what he has not seen */
    record LineDayView(String line, LocalDate day, LineDay.State state, LineFigures figures, String told,
            LineDay.@Nullable Statement statement, List<LineDay.Sheet> signed) {

        static LineDayView of(LineDay day) {
            return new LineDayView(day.line().slug(), day.day(), day.state(), day.figures(), day.figures().told(), day.statement(), day.signed());
        }
    }

    record LineDays(List<LineDayView> items) {

        static LineDays of(List<LineDay> days) {
            return new LineDays(days.stream().map(LineDayView::of).toList());
        }
    }

    /** @param count null: as many as are named; @param outsideNos null: the count alone is known */
    record SentRequest(@Nullable Integer count, @Nullable List<String> outsideNos) {
    }

    /** @param outsideNos null: all that are missing */
    record AskRequest(@Nullable List<String> outsideNos) {
    }

    record Asked(int count) {
    }

    /** @param told of the day as it was seen; @param note needed when something is missing */
    record SignRequest(@Nullable String told, @Nullable String note) {
    }

    /** @param digits how many digits at the end of the line's numbers run on by one; null where they do not */
    record Numbering(@Nullable Integer digits) {
    }

    /** All lines on a day (Asia/Shanghai). */
    @GetMapping("/reconciliation")
    LineDays day(@RequestParam LocalDate on) {
        return LineDays.of(reconciliation.day(on));
    }

    /** Days on which something is missing, or has changed behind a signature. */
    @GetMapping("/reconciliation/open")
    LineDays open(@RequestParam(defaultValue = "31") int days) {
        if (days < 1 || days > FURTHEST_BACK) {
            throw Problem.field("days", "RANGE");
        }
        return LineDays.of(reconciliation.open(days));
    }

    @GetMapping("/lines/{line}/days/{day}")
    LineDayView of(@PathVariable String line, @PathVariable LocalDate day) {
        return LineDayView.of(reconciliation.of(Lines.inPath(line), day));
    }

    /** The rows of the day, the trouble first; of a signed revision as they were then. */
    @GetMapping("/lines/{line}/days/{day}/rows")
    Page<ReconciledRow> rows(@PathVariable String line, @PathVariable LocalDate day, @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(required = false) @Nullable ReconciledKind kind, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.field("limit", "RANGE");
        }
        return reconciliation.rows(Lines.inPath(line), day, revision, kind, cursor, limit);
    }

    /** Puts down what the line says it sent that day. */
    @PutMapping(path = "/lines/{line}/days/{day}/sent", consumes = MediaType.APPLICATION_JSON_VALUE)
    LineDayView say(@PathVariable String line, @PathVariable LocalDate day, @RequestBody SentRequest request) {
        Actor actor = Actors.current();
        LineDay.Source source = actor.kind() == Actor.Kind.API_CLIENT ? LineDay.Source.API : LineDay.Source.TYPED;
        return LineDayView.of(reconciliation.say(Lines.inPath(line), day, request.count(), request.outsideNos(), source));
    }

    /** The same from a CSV or XLSX: the outside numbers stand in its first column. */
    @PostMapping(path = "/lines/{line}/days/{day}/sent-file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    LineDayView sayFile(@PathVariable String line, @PathVariable LocalDate day, @RequestPart("file") MultipartFile file) throws IOException {
        SourceLine source = Lines.inPath(line);
        if (file.getSize() > LARGEST_FILE) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        List<String> numbers = reconciliation.numbersIn(file.getBytes());
        return LineDayView.of(reconciliation.say(source, day, null, numbers, LineDay.Source.FILE));
    }

    /** Asks the line again for numbers that are missing. */
    @PostMapping("/lines/{line}/days/{day}/requests")
    @ResponseStatus(HttpStatus.CREATED)
    Asked ask(@PathVariable String line, @PathVariable LocalDate day, @RequestBody AskRequest request) {
        return new Asked(reconciliation.askAgain(Lines.inPath(line), day, request.outsideNos()));
    }

    /** Signs for the day as it was seen: 412 when it is no longer so. */
    @PostMapping("/lines/{line}/days/{day}/signatures")
    @ResponseStatus(HttpStatus.CREATED)
    LineDayView sign(@PathVariable String line, @PathVariable LocalDate day, @RequestBody SignRequest request) {
        if (request.told() == null) {
            throw Problem.field("told", "REQUIRED");
        }
        return LineDayView.of(reconciliation.sign(Lines.inPath(line), day, request.told(), request.note()));
    }

    /** How the line's numbers run. */
    @GetMapping("/lines/{line}/numbering")
    Numbering numbering(@PathVariable String line) {
        OptionalInt digits = reconciliation.runningDigits(Lines.inPath(line));
        return new Numbering(digits.isPresent() ? digits.getAsInt() : null);
    }

    @PutMapping("/lines/{line}/numbering")
    Numbering setNumbering(@PathVariable String line, @RequestBody Numbering request) {
        reconciliation.setRunningDigits(Lines.inPath(line), request.digits());
        return request;
    }
}
