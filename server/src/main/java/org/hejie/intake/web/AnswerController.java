package org.hejie.intake.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hejie.intake.Answer;
import org.hejie.intake.Answers;
import org.hejie.intake.Answers.NewSettings;
import org.hejie.intake.Answers.Settings;
import org.hejie.intake.Answers.Told;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.ResultKind;
import org.hejie.matter.SourceLine;
import org.hejie.notify.KeptDay;
import org.hejie.notify.MessageState;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.export.ExportOrder;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.export.ExportedCell;
import org.hejie.shared.export.Exports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the lines are told: by day as a list or a file, and where and of what each is told. */
@RestController
@RequestMapping("/api/v1/lines/{line}")
class AnswerController {

    private static final List<String> HEADINGS = List.of("来源编号 outsideNo", "事项编码 code", "状态 status", "时间 at",
            "结果 result", "投递 delivery");

    private final Answers answers;
    private final Exports exports;

    AnswerController(Answers answers, Exports exports) {
        this.answers = answers;
        this.exports = exports;
    }

    /** @param at Asia/Shanghai; @param state what has become of its delivery */
    record AnswerRow(long id, String outsideNo, String code, MatterStatus status, OffsetDateTime at, @Nullable ResultKind result,
            MessageState state, @Nullable Instant deliveredAt, @Nullable String failure, @Nullable String via,
            @Nullable Instant handedAt, @Nullable String handedBy) {

        static AnswerRow of(Told told) {
            Answer answer = told.answer();
            return new AnswerRow(told.message().id(), answer.outsideNo(), answer.code(), answer.status(),
                    answer.at().atZoneSameInstant(Times.ZONE).toOffsetDateTime(),
                    answer.result(), told.message().state(), told.message().deliveredAt(), told.message().failure(), answer.via(),
                    told.message().handedAt(), told.handedBy());
        }
    }

    record AnswerList(List<AnswerRow> items) {
    }

    /** @param address null: answers are fetched */
    record AnswerSettings(String line, @Nullable String address, @Nullable Instant setAt, Set<MatterStatus> statuses) {

        static AnswerSettings of(Settings settings) {
            var endpoint = settings.endpoint();
            return new AnswerSettings(settings.line().slug(), endpoint == null ? null : endpoint.address().toString(),
                    endpoint == null ? null : endpoint.setAt(), settings.statuses());
        }
    }

    /** @param address {@code https}, or null: answers are fetched */
    record AnswerSettingsRequest(@Nullable String address, @Nullable Set<MatterStatus> statuses) {
    }

    /** @param secret of a new address, shown this once */
    record ChangedAnswerSettings(AnswerSettings settings, @Nullable String secret) {

        @Override
        public String toString() {
            return "ChangedAnswerSettings[secret hidden]";
        }
    }

    /** What the line was told on a day in Asia/Shanghai, or is to fetch. */
    @GetMapping(path = "/answers", produces = MediaType.APPLICATION_JSON_VALUE)
    AnswerList ofDay(@PathVariable String line, @RequestParam LocalDate on) {
        return new AnswerList(answers.ofDay(Lines.inPath(line), on).stream().map(AnswerRow::of).toList());
    }

    /** The same as a file for a spreadsheet program. */
    @GetMapping(path = "/answers.csv", produces = "text/csv")
    ResponseEntity<byte[]> file(@PathVariable String line, @RequestParam LocalDate on) {
        SourceLine source = Lines.inPath(line);
        List<Told> given = answers.ofDay(source, on);
        ExportStamp stamp = exports.open(new ExportOrder("line-answers", "/lines/" + source.slug() + "/answers.csv?on=" + on,
                given.size(), 0));
        var text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings());
            for (Told told : given) {
                AnswerRow row = AnswerRow.of(told);
                csv.writeRecord(ExportedCell.safe(row.outsideNo()), row.code(), row.status().name(), row.at().toString(),
                        row.result() == null ? "" : row.result().name(), row.state().name(), stamp.mark());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename("answers-" + source.slug() + "-" + on + ".csv").build().toString())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    record KeptDays(List<KeptDay> items) {
    }

    record HandedOver(int count) {
    }

    /** @param on the day whose answers were handed over */
    record HandOverRequest(@Nullable LocalDate on) {
    }

    /** Days of a line without an address whose answers nobody has handed over. */
    @GetMapping("/answers/kept")
    KeptDays kept(@PathVariable String line) {
        return new KeptDays(answers.notHandedOver(Lines.inPath(line)));
    }

    /** Says that the answers of a day were handed over, by who says so, now. */
    @PostMapping("/answers/hand-overs")
    @ResponseStatus(HttpStatus.CREATED)
    HandedOver handOver(@PathVariable String line, @RequestBody HandOverRequest request) {
        if (request.on() == null) {
            throw Problem.field("on", "REQUIRED");
        }
        return new HandedOver(answers.handOver(Lines.inPath(line), request.on()));
    }

    /** Where the line is answered and of which statuses it is told. */
    @GetMapping("/answering")
    AnswerSettings settings(@PathVariable String line) {
        return AnswerSettings.of(answers.settings(Lines.inPath(line)));
    }

    /** Changes it from now on. */
    @PutMapping("/answering")
    ChangedAnswerSettings change(@PathVariable String line, @RequestBody AnswerSettingsRequest request) {
        SourceLine source = Lines.inPath(line);
        if (request.statuses() == null) {
            throw Problem.field("statuses", "REQUIRED");
        }
        String secret = answers.change(source, new NewSettings(request.address(), request.statuses())).orElse(null);
        return new ChangedAnswerSettings(AnswerSettings.of(answers.settings(source)), secret);
    }

    private static List<String> headings() {
        return Stream.concat(HEADINGS.stream(), Stream.of(ExportStamp.HEADING)).toList();
    }
}
