package org.hejie.routing.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.CategoryCode;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.routing.RoutingQuestion;
import org.jspecify.annotations.Nullable;

/**
 * One version of the tables, ready to be asked; it remembers what it said. The tables see people and amounts only through
 * comparisons, so questions that fall into the same bands have the same answer, exactly.
 */
final class CompiledRules {

    private static final long REMEMBERED = 20_000;

    private final RoutingTables tables;
    private final CutPoints peopleCuts;
    private final CutPoints amountCuts;
    private final Categories categories;
    private final Cache<Banded, Answer> remembered = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Everything a rule can tell apart. */
    private record Banded(
            CategoryCode category,
            SourceLine line,
            Level level,
            int people,
            int amount,
            @Nullable SafetyFact safety,
            boolean redRisk,
            @Nullable ProcedureId chosen) {}

    /** @throws InvalidRules when the text is no decision model that can be used */
    CompiledRules(String dmn, Categories categories) {
        this.tables = RoutingTables.of(dmn);
        this.peopleCuts = CutPoints.of(tables.definitions(), "人数");
        this.amountCuts = CutPoints.of(tables.definitions(), "金额");
        this.categories = categories;
    }

    RoutingTables tables() {
        return tables;
    }

    Answer answer(RoutingQuestion question) {
        var facts = facts(question);
        var banded = new Banded(
                facts.category().code(),
                facts.line(),
                facts.level(),
                peopleCuts.band(facts.people()),
                amountCuts.band(facts.amount()),
                facts.safety(),
                facts.redRisk(),
                facts.chosen());
        return remembered.get(banded, key -> tables.evaluate(facts));
    }

    private Facts facts(RoutingQuestion question) {
        var category = categories.get(question.category());
        return Facts.of(question, category, category.code().parent().map(categories::get).orElse(category));
    }
}
