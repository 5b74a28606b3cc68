package org.hejie.wage.web;

import java.time.LocalDate;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.wage.WageFigures;
import org.hejie.wage.WageFigures.PaidRow;
import org.hejie.wage.WageFigures.Recovered;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many workers have got back how much in a time, and the payments this is made of. */
@RestController
@RequestMapping("/api/v1")
class FigureController {

    private final WageFigures figures;

    FigureController(WageFigures figures) {
        this.figures = figures;
    }

    /** @param to last day, Asia/Shanghai */
    @GetMapping("/wage-figures")
    Recovered figures(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        Actors.current().require(Permission.MATTER_READ);
        ordered(from, to);
        return figures.recovered(from, to);
    }

    @GetMapping("/wage-payments")
    Page<PaidRow> rows(@RequestParam LocalDate from, @RequestParam LocalDate to, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        ordered(from, to);
        return figures.rows(from, to, cursor, Asked.within(limit));
    }

    private static void ordered(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw Problem.field("to", "BEFORE_START");
        }
    }
}
