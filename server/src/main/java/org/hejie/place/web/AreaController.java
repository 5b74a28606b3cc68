package org.hejie.place.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.Jurisdiction;
import org.hejie.place.Places;
import org.hejie.shared.Times;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The official divisions, from the province down to the village. */
@RestController
@RequestMapping("/api/v1/areas")
class AreaController {

    private final Places places;
    private final Clock clock;

    AreaController(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** The divisions one level below another, or the provinces; never so many that they need pages. */
    @GetMapping
    Page<AreaRow> areas(@RequestParam(required = false) @Nullable String parent) {
        List<Area> areas = parent == null ? places.roots() : places.children(known(Codes.area("parent", parent)).code());
        return new Page<>(areas.stream().map(AreaRow::of).toList(), null, new Page.Total(areas.size(), false));
    }

    /** One division; an abolished one as it last was. */
    @GetMapping("/{code}")
    AreaRow.Detail area(@PathVariable String code) {
        Area area = known(Codes.area("code", code));
        List<AreaRow> path = places.path(area.code()).stream().map(AreaRow::of).toList();
        return new AreaRow.Detail(AreaRow.of(area), path, centerOver(area.code()));
    }

    private Area known(AreaCode code) {
        return places.area(code).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private @Nullable String centerOver(AreaCode area) {
        LocalDate today = Times.dateOf(clock.instant());
        return places.jurisdictions(today).stream()
                .filter(jurisdiction -> area.isWithin(jurisdiction.area()))
                .max(Comparator.comparing(Jurisdiction::area))
                .map(jurisdiction -> jurisdiction.center().value())
                .orElse(null);
    }
}
