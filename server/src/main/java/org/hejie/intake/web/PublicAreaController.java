package org.hejie.intake.web;

import java.util.List;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.Places;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The county's towns and villages, for residents who say where it is. */
@RestController
@RequestMapping("/api/v1/public/areas")
class PublicAreaController {

    private final Places places;
    private final String county;

    PublicAreaController(Places places, @Value("${hejie.county}") String county) {
        this.places = places;
        this.county = county;
    }

    record PublicArea(String code, String name, @Nullable String nameEn) {

        static PublicArea of(Area area) {
            return new PublicArea(area.code().value(), area.name(), area.nameEn());
        }
    }

    record PublicAreas(List<PublicArea> items) {
    }

    /** The towns, or the villages of one. */
    @GetMapping
    PublicAreas below(@RequestParam(required = false) @Nullable String parent) {
        return new PublicAreas(places.children(code(parent == null || parent.isBlank() ? county : parent)).stream()
                .map(PublicArea::of).toList());
    }

    private AreaCode code(String text) {
        try {
            if (text.startsWith(county)) {
                return AreaCode.parse(text);
            }
        } catch (IllegalArgumentException e) {
            // falls through to the one answer below
        }
        throw Problem.field("parent", "AREA_CODE");
    }
}
