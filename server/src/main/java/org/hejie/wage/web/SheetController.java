package org.hejie.wage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.hejie.document.sheet.SheetDownload;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.wage.WageWorkers;
import org.hejie.wage.WorkerRow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Spreadsheets of workers, in and out. What goes out is masked; its first columns are those that come in. */
@RestController
@RequestMapping("/api/v1/wage-claims/{id}")
class SheetController {

    private static final List<String> HEADINGS = List.of("姓名 name", "证件号码 document", "电话 phone", "工种 trade", "欠薪起 from",
            "欠薪止 to", "离岗日期 left", "拖欠金额 claimed", "核实金额 verified", "追回金额 recovered", "序号 row", ExportStamp.HEADING);
    private static final int PAGE = 200;

    private final WageWorkers workers;

    SheetController(WageWorkers workers) {
        this.workers = workers;
    }

    /** @param added how many workers */
    record SheetTaken(int added) {
    }

    @PostMapping("/worker-sheets")
    @ResponseStatus(HttpStatus.CREATED)
    SheetTaken take(@PathVariable long id, @RequestParam MultipartFile file) throws IOException {
        if (file.getSize() > WageWorkers.SHEET_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        return new SheetTaken(workers.addSheet(id, file.getBytes()));
    }

    @GetMapping("/workers.csv")
    void csv(@PathVariable long id, HttpServletResponse response) throws IOException {
        write(id, false, response);
    }

    @GetMapping("/workers.xlsx")
    void xlsx(@PathVariable long id, HttpServletResponse response) throws IOException {
        write(id, true, response);
    }

    private void write(long id, boolean xlsx, HttpServletResponse response) throws IOException {
        Actors.current().require(Permission.MATTER_READ);
        ExportStamp stamp = workers.export(id, xlsx);
        new SheetDownload(xlsx, "workers-" + id, "工人 Workers", HEADINGS).send(response,
                SheetDownload.rows(cursor -> workers.list(id, cursor, PAGE)).filter(row -> row.withdrawn() == null), row -> cells(row, stamp));
    }

    private static Stream<?> cells(WorkerRow row, ExportStamp stamp) {
        return Stream.of(row.name(), row.document(), row.phone(), row.trade(), row.owedFrom(), row.owedTo(), row.leftOn(),
                yuan(row.claimed()), yuan(row.verified()), yuan(row.recovered()), row.row(), stamp.mark());
    }

    private static @Nullable String yuan(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
