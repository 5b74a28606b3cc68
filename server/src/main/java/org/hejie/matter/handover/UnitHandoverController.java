package org.hejie.matter.handover;

import java.util.List;
import org.hejie.org.Actors;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What ended units still lead, and to whom it goes; a dispatcher confirms. */
@RestController
@RequestMapping("/api/v1/unit-handovers")
class UnitHandoverController {

    /** A unit. */
    record HandoverUnit(long id, String name, @Nullable String nameEn) {
    }

    /** @param open matters that can be handed on now; @param waiting those that wait for another step first */
    record HandoverView(HandoverUnit unit, List<HandoverUnit> successors, int open, int waiting) {
    }

    record HandoverList(List<HandoverView> items) {
    }

    /** @param successorId who takes them; @param opinion written into the history of each */
    record HandOn(@Nullable Long successorId, @Nullable String opinion) {
    }

    private final UnitHandovers handovers;
    private final Units units;

    UnitHandoverController(UnitHandovers handovers, Units units) {
        this.handovers = handovers;
        this.units = units;
    }

    @GetMapping
    HandoverList open() {
        return new HandoverList(handovers.open(Actors.current()).stream()
                .map(one -> new HandoverView(named(one.unit()), one.successors().stream().map(this::named).toList(), one.open(),
                        one.waiting()))
                .toList());
    }

    @PostMapping("/{unit}")
    UnitHandovers.Outcome handOn(@PathVariable long unit, @RequestBody HandOn asked) {
        new Problem.Fields()
                .reject(unit <= 0, "unit", "UNKNOWN")
                .reject(asked.successorId() == null || asked.successorId() <= 0, "successorId", "REQUIRED")
                .reject(asked.opinion() == null, "opinion", "REQUIRED")
                .done();
        return handovers.handOn(Actors.current(), new UnitId(unit), new UnitId(asked.successorId()), asked.opinion());
    }

    private HandoverUnit named(UnitId id) {
        Unit unit = units.get(id);
        return new HandoverUnit(unit.id().value(), unit.name(), unit.nameEn());
    }
}
