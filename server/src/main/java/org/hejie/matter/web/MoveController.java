package org.hejie.matter.web;

import static org.hejie.matter.web.MoveBodies.choice;
import static org.hejie.matter.web.MoveBodies.helpers;
import static org.hejie.matter.web.MoveBodies.lead;
import static org.hejie.matter.web.MoveBodies.procedure;
import static org.hejie.matter.web.MoveBodies.reason;
import static org.hejie.matter.web.MoveBodies.required;
import static org.hejie.matter.web.MoveBodies.text;
import static org.hejie.matter.web.MoveBodies.words;

import java.util.List;
import org.hejie.calendar.Limit;
import org.hejie.document.Documents;
import org.hejie.document.FileId;
import org.hejie.matter.Act;
import org.hejie.matter.Evaluation;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.ResultKind;
import org.hejie.matter.web.MoveBodies.CheckRequest;
import org.hejie.matter.web.MoveBodies.EvaluationRequest;
import org.hejie.matter.web.MoveBodies.ExtensionDecision;
import org.hejie.matter.web.MoveBodies.ExtensionRequest;
import org.hejie.matter.web.MoveBodies.Handing;
import org.hejie.matter.web.MoveBodies.Materials;
import org.hejie.matter.web.MoveBodies.NoteRequest;
import org.hejie.matter.web.MoveBodies.Opinion;
import org.hejie.matter.web.MoveBodies.OutsideTransfer;
import org.hejie.matter.web.MoveBodies.Performance;
import org.hejie.matter.web.MoveBodies.Reasoned;
import org.hejie.matter.web.MoveBodies.ResultRequest;
import org.hejie.matter.web.MoveBodies.Suspension;
import org.hejie.matter.web.MoveBodies.Withdrawal;
import org.hejie.shared.web.Asked;
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
    record MovedMatter(long id, String code, String status, int version) {
    }

    @PostMapping("/acceptance")
    ResponseEntity<MovedMatter> accept(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody(required = false) @Nullable Opinion body) {
        return act(id, seen, new Act.Accept(words(body)));
    }

    @PostMapping("/declinations")
    ResponseEntity<MovedMatter> decline(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Reasoned body) {
        return act(id, seen, new Act.Decline(reason(body.reasonCode()), text(body.opinion(), "opinion")));
    }

    @PostMapping("/guidances")
    ResponseEntity<MovedMatter> guide(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Reasoned body) {
        return act(id, seen, new Act.Guide(reason(body.reasonCode()), text(body.opinion(), "opinion")));
    }

    @PostMapping("/dispatches")
    ResponseEntity<MovedMatter> dispatch(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Handing body) {
        return act(id, seen, new Act.Dispatch(lead(body), helpers(body), procedure(body.procedure()), body.limit(), body.opinion()));
    }

    @PostMapping("/signatures")
    ResponseEntity<MovedMatter> sign(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody(required = false) @Nullable Opinion body) {
        return act(id, seen, new Act.Sign(words(body)));
    }

    @PostMapping("/returns")
    ResponseEntity<MovedMatter> giveBack(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Reasoned body) {
        return act(id, seen, new Act.Return(reason(body.reasonCode()), text(body.opinion(), "opinion"),
                attachments(body.documentIds())));
    }

    @PostMapping("/adjudications")
    ResponseEntity<MovedMatter> adjudicate(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Handing body) {
        return act(id, seen, new Act.Adjudicate(lead(body), helpers(body), text(body.opinion(), "opinion")));
    }

    @PostMapping("/transfers")
    ResponseEntity<MovedMatter> transfer(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Handing body) {
        return act(id, seen, new Act.Transfer(lead(body), helpers(body), text(body.opinion(), "opinion")));
    }

    @PostMapping("/extensions")
    ResponseEntity<MovedMatter> requestExtension(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody ExtensionRequest body) {
        return act(id, seen, new Act.RequestExtension(Limit.parse(text(body.limit(), "limit")), body.clock(),
                text(body.reason(), "reason")));
    }

    @PostMapping("/extension-decisions")
    ResponseEntity<MovedMatter> decideExtension(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody ExtensionDecision body) {
        return act(id, seen, new Act.DecideExtension(required(body.granted(), "granted"), body.opinion()));
    }

    @PostMapping("/suspensions")
    ResponseEntity<MovedMatter> suspend(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Suspension body) {
        return act(id, seen, new Act.Suspend(reason(body.reasonCode()), required(body.reviewOn(), "reviewOn"),
                text(body.opinion(), "opinion"), attachments(body.documentIds())));
    }

    @PostMapping("/resumptions")
    ResponseEntity<MovedMatter> resume(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody(required = false) @Nullable Opinion body) {
        return act(id, seen, new Act.Resume(words(body)));
    }

    @PostMapping("/escalations")
    ResponseEntity<MovedMatter> escalate(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Reasoned body) {
        return act(id, seen, new Act.Escalate(reason(body.reasonCode()), body.opinion()));
    }

    @PostMapping("/results")
    ResponseEntity<MovedMatter> submit(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody ResultRequest body) {
        return act(id, seen, new Act.SubmitResult(choice(ResultKind.class, body.resultKind(), "resultKind"),
                Boolean.TRUE.equals(body.resolved()), body.performedOn(), text(body.opinion(), "opinion"),
                attachments(body.documentIds())));
    }

    @PostMapping("/checks")
    ResponseEntity<MovedMatter> check(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody CheckRequest body) {
        return act(id, seen, new Act.Check(required(body.passed(), "passed"), body.opinion()));
    }

    @PostMapping("/evaluations")
    ResponseEntity<MovedMatter> evaluate(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody EvaluationRequest body) {
        return act(id, seen, new Act.Evaluate(choice(Evaluation.class, body.level(), "level"),
                body.reasons() == null ? List.of() : body.reasons(), body.text()));
    }

    @PostMapping("/reopenings")
    ResponseEntity<MovedMatter> reopen(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Reasoned body) {
        return act(id, seen, new Act.Reopen(reason(body.reasonCode()), body.opinion()));
    }

    @PostMapping("/archival")
    ResponseEntity<MovedMatter> archive(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen) {
        return act(id, seen, new Act.Archive());
    }

    @PostMapping("/withdrawals")
    ResponseEntity<MovedMatter> withdraw(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Withdrawal body) {
        return act(id, seen, new Act.Withdraw(text(body.reason(), "reason")));
    }

    @PostMapping("/outside-transfers")
    ResponseEntity<MovedMatter> transferOut(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody OutsideTransfer body) {
        return act(id, seen, new Act.TransferOut(text(body.destination(), "destination"), text(body.opinion(), "opinion")));
    }

    @PostMapping("/notes")
    ResponseEntity<MovedMatter> note(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody NoteRequest body) {
        return act(id, seen, new Act.Note(text(body.text(), "text")));
    }

    @PostMapping("/materials")
    ResponseEntity<MovedMatter> addMaterial(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Materials body) {
        return act(id, seen, new Act.AddMaterial(attachments(required(body.documentIds(), "documentIds")), body.opinion()));
    }

    @PostMapping("/performances")
    ResponseEntity<MovedMatter> perform(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Performance body) {
        return act(id, seen, new Act.RecordPerformance(required(body.performedOn(), "performedOn"),
                attachments(body.documentIds()), body.opinion()));
    }

    private ResponseEntity<MovedMatter> act(long id, String ifMatch, Act act) {
        Matters.Standing after = matters.act(new MatterId(id), Asked.version(ifMatch), act);
        return ResponseEntity.ok().eTag(Integer.toString(after.version()))
                .body(new MovedMatter(id, after.code().value(), after.status().name(), after.version()));
    }

    /** A file is the paper it was uploaded for. */
    private List<Act.Attachment> attachments(@Nullable List<Long> ids) {
        return ids == null ? List.of() : ids.stream()
                .map(id -> new Act.Attachment(id, documents.view(new FileId(id)).purpose())).toList();
    }
}
