package org.hejie.matter.category;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** One version of the categories, with the labels of line 12345 that come with the server. */
final class CategoryTable implements Categories {

    private static final String FILE = "categories/categories.csv";
    private static final String LABELS = "categories/map-12345-labels.csv";

    private final Map<CategoryCode, Category> byCode;
    private final Map<String, Category> byLabel;

    private CategoryTable(Map<CategoryCode, Category> byCode) {
        this.byCode = byCode;
        try (var labels = open(LABELS)) {
            byLabel = CategoryFile.labels(LABELS, labels, byCode);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What comes with the server. */
    static CategoryTable shipped() {
        return of(FILE, shippedText(), Map.of());
    }

    static String shippedText() {
        try (var file = open(FILE)) {
            return file.readAllAsString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a text.
     *
     * @param firstNames the Chinese names the codes were first given; a code that is not among them is new
     * @throws InvalidCategories when a line is wrong or a label of line 12345 loses its category
     */
    static CategoryTable of(String name, String text, Map<CategoryCode, String> firstNames) {
        try (var reader = new StringReader(text)) {
            var read = CategoryFile.categories(name, reader);
            read.replaceAll((code, category) -> category.firstNamed(firstNames.getOrDefault(code, category.zh())));
            return new CategoryTable(read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Reader open(String file) throws IOException {
        return new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8);
    }

    @Override
    public Category get(CategoryCode code) {
        return find(code).orElseThrow(() -> new UnknownCategory(code));
    }

    @Override
    public Optional<Category> find(CategoryCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** One version alone does not know what was before it. */
    @Override
    public Optional<Category> find(CategoryCode code, Instant at) {
        return find(code);
    }

    @Override
    public List<Category> all() {
        return List.copyOf(byCode.values());
    }

    @Override
    public List<CategoryBranch> tree(LocalDate day) {
        return byCode.values().stream()
                .filter(category -> !category.code().isLeaf() && category.isValidOn(day))
                .map(category -> new CategoryBranch(category, leaves(category.code(), day)))
                .toList();
    }

    private List<Category> leaves(CategoryCode parent, LocalDate day) {
        return byCode.values().stream()
                .filter(category -> category.code().parent().filter(parent::equals).isPresent())
                .filter(category -> category.isValidOn(day))
                .toList();
    }

    @Override
    public List<Category> search(String text, LocalDate day) {
        var sought = text.strip().toLowerCase(Locale.ROOT);
        return byCode.values().stream()
                .filter(category -> category.code().isLeaf() && category.isValidOn(day))
                .filter(category -> category.code().value().startsWith(sought)
                        || named(category, sought)
                        || category.code().parent().map(this::get).filter(above -> named(above, sought)).isPresent())
                .toList();
    }

    private static boolean named(Category category, String sought) {
        return category.zh().contains(sought) || category.en().toLowerCase(Locale.ROOT).contains(sought);
    }

    @Override
    public Optional<Category> suggestedForHotline(String label) {
        return Optional.ofNullable(byLabel.get(label.strip()));
    }
}
