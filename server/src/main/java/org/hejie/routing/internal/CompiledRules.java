package org.hejie.routing.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGeneratorFactory;
import org.hejie.matter.category.Categories;
import org.hejie.routing.RoutingQuestion;
import org.hejie.routing.RoutingSheet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One version of the tables, ready to be asked. Apache KIE says what the tables mean; the evaluator of our own answers in its place,
 * a hundred times quicker, where it can read every cell and says the same as KIE about questions on the edges of the cells.
 */
final class CompiledRules {

    private static final Logger LOG = LoggerFactory.getLogger(CompiledRules.class);
    private static final int COMPARED = 300;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final RoutingTables tables;
    private final @Nullable PlainTables plain;
    private final Categories categories;

    /** @throws InvalidRules when the text is no decision model that can be used */
    CompiledRules(String dmn, Categories categories) {
        this.tables = RoutingTables.of(dmn);
        this.categories = categories;
        this.plain = DmnSheet.read(dmn).sheet()
                .flatMap(sheet -> PlainTables.of(sheet).filter(evaluator -> agrees(evaluator, tables, sheet, categories)))
                .orElse(null);
    }

    /** Whether both say the same about a sample of questions; a second is enough for it. */
    static boolean agrees(PlainTables plain, RoutingTables tables, RoutingSheet sheet, Categories categories) {
        var questions = new EdgeQuestions(sheet, categories, RandomGeneratorFactory.of("L64X128MixRandom").create(COMPARED));
        long begun = System.nanoTime();
        for (int i = 0; i < COMPARED && System.nanoTime() - begun < LONGEST.toNanos(); i++) {
            var facts = questions.next();
            if (!said(plain::evaluate, facts).equals(said(tables::evaluate, facts))) {
                LOG.warn("Our own evaluator and KIE differ about a version of the routing tables; KIE is asked, which is slower");
                return false;
            }
        }
        return true;
    }

    /** Empty where a table has no row for the facts: to that, too, both must come. */
    static Optional<Answer> said(Function<Facts, Answer> evaluator, Facts facts) {
        try {
            return Optional.of(evaluator.apply(facts));
        } catch (IllegalStateException noRow) {
            return Optional.empty();
        }
    }

    RoutingTables tables() {
        return tables;
    }

    /** Whether the evaluator of our own answers. */
    boolean isPlain() {
        return plain != null;
    }

    Answer answer(RoutingQuestion question) {
        var facts = facts(question);
        return plain == null ? tables.evaluate(facts) : plain.evaluate(facts);
    }

    private Facts facts(RoutingQuestion question) {
        var category = categories.get(question.category());
        return Facts.of(question, category, category.code().parent().map(categories::get).orElse(category));
    }
}
