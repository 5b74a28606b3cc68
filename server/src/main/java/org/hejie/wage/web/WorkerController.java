package org.hejie.wage.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.party.DocumentKind;
import org.hejie.party.PartyDraft;
import org.hejie.party.PartyKind;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Page;
import org.hejie.wage.PayMethod;
import org.hejie.wage.WageWorkers;
import org.hejie.wage.WageWorkers.PaymentOrder;
import org.hejie.wage.WageWorkers.Share;
import org.hejie.wage.WageWorkers.Verification;
import org.hejie.wage.WorkerDraft;
import org.hejie.wage.WorkerRow;
import org.hejie.wage.web.WageVersion;
import org.hejie.wage.web.ClaimController.WageMade;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The workers of a claim: added, verified, paid, withdrawn. */
@RestController
@RequestMapping("/api/v1")
class WorkerController {

    private final WageWorkers workers;

    WorkerController(WageWorkers workers) {
        this.workers = workers;
    }

    record WorkerRequest(@Nullable String name, @Nullable DocumentKind documentKind, @Nullable String documentNumber,
            @Nullable String phone, @Nullable String trade, @Nullable LocalDate owedFrom, @Nullable LocalDate owedTo,
            @Nullable LocalDate leftOn, @Nullable BigDecimal claimed) {

        WorkerDraft read() {
            return new WorkerDraft(new PartyDraft(PartyKind.PERSON, name, documentKind, documentNumber, null, phone, null, null, null, null,
                    Set.of()), trade, owedFrom, owedTo, leftOn, claimed);
        }

        @Override
        public String toString() {
            return "WorkerRequest[]";
        }
    }

    /** @param verified yuan, nothing or more */
    record VerifiedRow(@Nullable Long worker, @Nullable BigDecimal verified) {
    }

    record VerificationRequest(@Nullable List<VerifiedRow> rows) {

        List<Verification> read() {
            return Asked.required("rows", rows).stream().map(row -> new Verification(
                    Asked.required("rows.worker", row.worker()), Asked.required("rows.verified", row.verified()))).toList();
        }
    }

    /** @param amount yuan */
    record PaidShare(@Nullable Long worker, @Nullable BigDecimal amount) {
    }

    /** @param documentId of the voucher; null for none */
    record PaymentRequest(@Nullable LocalDate paidOn, @Nullable String method, @Nullable Long documentId, @Nullable List<PaidShare> rows) {

        PaymentOrder read() {
            return new PaymentOrder(Asked.required("paidOn", paidOn), Asked.one(PayMethod.class, "method", method), documentId,
                    Asked.required("rows", rows).stream().map(row -> new Share(
                            Asked.required("rows.worker", row.worker()), Asked.required("rows.amount", row.amount()))).toList());
        }
    }

    record WageReason(@Nullable String reason) {
    }

    @GetMapping("/wage-claims/{id}/workers")
    Page<WorkerRow> list(@PathVariable long id, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        return workers.list(id, cursor, Asked.within(limit));
    }

    @PostMapping("/wage-claims/{id}/workers")
    @ResponseStatus(HttpStatus.CREATED)
    WageMade add(@PathVariable long id, @RequestBody WorkerRequest request) {
        return new WageMade(workers.add(id, List.of(request.read()), WageWorkers.Path.ALONE).getFirst());
    }

    @PostMapping("/wage-claims/{id}/verifications")
    ResponseEntity<WageVersion> verify(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody VerificationRequest request) {
        return WageVersion.answer(id, workers.verify(id, Asked.version(seen), request.read()));
    }

    @PostMapping("/wage-claims/{id}/payments")
    ResponseEntity<WageVersion> pay(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody PaymentRequest request) {
        return WageVersion.answer(id, workers.pay(id, Asked.version(seen), request.read()));
    }

    @PostMapping("/wage-workers/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long id, @RequestBody WageReason request) {
        workers.withdraw(id, Asked.text(request.reason()));
    }

    @PostMapping("/wage-payments/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawPayment(@PathVariable long id, @RequestBody WageReason request) {
        workers.withdrawPayment(id, Asked.text(request.reason()));
    }
}
