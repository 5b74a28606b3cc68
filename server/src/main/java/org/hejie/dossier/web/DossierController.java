package org.hejie.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.hejie.document.FileType;
import org.hejie.dossier.Dossiers;
import org.hejie.dossier.Dossiers.DossierView;
import org.hejie.dossier.Dossiers.FilingOrder;
import org.hejie.dossier.Dossiers.LoanOrder;
import org.hejie.dossier.Dossiers.LoanReason;
import org.hejie.matter.MatterId;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The dossier of a matter: checked, filed, lent, read. */
@RestController
@RequestMapping("/api/v1")
class DossierController {

    private final Dossiers dossiers;

    DossierController(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    record VolumeRequest(@Nullable String retention, @Nullable String note) {

        FilingOrder read() {
            return new FilingOrder(retention == null ? "" : retention, note == null || note.isBlank() ? null : note.strip());
        }
    }

    record LoanRequest(@Nullable LoanReason reason, @Nullable String purpose, @Nullable LocalDate until) {

        LoanOrder read() {
            new Problem.Fields().reject(reason == null, "reason", "REQUIRED").reject(until == null, "until", "REQUIRED")
                    .reject(purpose == null || purpose.isBlank(), "purpose", "REQUIRED").done();
            return new LoanOrder(reason, purpose, until);
        }
    }

    /** Number of what was made. */
    record DossierMade(long id) {
    }

    @GetMapping("/matters/{id}/dossier")
    DossierView view(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return dossiers.of(new MatterId(id));
    }

    @PostMapping("/matters/{id}/dossier")
    @ResponseStatus(HttpStatus.CREATED)
    DossierMade file(@PathVariable long id, @RequestBody VolumeRequest request) {
        return new DossierMade(dossiers.file(new MatterId(id), request.read()));
    }

    @PostMapping("/dossier-volumes/{id}/loans")
    @ResponseStatus(HttpStatus.CREATED)
    DossierMade borrow(@PathVariable long id, @RequestBody LoanRequest request) {
        return new DossierMade(dossiers.borrow(id, request.read()));
    }

    @PostMapping("/dossier-loans/{id}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable long id) {
        dossiers.giveBack(id);
    }

    /** The PDF, for who has borrowed it. */
    @GetMapping("/dossier-volumes/{id}/content")
    void content(@PathVariable long id, HttpServletResponse response) {
        dossiers.read(id, () -> {
            response.setContentType(FileType.PDF.mediaType());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, PaperController.attachment("卷宗-" + id + ".pdf"));
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, private");
            return response.getOutputStream();
        });
    }
}
