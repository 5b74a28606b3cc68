package org.hejie.matter.category;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code categories/*.csv}; a line that is wrong stops the reading with its number. */
final class CategoryFile {

    private static final Map<String, CategoryMark> MARKS = Map.of(
            "force_risk", CategoryMark.FORCES_RISK_CHECK,
            "never_mediate", CategoryMark.NEVER_MEDIATE,
            "guide_only", CategoryMark.GUIDE_ONLY,
            "needs_text", CategoryMark.NEEDS_TEXT);

    private final String name;
    private final Map<CategoryCode, Category> read = new LinkedHashMap<>();

    private CategoryFile(String name) {
        this.name = name;
    }

    /**
     * The categories by code, in the order of the file.
     *
     * @throws InvalidCategories when a line is wrong
     */
    static Map<CategoryCode, Category> categories(String name, Reader text) throws IOException {
        var file = new CategoryFile(name);
        try (var records = CsvReader.builder().ofNamedCsvRecord(text)) {
            records.forEach(file::add);
        }
        return file.read;
    }

    /**
     * The category for each label of line 12345.
     *
     * @throws InvalidCategories when a label is written twice or its category is unknown
     */
    static Map<String, Category> labels(String name, Reader text, Map<CategoryCode, Category> known)
            throws IOException {
        var labels = new LinkedHashMap<String, Category>();
        try (var records = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (var line : records) {
                var category = known.get(new CategoryCode(line.getField("category")));
                if (category == null || labels.putIfAbsent(line.getField("label"), category) != null) {
                    throw new InvalidCategories(name, line.getStartingLineNumber(), "unknown category or label twice");
                }
            }
        }
        return labels;
    }

    private void add(NamedCsvRecord line) {
        try {
            var category = category(line);
            if (category.code().parent().filter(parent -> !read.containsKey(parent)).isPresent()) {
                throw new IllegalArgumentException("the first level comes before the second");
            }
            if (read.putIfAbsent(category.code(), category) != null) {
                throw new IllegalArgumentException("the code is written twice");
            }
        } catch (RuntimeException wrong) {
            throw new InvalidCategories(name, line.getStartingLineNumber(), String.valueOf(wrong.getMessage()));
        }
    }

    private static Category category(NamedCsvRecord line) {
        var end = optional(line, "valid_to");
        return new Category(
                new CategoryCode(line.getField("code")),
                line.getField("zh"),
                line.getField("en"),
                marks(line),
                new CategoryMapping(
                        optional(line, "map_sfb"),
                        optional(line, "map_zz19"),
                        optional(line, "map_12345"),
                        optional(line, "map_ajay")),
                LocalDate.parse(line.getField("valid_from")),
                end == null ? null : LocalDate.parse(end),
                Integer.parseInt(line.getField("version")),
                line.findField("successor").filter(code -> !code.isEmpty()).map(CategoryCode::new).orElse(null),
                line.getField("zh"));
    }

    private static Set<CategoryMark> marks(NamedCsvRecord line) {
        var marks = EnumSet.noneOf(CategoryMark.class);
        MARKS.forEach((column, mark) -> {
            switch (line.getField(column)) {
                case "yes" -> marks.add(mark);
                case "" -> { }
                default -> throw new IllegalArgumentException(column + " is “yes” or empty");
            }
        });
        return marks;
    }

    private static @Nullable String optional(NamedCsvRecord line, String column) {
        var text = line.getField(column);
        return text.isEmpty() ? null : text;
    }
}
