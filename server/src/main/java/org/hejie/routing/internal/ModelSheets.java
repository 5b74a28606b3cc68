package org.hejie.routing.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Categories;
import org.hejie.matter.procedure.Procedure;
import org.hejie.matter.procedure.Procedures;
import org.hejie.org.Units;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.RoutingSheet;
import org.hejie.routing.RoutingSheets;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.stereotype.Service;

/** Sheets of models, and the lists their cells are picked from. */
@Service
class ModelSheets implements RoutingSheets {

    private static final Map<String, String> LINES_EN = Map.of("法院", "Court", "公安", "Police", "信访", "Petition", "12345热线", "12345 hotline",
            "网格员上报", "Grid worker", "小兰帮办", "Resident on line", "上级交办", "From above", "中心受理", "Window");
    private static final Map<String, String> LEVELS_EN = Map.of("网格", "Grid", "村社", "Village", "乡镇", "Town", "县级", "County",
            "乡镇综治中心", "Town centre", "县综治中心", "County centre");
    private static final Map<String, String> SAFETY_EN = Map.of("无", "None", "家庭暴力", "Domestic violence", "器械", "Weapon", "扬言伤人",
            "Threat of violence", "未成年人受害", "Minor is the victim", "受伤", "Injury", "扰乱公共秩序", "Public order", "自伤自杀", "Self-harm");

    private final Categories categories;
    private final Procedures procedures;
    private final Units units;
    private final Clock clock;

    ModelSheets(Categories categories, Procedures procedures, Units units, Clock clock) {
        this.categories = categories;
        this.procedures = procedures;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public RoutingSheet read(String dmn) {
        return DmnSheet.read(dmn).sheet().orElseThrow(() -> Problem.of(ProblemType.RULE_REFUSED, "RULES_UNREADABLE"));
    }

    @Override
    public String write(String dmn, RoutingSheet sheet) {
        try {
            return DmnSheet.write(dmn, sheet);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.of(ProblemType.RULE_REFUSED, "RULES_UNREADABLE");
        }
    }

    @Override
    public Words words() {
        LocalDate today = Times.dateOf(clock.instant());
        var names = procedures.current().stream().map(ModelSheets::word).toList();
        var targets = targets(today);
        var columns = List.of(
                new Column("小类", "Category", ColumnType.WORDS, categories(true, today)),
                new Column("大类", "Branch", ColumnType.WORDS, categories(false, today)),
                new Column("重点类别", "Marked category", ColumnType.TRUTH, List.of()),
                new Column("来源", "Line", ColumnType.WORDS, words(Arrays.stream(SourceLine.values()).map(Vocabulary::of), LINES_EN)),
                new Column("层级", "Level", ColumnType.WORDS, words(Arrays.stream(Level.values()).map(Level::zh), LEVELS_EN)),
                new Column("人数", "People", ColumnType.NUMBER, List.of()),
                new Column("金额", "Yuan", ColumnType.NUMBER, List.of()),
                new Column("安全情形", "Danger", ColumnType.WORDS, words(Stream.concat(Stream.of(Vocabulary.NO_SAFETY_FACT),
                        Arrays.stream(SafetyFact.values()).map(SafetyFact::zh)), SAFETY_EN)),
                new Column("红色风险", "Red risk", ColumnType.TRUTH, List.of()),
                new Column("已选程序", "Chosen procedure", ColumnType.WORDS,
                        Stream.concat(Stream.of(new Word(Vocabulary.NOT_CHOSEN, Vocabulary.NOT_CHOSEN, "None")), names.stream()).toList()),
                new Column("程序", "Procedure", ColumnType.WORDS, names),
                new Column("承办", "Unit", ColumnType.WORDS, targets));
        return new Words(columns, List.of(new Outcomes(RoutingDecision.PROCEDURE, names), new Outcomes(RoutingDecision.UNIT, targets),
                new Outcomes(RoutingDecision.LIMIT, limits()),
                new Outcomes(RoutingDecision.RISK_CHECK, List.of(new Word("true", "须评估", "Assess"), new Word("false", "不强制", "Not forced")))));
    }

    private static Word word(Procedure procedure) {
        return new Word(procedure.id().value(), procedure.name().zh(), procedure.name().en());
    }

    private static List<Word> words(Stream<String> words, Map<String, String> en) {
        return words.map(word -> new Word(word, word, en.getOrDefault(word, word))).toList();
    }

    private List<Word> categories(boolean leaves, LocalDate today) {
        return SheetChecker.offered(categories, today).stream().filter(category -> category.code().isLeaf() == leaves)
                .map(category -> new Word(Vocabulary.of(category), Vocabulary.of(category), category.code() + " " + category.en()))
                .toList();
    }

    /** The levels, and every unit without a territory that is open today. */
    private List<Word> targets(LocalDate today) {
        List<Word> targets = new ArrayList<>(words(Stream.of("网格", "村社", "乡镇综治中心", "县综治中心"), LEVELS_EN));
        units.all().stream().filter(unit -> !unit.kind().followsPlace() && unit.code().matches("[a-z-]+"))
                .filter(unit -> unit.to() == null || unit.to().isAfter(today))
                .forEach(unit -> targets.add(new Word(unit.name() + "(" + unit.code() + ")", unit.name(),
                        unit.nameEn() == null ? unit.name() : unit.nameEn())));
        return targets;
    }

    private List<Word> limits() {
        return procedures.current().stream().flatMap(procedure -> procedure.limitKeys().stream()).distinct().sorted()
                .map(key -> new Word(key, key + span(key), key + span(key))).toList();
    }

    /** How long the limit is, in each procedure that has it. */
    private String span(String key) {
        return procedures.current().stream().filter(procedure -> procedure.limitKeys().contains(key))
                .map(procedure -> procedure.clock("handle").limits().get(key)).filter(java.util.Objects::nonNull)
                .map(limit -> limit.limit().toString()).distinct().sorted()
                .reduce((one, other) -> one + "/" + other).map(spans -> " (" + spans + ")").orElse("");
    }
}
