package org.hejie.org.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hejie.org.Actors;
import org.hejie.org.NewUnit;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.org.UnitRegister;
import org.hejie.org.Units;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The county's units, for pickers and for the administrator. */
@RestController
@RequestMapping("/api/v1/units")
class UnitController {

    /** A unit as the API tells of it. */
    record UnitView(long id, String code, String name, @Nullable String nameEn, UnitKind kind, @Nullable Long parent,
            @Nullable String areaCode) {

        static UnitView of(Unit unit) {
            return new UnitView(unit.id().value(), unit.code(), unit.name(), unit.nameEn(), unit.kind(),
                    unit.parent() == null ? null : unit.parent().value(),
                    unit.areaCode() == null ? null : unit.areaCode().value());
        }
    }

    /** A unit to be added. */
    record UnitToAdd(@Nullable String code, @Nullable UnitKind kind, @Nullable String name, @Nullable String nameEn,
            @Nullable Long parent) {
    }

    /** A name, and from when; null for today. */
    record UnitRenaming(@Nullable String name, @Nullable String nameEn, @Nullable LocalDate from) {
    }

    private final Units units;
    private final UnitRegister register;

    UnitController(Units units, UnitRegister register) {
        this.units = units;
        this.register = register;
    }

    /** Units in force today, by code. */
    @GetMapping
    Page<UnitView> list(
            @RequestParam(required = false) @Nullable Set<UnitKind> kind,
            @RequestParam(required = false) @Nullable Long parent,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).getFirst();
        String text = q == null ? "" : q.strip();
        List<UnitView> found = units.all().stream()
                .filter(unit -> unit.code().compareTo(after) > 0)
                .filter(unit -> kind == null || kind.contains(unit.kind()))
                .filter(unit -> parent == null || unit.parent() != null && unit.parent().value() == parent)
                .filter(unit -> named(unit, text))
                .limit(Limits.check(limit) + 1L)
                .map(UnitView::of)
                .toList();
        return Page.of(found, limit, last -> Cursor.encode(last.code()), null);
    }

    /** One unit, ended ones included. */
    @GetMapping("/{id}")
    UnitView show(@PathVariable long id) {
        if (id <= 0) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return UnitView.of(units.get(new UnitId(id)));
    }

    /** Gives a unit another name from a day on. */
    @PostMapping("/{id}/names")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(@PathVariable long id, @RequestBody UnitRenaming given) {
        new Problem.Fields().reject(id <= 0, "id", "UNKNOWN").reject(given.name() == null, "name", "REQUIRED").done();
        register.rename(Actors.current(), new UnitId(id), given.name(), given.nameEn(), given.from());
    }

    /** Adds a department, agency or committee. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    UnitView add(@RequestBody UnitToAdd request) {
        new Problem.Fields()
                .reject(request.code() == null, "code", "REQUIRED")
                .reject(request.kind() == null, "kind", "REQUIRED")
                .reject(request.name() == null, "name", "REQUIRED")
                .reject(request.parent() != null && request.parent() <= 0, "parent", "UNKNOWN")
                .done();
        UnitId id = register.add(Actors.current(), new NewUnit(request.code(), request.kind(), request.name(),
                request.nameEn(), request.parent() == null ? null : new UnitId(request.parent())));
        return UnitView.of(units.get(id));
    }

    private static boolean named(Unit unit, String text) {
        return text.isEmpty() || unit.name().contains(text) || unit.code().startsWith(text)
                || unit.nameEn() != null && unit.nameEn().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
