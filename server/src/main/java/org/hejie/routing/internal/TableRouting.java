package org.hejie.routing.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.CategoryCode;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.matter.procedure.Procedures;
import org.hejie.routing.Routing;
import org.hejie.routing.RoutingQuestion;
import org.hejie.routing.RoutingSuggestion;
import org.jspecify.annotations.Nullable;
import org.kie.internal.io.ResourceFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the tables, and remembers what they said. The tables see people and amounts only through
 * comparisons, so questions that fall into the same bands have the same answer, exactly.
 */
@Component
class TableRouting implements Routing {

    private static final String FILE = "rules/routing.dmn";
    private static final long REMEMBERED = 20_000;

    private final RoutingTables tables;
    private final CutPoints peopleCuts;
    private final CutPoints amountCuts;
    private final Categories categories;
    private final UnitFinder unitFinder;
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

    TableRouting(Categories categories, Procedures procedures, UnitFinder unitFinder) {
        this.tables = new RoutingTables(ResourceFactory.newClassPathResource(FILE, getClass()));
        new RulesChecker(tables.definitions(), categories, procedures).check();
        this.peopleCuts = CutPoints.of(tables.definitions(), "人数");
        this.amountCuts = CutPoints.of(tables.definitions(), "金额");
        this.categories = categories;
        this.unitFinder = unitFinder;
    }

    @Override
    public RoutingSuggestion suggest(RoutingQuestion question) {
        var answer = remembered(facts(question));
        return new RoutingSuggestion(
                answer.target(),
                unitFinder.find(answer.target(), question),
                answer.procedure(),
                answer.limitKey(),
                answer.riskCheck(),
                answer.rules());
    }

    private Facts facts(RoutingQuestion question) {
        var category = categories.get(question.category());
        return Facts.of(question, category, category.code().parent().map(categories::get).orElse(category));
    }

    private Answer remembered(Facts facts) {
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
}
