package org.hejie.routing.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.Category;
import org.hejie.matter.procedure.Procedure;
import org.hejie.matter.procedure.Procedures;
import org.hejie.org.Unit;
import org.hejie.org.Units;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.RoutingSheet;
import org.hejie.routing.RoutingSheet.SheetRow;
import org.hejie.routing.RoutingSheet.SheetTable;
import org.hejie.routing.RoutingTarget;
import org.hejie.rules.RuleFinding;

/** Says what is wrong with a draft of the routing tables, row by row. */
final class SheetChecker {

    private final RoutingSheet sheet;
    private final Categories categories;
    private final Procedures procedures;
    private final Units units;
    private final LocalDate today;
    private final Domain domain;
    private final List<RuleFinding> findings = new ArrayList<>();

    SheetChecker(RoutingSheet sheet, Categories categories, Procedures procedures, Units units, LocalDate today) {
        this.sheet = sheet;
        this.categories = categories;
        this.procedures = procedures;
        this.units = units;
        this.today = today;
        this.domain = new Domain(sheet, categories, procedures);
    }

    /** Errors first, then warnings, then notes. */
    List<RuleFinding> findings() {
        sheet.tables().forEach(this::checkCells);
        if (findings.stream().noneMatch(RuleFinding::isError)) {
            sheet.tables().forEach(this::analyse);
        }
        findings.sort(Comparator.comparing(RuleFinding::weight));
        return findings;
    }

    private void checkCells(SheetTable table) {
        for (String column : table.columns()) {
            if (!domain.knows(column)) {
                error("COLUMN_UNKNOWN", table.decision().table(), "没有“" + column + "”这一列", "There is no column “" + column + "”");
                return;
            }
        }
        if (table.rows().isEmpty()) {
            error("EMPTY", table.decision().table(), "表中没有规则", "The table has no rule");
        }
        Set<String> ids = new HashSet<>();
        for (var row : table.rows()) {
            if (!row.id().matches("[A-Z][0-9]{2,4}")) {
                error("ROW_ID", row.id(), "编号应为一个大写字母加二至四位数字", "A number is a capital letter and two to four digits");
            } else if (!ids.add(row.id())) {
                error("ROW_TWICE", row.id(), "编号重复", "The number stands twice");
            }
            if (row.zh().isBlank() || row.en().isBlank()) {
                error("REASON", row.id(), "缺少理由（中英文都要）", "The reason is missing, in Chinese or English");
            }
            for (int i = 0; i < table.columns().size(); i++) {
                checkCell(row, table.columns().get(i), row.cells().get(i));
            }
            checkOutcome(table.decision(), row);
        }
    }

    private void checkCell(SheetRow row, String column, String text) {
        var cell = Cell.read(text);
        if (cell.isEmpty() || !fits(column, cell.get())) {
            error("CELL", row.id(), "“" + column + "”一格读不懂：" + text, "The cell under “" + column + "” cannot be read: " + text);
            return;
        }
        if (cell.get() instanceof Cell.Words named) {
            for (String word : named.words()) {
                if (!known(column, word)) {
                    error("UNKNOWN_WORD", row.id(), "“" + word + "”不是" + column, "“" + word + "” is no " + column);
                }
            }
        }
        if (column.equals("小类") && cell.get() instanceof Cell.Words named) {
            categories.all().stream().filter(category -> !category.isValidOn(today) && named.words().contains(Vocabulary.of(category)))
                    .forEach(retired -> warning("RETIRED", row.id(), retired.zh() + "已停用", retired.en() + " is retired"));
        }
    }

    private static boolean fits(String column, Cell cell) {
        return switch (cell) {
            case Cell.Any any -> true;
            case Cell.Words words -> !Set.of("人数", "金额", "红色风险", "重点类别").contains(column);
            case Cell.Numbers numbers -> column.equals("人数") || column.equals("金额");
            case Cell.Truth truth -> column.equals("红色风险") || column.equals("重点类别");
        };
    }

    private boolean known(String column, String word) {
        if (column.equals("小类") || column.equals("大类")) {
            return categories.all().stream().filter(category -> category.code().isLeaf() == column.equals("小类"))
                    .map(Vocabulary::of).anyMatch(word::equals);
        }
        if (column.equals("承办")) {
            return Vocabulary.target(word).isPresent();
        }
        for (int i = 0; i < domain.size(column); i++) {
            if (domain.word(column, i).equals(word)) {
                return true;
            }
        }
        return false;
    }

    private void checkOutcome(RoutingDecision decision, SheetRow row) {
        String outcome = row.outcome();
        BiConsumer<String, String> unknown = (zh, en) -> error("OUTCOME", row.id(), "“" + outcome + "”" + zh, "“" + outcome + "” " + en);
        switch (decision) {
            case PROCEDURE -> {
                if (procedures.current().stream().noneMatch(procedure -> procedure.id().value().equals(outcome))) {
                    unknown.accept("不是办理程序", "is no procedure");
                }
            }
            case UNIT -> Vocabulary.target(outcome).ifPresentOrElse(target -> checkUnit(row, target),
                    () -> unknown.accept("不是承办单位", "is no unit"));
            case LIMIT -> {
                if (procedures.current().stream().map(Procedure::limitKeys).noneMatch(keys -> keys.contains(outcome))) {
                    unknown.accept("不是任何程序的时限", "is a limit of no procedure");
                }
            }
            case RISK_CHECK -> {
                if (!outcome.equals("true") && !outcome.equals("false")) {
                    unknown.accept("应为 true 或 false", "must be true or false");
                }
            }
        }
    }

    /** A database without units yet, as before the first set-up, has nothing to compare with. */
    private void checkUnit(SheetRow row, RoutingTarget target) {
        if (target.unitCode() == null || units.all().isEmpty()) {
            return;
        }
        units.byCode(target.unitCode()).ifPresentOrElse(unit -> checkOpen(row, unit),
                () -> error("UNIT_UNKNOWN", row.id(), "没有代码为 " + target.unitCode() + " 的单位",
                        "There is no unit of the code " + target.unitCode()));
    }

    private void checkOpen(SheetRow row, Unit unit) {
        if (unit.to() != null && !unit.to().isAfter(today)) {
            error("UNIT_CLOSED", row.id(), unit.name() + "已于 " + unit.to() + " 撤销", name(unit) + " was closed on " + unit.to());
        } else if (unit.to() != null) {
            warning("UNIT_CLOSES", row.id(), unit.name() + "将于 " + unit.to() + " 撤销", name(unit) + " will be closed on " + unit.to());
        }
    }

    private static String name(Unit unit) {
        return unit.nameEn() == null ? unit.name() : unit.nameEn();
    }

    private void analyse(SheetTable table) {
        var analysis = new TableAnalysis(table, domain);
        findings.addAll(analysis.findings());
        if (table.decision() == RoutingDecision.LIMIT) {
            for (int i = 0; i < table.rows().size(); i++) {
                checkLimit(table.rows().get(i), analysis.deciding(i, "程序"));
            }
        }
    }

    private void checkLimit(SheetRow row, List<String> reaching) {
        var lacking = procedures.current().stream().filter(procedure -> reaching.contains(procedure.id().value()))
                .filter(procedure -> !procedure.limitKeys().contains(row.outcome())).toList();
        if (!lacking.isEmpty()) {
            warning("LIMIT_LACKING", row.id(),
                    lacking.stream().map(procedure -> procedure.name().zh()).collect(Collectors.joining("、"))
                            + "没有“" + row.outcome() + "”这个时限，会改用默认时限",
                    lacking.stream().map(procedure -> procedure.name().en()).collect(Collectors.joining(", "))
                            + " has no limit “" + row.outcome() + "”: its default would hold");
        }
    }

    /** The categories that are offered today, for the lists to pick from. */
    static List<Category> offered(Categories categories, LocalDate today) {
        return categories.all().stream().filter(category -> category.isValidOn(today)).toList();
    }

    private void error(String code, String place, String zh, String en) {
        findings.add(RuleFinding.error(code, place, zh, en));
    }

    private void warning(String code, String place, String zh, String en) {
        findings.add(RuleFinding.warning(code, place, zh, en));
    }
}
