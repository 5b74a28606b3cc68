package org.hejie.subsidy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.hejie.document.sheet.SheetDownload;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.subsidy.SubsidyClaims;
import org.hejie.subsidy.SubsidyClaims.Chosen;
import org.hejie.subsidy.SubsidyPayments;
import org.hejie.subsidy.SubsidyPayments.PublicList;
import org.hejie.subsidy.SubsidyRow;
import org.hejie.subsidy.web.SubsidyController.SubsidyMade;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Public lists and payment batches. */
@RestController
@RequestMapping("/api/v1")
class SubsidyPaymentController {

    private static final List<String> HEADINGS = List.of("编号 claim", "调解员 mediator", "调解委员会 committee", "金额 amount", "支付日期 paid",
            ExportStamp.HEADING);
    private static final int PAGE = 200;

    private final SubsidyPayments payments;
    private final SubsidyClaims claims;

    SubsidyPaymentController(SubsidyPayments payments, SubsidyClaims claims) {
        this.payments = payments;
        this.claims = claims;
    }

    record PublicLists(List<PublicList> items) {
    }

    /** @param rows how many are paid now */
    record PaidMarked(int rows) {
    }

    @PostMapping("/subsidy-lists")
    @ResponseStatus(HttpStatus.CREATED)
    SubsidyMade publish() {
        return new SubsidyMade(payments.publish());
    }

    @GetMapping("/subsidy-lists")
    PublicLists lists() {
        Actors.current().require(Permission.MATTER_READ);
        return new PublicLists(payments.lists());
    }

    @GetMapping("/subsidy-lists/{id}")
    PublicList find(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return payments.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    @PostMapping("/subsidy-lists/{id}/batches")
    @ResponseStatus(HttpStatus.CREATED)
    SubsidyMade batch(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return new SubsidyMade(payments.batch(id));
    }

    @PostMapping("/subsidy-batches/{id}/payments")
    PaidMarked paid(@PathVariable long id, @RequestParam MultipartFile file) throws IOException {
        Actors.current().require(Permission.MATTER_READ);
        if (file.getSize() > SubsidyPayments.SHEET_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        return new PaidMarked(payments.paid(id, file.getBytes()));
    }

    @GetMapping("/subsidy-batches/{id}.csv")
    void csv(@PathVariable long id, HttpServletResponse response) throws IOException {
        write(id, false, response);
    }

    @GetMapping("/subsidy-batches/{id}.xlsx")
    void xlsx(@PathVariable long id, HttpServletResponse response) throws IOException {
        write(id, true, response);
    }

    private void write(long id, boolean xlsx, HttpServletResponse response) throws IOException {
        Actors.current().require(Permission.MATTER_READ);
        ExportStamp stamp = payments.export(id, xlsx);
        var batch = new Chosen(null, false, null, id);
        new SheetDownload(xlsx, "subsidy-" + id, "以案定补 Subsidy", HEADINGS).send(response,
                SheetDownload.rows(cursor -> claims.list(batch, cursor, PAGE)), row -> cells(row, stamp));
    }

    private static Stream<?> cells(SubsidyRow row, ExportStamp stamp) {
        return Stream.of(row.id(), row.mediator(), row.committee(), row.amount().toPlainString(), row.paidOn(), stamp.mark());
    }
}
