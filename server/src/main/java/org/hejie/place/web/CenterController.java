package org.hejie.place.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hejie.place.Jurisdiction;
import org.hejie.place.Places;
import org.hejie.shared.Times;
import org.hejie.shared.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The centres and what each manages today. */
@RestController
class CenterController {

    private final Places places;
    private final Clock clock;

    CenterController(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** All centres, the county's first. */
    @GetMapping("/api/v1/centers")
    Page<CenterRow> centers() {
        LocalDate today = Times.dateOf(clock.instant());
        List<Jurisdiction> jurisdictions = places.jurisdictions(today);
        List<CenterRow> rows =
                places.centers().stream().map(center -> CenterRow.of(center, jurisdictions)).toList();
        return new Page<>(rows, null, new Page.Total(rows.size(), false));
    }
}
