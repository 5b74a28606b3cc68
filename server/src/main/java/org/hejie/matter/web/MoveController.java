package org.hejie.matter.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hejie.calendar.Limit;
import org.hejie.document.Documents;
import org.hejie.document.FileId;
import org.hejie.matter.Act;
import org.hejie.matter.Evaluation;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.ResultKind;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The moves of a matter, each a thing that is created under it. Every one needs the version seen, in If-Match. */
@RestController
@RequestMapping("/api/v1/matters/{id}")
class MoveController {

    private final Matters matters;
    private final Documents documents;

    MoveController(Matters matters, Documents documents) {
        this.matters = matters;
        this.documents = documents;
    }

    /** Where the matter stands after the move. */
    record Moved(long id, String code, String status, int version) {
    }

    record Opinion(@Nullable String opinion) {
    }

    record Reasoned(@Nullable String reasonCode, @Nullable String opinion, @Nullable List<Long> documentIds) {
    }

    record Handing(@Nullable Long leadUnitId, @Nullable List<Long> coUnitIds, @Nullable String procedure,
            @Nullable String limit, @Nullable String opinion) {
    }

    record ExtensionRequest(@Nullable String limit, @Nullable String clock, @Nullable String reason) {
    }

    record ExtensionDecision(@Nullable Boolean granted, @Nullable String opinion) {
    }

    record Suspension(@Nullable String reasonCode, @Nullable LocalDate reviewOn, @Nullable String opinion,
            @Nullable List<Long> documentIds) {
    }

    record ResultRequest(@Nullable String resultKind, @Nullable String opinion, @Nullable Boolean resolved,
            @Nullable LocalDate performedOn, @Nullable List<Long> documentIds) {
    }

    record CheckRequest(@Nullable Boolean passed, @Nullable String opinion) {
    }

    record EvaluationRequest(@Nullable String level, @Nullable List<String> reasons, @Nullable String text) {
    }

    record OutsideTransfer(@Nullable String destination, @Nullable String opinion) {
    }

    record Withdrawal(@Nullable String reason) {
    }

    record NoteRequest(@Nullable String text) {
    }

    record Materials(@Nullable List<Long> documentIds, @Nullable String opinion) {
    }

    record Performance(@Nullable LocalDate performedOn, @Nullable List<Long> documentIds, @Nullable String opinion) {
    }

    @PostMapping("/acceptance")
    ResponseEntity<Moved> accept(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody(required = false) @Nullable Opinion body) {
        return act(id, seen, new Act.Accept(words(body)));
    }

    @PostMapping("/declinations")
    ResponseEntity<Moved> decline(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Reasoned body) {
        return act(id, seen, new Act.Decline(reason(body.reasonCode()), text(body.opinion(), "opinion")));
    }

    @PostMapping("/guidances")
    ResponseEntity<Moved> guide(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Reasoned body) {
        return act(id, seen, new Act.Guide(reason(body.reasonCode()), text(body.opinion(), "opinion")));
    }

    @PostMapping("/dispatches")
    ResponseEntity<Moved> dispatch(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Handing body) {
        return act(id, seen, new Act.Dispatch(lead(body), helpers(body), procedure(body.procedure()), body.limit(), body.opinion()));
    }

    @PostMapping("/signatures")
    ResponseEntity<Moved> sign(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody(required = false) @Nullable Opinion body) {
        return act(id, seen, new Act.Sign(words(body)));
    }

    @PostMapping("/returns")
    ResponseEntity<Moved> giveBack(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Reasoned body) {
        return act(id, seen, new Act.Return(reason(body.reasonCode()), text(body.opinion(), "opinion"),
                attachments(body.documentIds())));
    }

    @PostMapping("/adjudications")
    ResponseEntity<Moved> adjudicate(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Handing body) {
        return act(id, seen, new Act.Adjudicate(lead(body), helpers(body), text(body.opinion(), "opinion")));
    }

    @PostMapping("/transfers")
    ResponseEntity<Moved> transfer(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Handing body) {
        return act(id, seen, new Act.Transfer(lead(body), helpers(body), text(body.opinion(), "opinion")));
    }

    @PostMapping("/extensions")
    ResponseEntity<Moved> requestExtension(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody ExtensionRequest body) {
        return act(id, seen, new Act.RequestExtension(Limit.parse(text(body.limit(), "limit")), body.clock(),
                text(body.reason(), "reason")));
    }

    @PostMapping("/extension-decisions")
    ResponseEntity<Moved> decideExtension(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody ExtensionDecision body) {
        return act(id, seen, new Act.DecideExtension(required(body.granted(), "granted"), body.opinion()));
    }

    @PostMapping("/suspensions")
    ResponseEntity<Moved> suspend(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Suspension body) {
        return act(id, seen, new Act.Suspend(reason(body.reasonCode()), required(body.reviewOn(), "reviewOn"),
                text(body.opinion(), "opinion"), attachments(body.documentIds())));
    }

    @PostMapping("/resumptions")
    ResponseEntity<Moved> resume(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody(required = false) @Nullable Opinion body) {
        return act(id, seen, new Act.Resume(words(body)));
    }

    @PostMapping("/escalations")
    ResponseEntity<Moved> escalate(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Reasoned body) {
        return act(id, seen, new Act.Escalate(reason(body.reasonCode()), body.opinion()));
    }

    @PostMapping("/results")
    ResponseEntity<Moved> submit(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody ResultRequest body) {
        return act(id, seen, new Act.SubmitResult(choice(ResultKind.class, body.resultKind(), "resultKind"),
                Boolean.TRUE.equals(body.resolved()), body.performedOn(), text(body.opinion(), "opinion"),
                attachments(body.documentIds())));
    }

    @PostMapping("/checks")
    ResponseEntity<Moved> check(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody CheckRequest body) {
        return act(id, seen, new Act.Check(required(body.passed(), "passed"), body.opinion()));
    }

    @PostMapping("/evaluations")
    ResponseEntity<Moved> evaluate(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody EvaluationRequest body) {
        return act(id, seen, new Act.Evaluate(choice(Evaluation.class, body.level(), "level"),
                body.reasons() == null ? List.of() : body.reasons(), body.text()));
    }

    @PostMapping("/reopenings")
    ResponseEntity<Moved> reopen(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Reasoned body) {
        return act(id, seen, new Act.Reopen(reason(body.reasonCode()), body.opinion()));
    }

    @PostMapping("/archival")
    ResponseEntity<Moved> archive(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen) {
        return act(id, seen, new Act.Archive());
    }

    @PostMapping("/withdrawals")
    ResponseEntity<Moved> withdraw(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Withdrawal body) {
        return act(id, seen, new Act.Withdraw(text(body.reason(), "reason")));
    }

    @PostMapping("/outside-transfers")
    ResponseEntity<Moved> transferOut(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody OutsideTransfer body) {
        return act(id, seen, new Act.TransferOut(text(body.destination(), "destination"), text(body.opinion(), "opinion")));
    }

    @PostMapping("/notes")
    ResponseEntity<Moved> note(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody NoteRequest body) {
        return act(id, seen, new Act.Note(text(body.text(), "text")));
    }

    @PostMapping("/materials")
    ResponseEntity<Moved> addMaterial(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Materials body) {
        return act(id, seen, new Act.AddMaterial(attachments(required(body.documentIds(), "documentIds")), body.opinion()));
    }

    @PostMapping("/performances")
    ResponseEntity<Moved> perform(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Performance body) {
        return act(id, seen, new Act.RecordPerformance(required(body.performedOn(), "performedOn"),
                attachments(body.documentIds()), body.opinion()));
    }

    private ResponseEntity<Moved> act(long id, String ifMatch, Act act) {
        Matters.Standing after = matters.act(new MatterId(id), version(ifMatch), act);
        return ResponseEntity.ok().eTag(Integer.toString(after.version()))
                .body(new Moved(id, after.code().value(), after.status().name(), after.version()));
    }

    private static int version(String ifMatch) {
        String bare = ifMatch.replace("W/", "").replace("\"", "").strip();
        try {
            return Integer.parseInt(bare);
        } catch (NumberFormatException e) {
            throw Problem.of(ProblemType.STALE);
        }
    }

    /** A file is the paper it was uploaded for. */
    private List<Act.Attachment> attachments(@Nullable List<Long> ids) {
        return ids == null ? List.of() : ids.stream()
                .map(id -> new Act.Attachment(id, documents.view(new FileId(id)).purpose())).toList();
    }

    private static UnitId lead(Handing body) {
        long id = required(body.leadUnitId(), "leadUnitId");
        if (id <= 0) {
            throw Problem.field("leadUnitId", "UNKNOWN");
        }
        return new UnitId(id);
    }

    private static List<UnitId> helpers(Handing body) {
        if (body.coUnitIds() == null) {
            return List.of();
        }
        if (body.coUnitIds().stream().anyMatch(id -> id <= 0)) {
            throw Problem.field("coUnitIds", "UNKNOWN");
        }
        return body.coUnitIds().stream().distinct().map(UnitId::new).toList();
    }

    private static @Nullable ProcedureId procedure(@Nullable String id) {
        try {
            return id == null || id.isBlank() ? null : new ProcedureId(id);
        } catch (IllegalArgumentException e) {
            throw Problem.field("procedure", "UNKNOWN");
        }
    }

    private static String reason(@Nullable String code) {
        return text(code, "reasonCode");
    }

    private static String text(@Nullable String text, String field) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank()).orElseThrow(() -> Problem.field(field, "REQUIRED"));
    }

    private static <T> T required(@Nullable T value, String field) {
        return Optional.ofNullable(value).orElseThrow(() -> Problem.field(field, "REQUIRED"));
    }

    private static @Nullable String words(@Nullable Opinion body) {
        return body == null ? null : body.opinion();
    }

    private static <E extends Enum<E>> E choice(Class<E> type, @Nullable String name, String field) {
        try {
            return Enum.valueOf(type, text(name, field).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.field(field, "UNKNOWN");
        }
    }
}
