package org.hejie.rules;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.hejie.rules.RuleDifference.Kind;

/** Numbers a county sets, as CSV with the columns {@code name, amount, measure, basis, verified}. */
public final class SettingTable {

    private static final int LONGEST_BASIS = 200;

    private SettingTable() {
    }

    /** The text of the rows, in their order. */
    public static String write(List<SettingRow> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord("name", "amount", "measure", "basis", "verified");
            rows.forEach(row -> csv.writeRecord(row.name(), String.valueOf(row.amount()), row.measure(), row.basis(),
                    row.verified() ? "yes" : ""));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /**
     * The rows by name, in the order of the text. Only for texts without errors.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Map<String, SettingRow> read(String text) {
        List<RuleFinding> found = new ArrayList<>();
        var rows = read(text, found);
        if (!found.isEmpty()) {
            throw new IllegalArgumentException("no table of settings: " + found.getFirst().code());
        }
        return rows;
    }

    /**
     * What is wrong with a text by itself and beside the settings there are: each must stand in it once, with its measure.
     *
     * @param known the settings there are, with the least and the most they may be
     */
    public static List<RuleFinding> check(String text, Map<String, Known> known) {
        List<RuleFinding> found = new ArrayList<>();
        var rows = read(text, found);
        if (!found.isEmpty()) {
            return found;
        }
        rows.values().forEach(row -> check(row, known.get(row.name()), found));
        known.keySet().stream().filter(name -> !rows.containsKey(name)).forEach(name ->
                found.add(RuleFinding.error("MISSING", name, "缺少这一项", "This row is missing")));
        found.sort(Comparator.comparing(RuleFinding::weight));
        return found;
    }

    /** @param measure what it counts @param least the smallest number that makes sense @param most the largest */
    public record Known(String measure, int least, int most) {
    }

    private static void check(SettingRow row, Known known, List<RuleFinding> found) {
        if (known == null) {
            found.add(RuleFinding.error("UNKNOWN", row.name(), "没有这一项", "There is no such setting"));
            return;
        }
        if (!row.measure().equals(known.measure())) {
            found.add(RuleFinding.error("MEASURE", row.name(), "单位应为 " + known.measure(), "The measure is " + known.measure()));
        }
        if (row.amount() < known.least() || row.amount() > known.most()) {
            found.add(RuleFinding.error("RANGE", row.name(), "须在 " + known.least() + " 到 " + known.most() + " 之间",
                    "It must be from " + known.least() + " to " + known.most()));
        }
        if (row.basis().isBlank() || row.basis().length() > LONGEST_BASIS) {
            found.add(RuleFinding.error("BASIS", row.name(), "须写明依据（不超过 200 字）", "Its basis must be given, up to 200 characters"));
        }
        if (!row.verified()) {
            found.add(RuleFinding.note("UNVERIFIED", row.name(), "数值尚未核实", "The number is not verified yet"));
        }
    }

    private static Map<String, SettingRow> read(String text, List<RuleFinding> found) {
        Map<String, SettingRow> rows = new LinkedHashMap<>();
        try (var records = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (var line : records) {
                try {
                    var row = row(line);
                    if (rows.putIfAbsent(row.name(), row) != null) {
                        found.add(at(line, "TWICE", "这一项写了两次", "This setting is there twice"));
                    }
                } catch (NumberFormatException noNumber) {
                    found.add(at(line, "NO_NUMBER", "数值须是整数", "The number must be whole"));
                }
            }
        } catch (CsvParseException | NoSuchElementException | IOException malformed) {
            found.add(RuleFinding.error("MALFORMED", "", "表格格式不对", "The table is malformed"));
        }
        return rows;
    }

    private static RuleFinding at(NamedCsvRecord line, String code, String zh, String en) {
        return RuleFinding.error(code, line.getField("name"), zh, en).atLine((int) line.getStartingLineNumber());
    }

    private static SettingRow row(NamedCsvRecord line) {
        return new SettingRow(line.getField("name"), Integer.parseInt(line.getField("amount").strip()), line.getField("measure"),
                line.getField("basis"), line.getField("verified").equals("yes"));
    }

    /** What differs, by name. */
    public static List<RuleDifference> differences(String before, String after) {
        var old = read(before, new ArrayList<>());
        var now = read(after, new ArrayList<>());
        List<RuleDifference> found = new ArrayList<>();
        now.forEach((name, row) -> {
            var was = old.get(name);
            if (!row.equals(was)) {
                found.add(new RuleDifference(was == null ? Kind.ADDED : Kind.CHANGED, name, was == null ? null : words(was), words(row)));
            }
        });
        old.forEach((name, row) -> {
            if (!now.containsKey(name)) {
                found.add(new RuleDifference(Kind.REMOVED, name, words(row), null));
            }
        });
        return found;
    }

    private static String words(SettingRow row) {
        return row.amount() + " " + row.measure() + " (" + row.basis() + (row.verified() ? "" : " – 待核实 to be verified") + ")";
    }
}
