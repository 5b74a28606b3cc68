package org.hejie.routing.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Category;
import org.hejie.routing.RoutingTarget;
import org.hejie.routing.RoutingTarget.Kind;

/** The words staff read in the tables, and what they mean. */
final class Vocabulary {

    static final String NO_SAFETY_FACT = "无";
    static final String NOT_CHOSEN = "未选";

    private static final Pattern UNIT = Pattern.compile("[^()]+\\(([a-z-]+)\\)");
    private static final Map<String, Kind> LEVELS = Map.of(
            "网格", Kind.GRID,
            "村社", Kind.VILLAGE,
            "乡镇综治中心", Kind.TOWN_CENTER,
            "县综治中心", Kind.COUNTY_CENTER);

    private Vocabulary() {}

    /** A category as {@code 0401 农民工欠薪}. */
    /** By the name it was first given: a table keeps matching when a category is renamed. */
    static String of(Category category) {
        return category.code() + " " + category.firstZh();
    }

    static String of(SourceLine line) {
        return switch (line) {
            case COURT -> "法院";
            case POLICE -> "公安";
            case PETITION -> "信访";
            case HOTLINE -> "12345热线";
            case GRID -> "网格员上报";
            case CITIZEN -> "小兰帮办";
            case SUPERIOR -> "上级交办";
            case WINDOW -> "中心受理";
        };
    }

    /** The target of an outcome: a level, or a unit with its code as in {@code 县住建局(housing)}. */
    static Optional<RoutingTarget> target(String outcome) {
        var level = LEVELS.get(outcome);
        if (level != null) {
            return Optional.of(new RoutingTarget(level, null));
        }
        var unit = UNIT.matcher(outcome);
        return unit.matches() ? Optional.of(new RoutingTarget(Kind.UNIT, unit.group(1))) : Optional.empty();
    }

    static String safety(Facts facts) {
        return facts.safety() == null ? NO_SAFETY_FACT : facts.safety().zh();
    }

    static String chosen(Facts facts) {
        return facts.chosen() == null ? NOT_CHOSEN : facts.chosen().value();
    }

    /** The inputs of the tables, by their names there. */
    static Map<String, Object> inputs(Facts facts) {
        var inputs = new HashMap<String, Object>();
        inputs.put("大类", of(facts.branch()));
        inputs.put("小类", of(facts.category()));
        inputs.put("重点类别", facts.category().forcesRiskCheck());
        inputs.put("来源", of(facts.line()));
        inputs.put("层级", facts.level().zh());
        inputs.put("人数", facts.people());
        inputs.put("金额", facts.amount());
        inputs.put("安全情形", safety(facts));
        inputs.put("红色风险", facts.redRisk());
        inputs.put("已选程序", chosen(facts));
        return inputs;
    }
}
