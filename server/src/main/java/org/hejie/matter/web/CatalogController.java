package org.hejie.matter.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.Category;
import org.hejie.matter.category.CategoryBranch;
import org.hejie.matter.procedure.Procedure;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.matter.procedure.Procedures;
import org.hejie.matter.procedure.UnknownProcedure;
import org.hejie.matter.procedure.Wording;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What matters are sorted by: categories and procedures, as they stand today. */
@RestController
@RequestMapping("/api/v1")
class CatalogController {

    private final Categories categories;
    private final Procedures procedures;
    private final Clock clock;

    CatalogController(Categories categories, Procedures procedures, Clock clock) {
        this.categories = categories;
        this.procedures = procedures;
        this.clock = clock;
    }

    /** @param children second-level categories; empty below the first level */
    record CategoryView(String code, String name, String nameEn, boolean forcesRiskCheck, boolean neverMediate,
            List<CategoryView> children) {
    }

    /** @param mediates closed to matters that are never mediated */
    record ProcedureView(String id, int version, Wording name, Set<String> limits, boolean mediates) {
    }

    @GetMapping({"/categories", "/public/categories"})
    List<CategoryView> categories() {
        return categories.tree(Times.dateOf(clock.instant())).stream().map(CatalogController::branch).toList();
    }

    @GetMapping("/procedures")
    List<ProcedureView> procedures() {
        return procedures.current().stream().map(CatalogController::view).toList();
    }

    @GetMapping("/procedures/{id}")
    ProcedureView procedure(@PathVariable String id) {
        try {
            return view(procedures.current(new ProcedureId(id)));
        } catch (UnknownProcedure | IllegalArgumentException unknown) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
    }

    /**
     * A procedure as a drawing needs it.
     *
     * @param statuses in the order of a matter's life
     * @param entry the first status
     * @param ends the statuses a matter may rest in for good
     */
    record DiagramView(String id, int version, Wording name, List<MatterStatus> statuses, MatterStatus entry, Set<MatterStatus> ends,
            List<ArrowView> arrows) {
    }

    /** @param instead whether it leads there only in a certain circumstance, such as a second return */
    record ArrowView(MatterAction action, MatterStatus from, MatterStatus to, boolean instead) {
    }

    /** The procedure's statuses and moves, of the version in force or of another. */
    @GetMapping("/procedures/{id}/diagram")
    DiagramView diagram(@PathVariable String id, @RequestParam(required = false) @Nullable Integer version) {
        try {
            var procedure = version == null ? procedures.current(new ProcedureId(id)) : procedures.get(new ProcedureId(id), version);
            var arrows = procedure.moves().values().stream().flatMap(moves -> moves.values().stream())
                    .flatMap(move -> move.targets().stream()
                            .map(to -> new ArrowView(move.action(), move.from(), to, to != move.to())))
                    .filter(arrow -> arrow.from() != arrow.to()).toList();
            return new DiagramView(id, procedure.version(), procedure.name(), procedure.statuses().stream().sorted().toList(),
                    procedure.entry().status(), procedure.ends(), arrows);
        } catch (UnknownProcedure | IllegalArgumentException unknown) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
    }

    private static ProcedureView view(Procedure procedure) {
        return new ProcedureView(procedure.id().value(), procedure.version(), procedure.name(), procedure.limitKeys(),
                procedure.mediates());
    }

    private static CategoryView branch(CategoryBranch branch) {
        return view(branch.category(), branch.leaves().stream().map(child -> view(child, List.of())).toList());
    }

    private static CategoryView view(Category category, List<CategoryView> children) {
        return new CategoryView(category.code().value(), category.zh(), category.en(), category.forcesRiskCheck(),
                category.neverMediate(), children);
    }
}
