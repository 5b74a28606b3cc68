package org.hejie.mediation.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.hejie.dossier.Dossiers.Slot;
import org.hejie.dossier.PaperPackages.Packed;
import org.hejie.mediation.AgreementDraft;
import org.hejie.mediation.AgreementDraft.Owed;
import org.hejie.mediation.AgreementRow;
import org.hejie.mediation.AgreementSeal;
import org.hejie.mediation.AgreementSeals;
import org.hejie.mediation.AgreementView;
import org.hejie.mediation.Agreements;
import org.hejie.mediation.JudicialConfirmations;
import org.hejie.mediation.web.MediationSessionController.MediationReason;
import org.hejie.mediation.web.MediatorController.MediationMade;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Agreements: drawn up, signed, kept, confirmed. */
@RestController
@RequestMapping("/api/v1")
class AgreementController {

    private final Agreements agreements;
    private final JudicialConfirmations confirmations;
    private final AgreementSeals seals;

    AgreementController(Agreements agreements, JudicialConfirmations confirmations, AgreementSeals seals) {
        this.agreements = agreements;
        this.confirmations = confirmations;
        this.seals = seals;
    }

    /** @param total yuan: what all payments come to; null where nothing is paid */
    record AgreementRequest(AgreementRow.@Nullable Form form, @Nullable String facts, @Nullable String terms, @Nullable BigDecimal total,
            @Nullable List<Owed> obligations) {

        AgreementDraft read() {
            return new AgreementDraft(Asked.required("form", form), Asked.text(facts), Asked.text(terms), total,
                    obligations == null ? List.of() : obligations);
        }
    }

    /** @param documentId the scan of the signed paper; for a written one */
    record AgreementSignature(@Nullable LocalDate signedOn, @Nullable Long documentId) {
    }

    record PerformanceRequest(@Nullable LocalDate performedOn, @Nullable Long documentId) {
    }

    record ConfirmationRequest(@Nullable LocalDate appliedOn, @Nullable String court, @Nullable Boolean bothParties) {
    }

    /** @param delivery where the parties are served; empty for what is known of each */
    record ConfirmationPackageRequest(@Nullable String court, @Nullable String delivery) {

        @Override
        public String toString() {
            return "ConfirmationPackageRequest[hidden]";
        }
    }

    record ConfirmationPaperList(List<Slot> items) {
    }

    record ConfirmationAnswer(AgreementView.@Nullable Answer answer, @Nullable LocalDate answeredOn, @Nullable String documentNo) {
    }

    @PostMapping("/mediations/{id}/agreements")
    @ResponseStatus(HttpStatus.CREATED)
    MediationMade draw(@PathVariable long id, @RequestBody AgreementRequest request) {
        return new MediationMade(agreements.draw(id, request.read()));
    }

    @GetMapping("/agreements/{id}")
    ResponseEntity<AgreementView> find(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        AgreementView one = agreements.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return ResponseEntity.ok().eTag(Integer.toString(one.version())).body(one);
    }

    @PutMapping("/agreements/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rewrite(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen, @RequestBody AgreementRequest request) {
        agreements.rewrite(id, Asked.version(seen), request.read());
    }

    @PostMapping("/agreements/{id}/signature")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sign(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen, @RequestBody AgreementSignature request) {
        agreements.sign(id, Asked.version(seen), Asked.required("signedOn", request.signedOn()), request.documentId());
    }

    /** @param sealId one of the committee's seals; null for the one in use */
    record AgreementSealRequest(@Nullable Long sealId) {
    }

    /** The electronic seal, checked now, or why none can be put. */
    @GetMapping("/agreements/{id}/seal")
    AgreementSeal seal(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return seals.of(id);
    }

    @PostMapping("/agreements/{id}/seal")
    @ResponseStatus(HttpStatus.CREATED)
    AgreementSeal putSeal(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody AgreementSealRequest request) {
        return seals.seal(id, Asked.version(seen), request.sealId(), key);
    }

    /** Paper, seal, certificates and list of what is revoked, for checking without us. */
    @GetMapping("/agreements/{id}/seal/package")
    ResponseEntity<byte[]> sealed(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        AgreementSeals.Packed packed = seals.packed(id);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(packed.fileName(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").cacheControl(CacheControl.noStore().cachePrivate()).body(packed.zip());
    }

    @PostMapping("/agreements/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen, @RequestBody MediationReason request) {
        agreements.cancel(id, Asked.version(seen), Asked.text(request.reason()));
    }

    @PostMapping("/agreements/{id}/obligations/{position}/performance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void perform(@PathVariable long id, @PathVariable int position, @RequestBody PerformanceRequest request) {
        agreements.perform(id, position, Asked.required("performedOn", request.performedOn()), request.documentId());
    }

    @PostMapping("/agreements/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void apply(@PathVariable long id, @RequestBody ConfirmationRequest request) {
        confirmations.apply(id, Asked.required("appliedOn", request.appliedOn()), Asked.text(request.court()),
                Boolean.TRUE.equals(request.bothParties()));
    }

    /** What the court wants to see, and what of it is there. */
    @GetMapping("/agreements/{id}/confirmation-papers")
    ConfirmationPaperList papers(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return new ConfirmationPaperList(confirmations.papers(id));
    }

    /** The papers for the court in one PDF. */
    @PostMapping("/agreements/{id}/confirmation-package")
    ResponseEntity<byte[]> packed(@PathVariable long id, @RequestBody ConfirmationPackageRequest request) {
        Packed packed = confirmations.pack(id, Asked.text(request.court()), request.delivery());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(packed.fileName(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").cacheControl(CacheControl.noStore().cachePrivate()).body(packed.pdf());
    }

    @PostMapping("/agreements/{id}/confirmation-answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable long id, @RequestBody ConfirmationAnswer request) {
        confirmations.answer(id, Asked.required("answer", request.answer()), Asked.required("answeredOn", request.answeredOn()),
                request.documentNo());
    }
}
