package org.hejie.matter.category;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RulesApproved;
import org.hejie.rules.RulesInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The approved versions of the categories; each question is answered by the one whose time has come. */
@Component
final class CategoriesInForce implements Categories {

    private static final Logger LOG = LoggerFactory.getLogger(CategoriesInForce.class);

    private final RulesInForce inForce;
    private final Clock clock;
    private volatile List<Version> versions = List.of(new Version(Instant.MIN, CategoryTable.shipped()));

    private record Version(Instant from, CategoryTable table) {}

    CategoriesInForce(RulesInForce inForce, Clock clock) {
        this.inForce = inForce;
        this.clock = clock;
        reread();
    }

    /** One that cannot be read is passed over, and the one before stays. */
    @EventListener(RulesApproved.class)
    synchronized void reread() {
        var first = new Version(Instant.MIN, CategoryTable.shipped());
        List<Version> read = new ArrayList<>(List.of(first));
        Map<CategoryCode, String> names = new HashMap<>();
        first.table().all().forEach(category -> names.put(category.code(), category.zh()));
        for (var text : inForce.approved(RuleKind.CATEGORIES)) {
            try {
                var table = CategoryTable.of("categories " + text.number(), text.text(), names);
                table.all().forEach(category -> names.putIfAbsent(category.code(), category.zh()));
                read.add(new Version(text.effectiveAt(), table));
            } catch (InvalidCategories unusable) {
                LOG.error("Version {} of the categories cannot be used; the one before stays in force", text.number(), unusable);
            }
        }
        versions = List.copyOf(read);
    }

    CategoryTable at(Instant time) {
        return versions.stream().filter(version -> !version.from().isAfter(time)).reduce((before, after) -> after)
                .orElseThrow().table();
    }

    private CategoryTable now() {
        return at(clock.instant());
    }

    @Override
    public Category get(CategoryCode code) {
        return now().get(code);
    }

    @Override
    public Optional<Category> find(CategoryCode code) {
        return now().find(code);
    }

    @Override
    public Optional<Category> find(CategoryCode code, Instant at) {
        return at(at).find(code).or(() -> find(code));
    }

    @Override
    public List<Category> all() {
        return now().all();
    }

    @Override
    public List<CategoryBranch> tree(LocalDate day) {
        return now().tree(day);
    }

    @Override
    public List<Category> search(String text, LocalDate day) {
        return now().search(text, day);
    }

    @Override
    public Optional<Category> suggestedForHotline(String label) {
        return now().suggestedForHotline(label);
    }
}
