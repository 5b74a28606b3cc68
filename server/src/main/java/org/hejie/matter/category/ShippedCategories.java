package org.hejie.matter.category;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The files {@code categories/*.csv} that come with the server, read once at start. */
@Component
final class ShippedCategories implements Categories {

    private static final String FILE = "categories/categories.csv";
    private static final String LABELS = "categories/map-12345-labels.csv";

    private final Map<CategoryCode, Category> byCode;
    private final Map<String, Category> byLabel;

    ShippedCategories() {
        try (var categories = open(FILE); var labels = open(LABELS)) {
            byCode = CategoryFile.categories(FILE, categories);
            byLabel = CategoryFile.labels(LABELS, labels, byCode);
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
