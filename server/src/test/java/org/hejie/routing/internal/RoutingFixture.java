package org.hejie.routing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.Category;
import org.hejie.matter.category.CategoryCode;
import org.hejie.matter.category.CategoryReading;
import org.hejie.matter.procedure.ProcedureReading;
import org.hejie.matter.procedure.Procedures;
import org.kie.internal.io.ResourceFactory;

/** The shipped rules, taxonomy and procedures, without a server. */
final class RoutingFixture {

    static final Categories CATEGORIES = CategoryReading.shipped();
    static final Procedures PROCEDURES = ProcedureReading.shipped();
    static final String RULES = text("/rules/routing.dmn");
    static final RoutingTables TABLES = tables(RULES);

    private RoutingFixture() {}

    static RoutingTables tables(String rules) {
        var resource = ResourceFactory.newByteArrayResource(rules.getBytes(StandardCharsets.UTF_8));
        resource.setSourcePath("routing.dmn");
        return new RoutingTables(resource);
    }

    static List<Category> leaves() {
        return CATEGORIES.all().stream().filter(category -> category.code().isLeaf()).toList();
    }

    /** One person, no money, no safety fact, no red risk, nothing chosen. */
    static Facts plain(String code, SourceLine line, Level level) {
        var category = CATEGORIES.get(new CategoryCode(code));
        var branch = CATEGORIES.get(category.code().parent().orElseThrow());
        return new Facts(category, branch, line, level, BigDecimal.ONE, BigDecimal.ZERO, null, false, null);
    }

    /** The codes of the units that come with the county. */
    static Set<String> unitCodes() {
        return text("/org/units-620123.csv").lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
    }


    private static String text(String resource) {
        try (var stream = RoutingFixture.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
