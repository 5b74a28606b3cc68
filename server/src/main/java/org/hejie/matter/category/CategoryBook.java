package org.hejie.matter.category;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hejie.rules.ApprovedText;
import org.hejie.rules.RuleBook;
import org.hejie.rules.RuleDifference;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.RulesInForce;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the matter module knows about the table of categories. */
@Component
class CategoryBook implements RuleBook {

    private static final RuleSet SET = new RuleSet(RuleKind.CATEGORIES, "categories");
    private static final Pattern ROUTED = Pattern.compile("<inputEntry id=\"(\\w+?)i\\d+\">\\s*<text>([^<]*)</text>");

    private final CategoriesInForce categories;
    private final CategoryTrial trial;
    private final RulesInForce inForce;
    private final Clock clock;

    CategoryBook(CategoriesInForce categories, CategoryTrial trial, RulesInForce inForce, Clock clock) {
        this.categories = categories;
        this.trial = trial;
        this.inForce = inForce;
        this.clock = clock;
    }

    @Override
    public RuleKind kind() {
        return RuleKind.CATEGORIES;
    }

    @Override
    public List<Shipped> shipped() {
        return List.of(new Shipped(SET, 1, "事项类别", "Categories", CategoryTable.shippedText()));
    }

    @Override
    public List<RuleFinding> check(RuleSet set, String text) {
        CategoryTable draft;
        try {
            draft = read(text);
        } catch (InvalidCategories invalid) {
            return List.of(RuleFinding.error("LINE", "", "这一行不能用：" + invalid.fault(), "This line cannot be used: " + invalid.fault())
                    .atLine((int) invalid.line()));
        }
        List<RuleFinding> found = new ArrayList<>();
        categories.all().stream().filter(known -> draft.find(known.code()).isEmpty())
                .forEach(gone -> found.add(RuleFinding.error("REMOVED", gone.code().value(),
                        "类别 " + gone.code() + " 不能删去，只能停用（填停用日期）",
                        "Category " + gone.code() + " cannot be removed, only retired (give valid_to)")));
        var routing = routingText();
        for (var category : draft.all()) {
            checkRetired(category, draft, routing, found);
            checkNew(category, draft, routing, found);
        }
        found.sort((one, other) -> one.weight().compareTo(other.weight()));
        return found;
    }

    private static void checkRetired(Category category, CategoryTable draft, String routing, List<RuleFinding> found) {
        var code = category.code();
        if (category.validTo() == null) {
            if (category.successor() != null) {
                found.add(RuleFinding.error("SUCCESSOR_EARLY", code.value(), "仍在使用的类别没有接替类别",
                        "A category still in use has no successor"));
            }
            return;
        }
        var rows = rowsNaming(category, routing);
        if (!rows.isEmpty()) {
            found.add(RuleFinding.error("RETIRED_ROUTED", code.value(), "停用的类别仍被分流规则使用：" + String.join("、", rows),
                    "Routing rules still name the retired category: " + String.join(", ", rows)));
        }
        if (category.successor() == null) {
            if (code.isLeaf()) {
                found.add(RuleFinding.warning("NO_SUCCESSOR", code.value(), "停用的类别没有写接替类别",
                        "The retired category names no successor"));
            }
        } else if (draft.find(category.successor()).filter(next -> next.validTo() == null).isEmpty()) {
            found.add(RuleFinding.error("SUCCESSOR_UNKNOWN", code.value(), "接替类别不存在或者也已停用",
                    "The successor does not exist or is retired too"));
        } else if (category.successor().isLeaf() != code.isLeaf()) {
            found.add(RuleFinding.error("SUCCESSOR_LEVEL", code.value(), "接替类别须在同一级", "The successor must be of the same level"));
        }
    }

    private void checkNew(Category category, CategoryTable draft, String routing, List<RuleFinding> found) {
        if (!category.code().isLeaf() || category.validTo() != null || categories.find(category.code()).isPresent()) {
            return;
        }
        var branch = category.code().parent().flatMap(draft::find);
        if (rowsNaming(category, routing).isEmpty() && branch.filter(above -> !rowsNaming(above, routing).isEmpty()).isEmpty()) {
            found.add(RuleFinding.warning("UNROUTED", category.code().value(), "没有分流规则为这个类别指定单位或时限，将按通用规则办",
                    "No routing rule gives this category a unit or a limit; the general rules decide"));
        }
        if (branch.filter(above -> above.validTo() != null).isPresent()) {
            found.add(RuleFinding.error("BRANCH_RETIRED", category.code().value(), "所属大类已停用", "Its first level is retired"));
        }
    }

    /** The rows of the routing tables in force that name it, by number. */
    private static TreeSet<String> rowsNaming(Category category, String routing) {
        var word = '"' + category.code().value() + " " + category.firstZh() + '"';
        var rows = new TreeSet<String>();
        var cells = ROUTED.matcher(routing);
        while (cells.find()) {
            if (cells.group(2).replace("&quot;", "\"").contains(word)) {
                rows.add(cells.group(1));
            }
        }
        return rows;
    }

    private String routingText() {
        var now = clock.instant();
        return inForce.approved(RuleKind.ROUTING).stream().filter(version -> !version.effectiveAt().isAfter(now))
                .reduce((before, after) -> after).map(ApprovedText::text).orElse("");
    }

    @Override
    public List<RuleDifference> differences(RuleSet set, String before, String after) {
        try {
            return differences(read(before), read(after));
        } catch (InvalidCategories unreadable) {
            return List.of();
        }
    }

    private static List<RuleDifference> differences(CategoryTable before, CategoryTable after) {
        List<RuleDifference> found = new ArrayList<>();
        for (var now : after.all()) {
            Optional<Category> old = before.find(now.code());
            if (old.isEmpty()) {
                found.add(new RuleDifference(RuleDifference.Kind.ADDED, now.code().value(), null, words(now)));
            } else if (!old.get().equals(now)) {
                found.add(new RuleDifference(RuleDifference.Kind.CHANGED, now.code().value(), words(old.get()), words(now)));
            }
        }
        before.all().stream().filter(old -> after.find(old.code()).isEmpty())
                .forEach(old -> found.add(new RuleDifference(RuleDifference.Kind.REMOVED, old.code().value(), words(old), null)));
        return found;
    }

    private static String words(Category category) {
        return category.code() + " " + category.zh() + " / " + category.en() + " " + category.marks().stream().sorted().toList()
                + " " + category.validFrom() + "–" + text(category.validTo())
                + (category.successor() == null ? "" : " → " + category.successor());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public boolean triable() {
        return true;
    }

    @Override
    public Trial trial(RuleSet set, String before, String draft, int matters, Consumer<TrialRow> rows) {
        return trial.run(read(before), read(draft), matters, rows);
    }

    /** Read alone, each code is known by its present name; what it was first called comes from what is in force. */
    private CategoryTable read(String text) {
        return CategoryTable.of("categories.csv", text, categories.all().stream()
                .collect(Collectors.toMap(Category::code, Category::firstZh)));
    }
}
