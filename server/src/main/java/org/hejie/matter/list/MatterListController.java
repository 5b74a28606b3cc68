package org.hejie.matter.list;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.CategoryCode;
import org.hejie.matter.list.Filter.Risk;
import org.hejie.matter.list.ListSql.Order;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.place.AreaCode;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Page.Total;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Work lists, their numbers, and search. */
@RestController
@RequestMapping("/api/v1/matters")
class MatterListController {

    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    private static final int LONGEST_TEXT = 100;
    private static final List<String> NAMES = List.of("bucket", "line", "category", "area", "unit", "status", "risk", "from", "to",
            "q", "sort", "cursor", "limit", "count");

    private final MatterLists lists;
    private final Categories categories;

    MatterListController(MatterLists lists, Categories categories) {
        this.lists = lists;
        this.categories = categories;
    }

    /**
     * One page of a bucket.
     *
     * @param line     a name such as {@code COURT} or a slug such as {@code 12345}
     * @param category two or four digits
     * @param area     town or village
     * @param status   one or several, with commas
     * @param sort     {@code due} (work buckets; time left) or {@code registered} (newest first)
     * @param count    1: with the total, exact to a cap of 1,000
     */
    @Parameter(in = ParameterIn.QUERY, name = "bucket", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "line", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "category", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "area", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "unit", schema = @Schema(type = "integer", format = "int64"))
    @Parameter(in = ParameterIn.QUERY, name = "status", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "risk", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "from", schema = @Schema(type = "string", format = "date"))
    @Parameter(in = ParameterIn.QUERY, name = "to", schema = @Schema(type = "string", format = "date"))
    @Parameter(in = ParameterIn.QUERY, name = "q", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "sort", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "cursor", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "limit", schema = @Schema(type = "integer", format = "int32"))
    @Parameter(in = ParameterIn.QUERY, name = "count", schema = @Schema(type = "integer", format = "int32"))
    @GetMapping
    Page<MatterRow> list(@Parameter(hidden = true) @RequestParam Map<String, String> given) {
        Actor actor = Actors.current();
        actor.require(Permission.MATTER_READ);
        var wrong = new Problem.Fields();
        given.keySet().forEach(name -> wrong.reject(!NAMES.contains(name), name, "UNKNOWN"));
        wrong.done();
        Bucket bucket = given(given, "bucket").map(word -> Bucket.of(word).orElseThrow(() -> Problem.field("bucket", "UNKNOWN")))
                .orElse(Bucket.ALL);
        return lists.page(actor, new MatterLists.Asked(bucket, filter(given), order(given, bucket),
                given(given, "cursor").orElse(null), limit(given), "1".equals(given.get("count"))));
    }

    /** How many are in each bucket, exact to a cap of 1,000. */
    @GetMapping("/counts")
    Map<String, Total> counts() {
        Actor actor = Actors.current();
        actor.require(Permission.MATTER_READ);
        return lists.counts(actor);
    }

    private Filter filter(Map<String, String> given) {
        String text = given(given, "q").orElse(null);
        if (text != null && (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0)) {
            throw Problem.field("q", "LENGTH");
        }
        return new Filter(
                read(given, "line", MatterListController::line),
                given(given, "category").map(this::leaves).orElse(null),
                read(given, "area", AreaCode::parse),
                read(given, "unit", Long::valueOf),
                given(given, "status").map(MatterListController::statuses).orElse(Set.of()),
                read(given, "risk", Risk::valueOf),
                read(given, "from", LocalDate::parse),
                read(given, "to", LocalDate::parse),
                text);
    }

    /** The codes of the second level meant by a code of either. */
    private List<String> leaves(String code) {
        CategoryCode meant = read(Map.of("category", code), "category", CategoryCode::new);
        List<String> codes = categories.all().stream().map(category -> category.code())
                .filter(one -> one.isLeaf() && (one.equals(meant) || one.parent().filter(parent -> parent.equals(meant)).isPresent()))
                .map(CategoryCode::value).toList();
        if (codes.isEmpty()) {
            throw Problem.field("category", "UNKNOWN");
        }
        return codes;
    }

    private static SourceLine line(String word) {
        return SourceLine.ofSlug(word).orElseGet(() -> SourceLine.valueOf(word));
    }

    private static Set<MatterStatus> statuses(String words) {
        return read(Map.of("status", words), "status", all -> Arrays.stream(all.split(",")).map(MatterStatus::valueOf)
                .collect(Collectors.toSet()));
    }

    private static Order order(Map<String, String> given, Bucket bucket) {
        String sort = given(given, "sort").orElse(bucket == Bucket.ALL ? "registered" : "due");
        return switch (sort) {
            case "registered" -> Order.NEWEST;
            case "due" -> {
                if (bucket == Bucket.ALL) {
                    throw Problem.field("sort", "NOT_FOR_BUCKET");
                }
                yield Order.DUE;
            }
            default -> throw Problem.field("sort", "UNKNOWN");
        };
    }

    private static int limit(Map<String, String> given) {
        Integer limit = read(given, "limit", Integer::valueOf);
        if (limit != null && (limit < 1 || limit > LARGEST_LIMIT)) {
            throw Problem.field("limit", "RANGE");
        }
        return limit == null ? USUAL_LIMIT : limit;
    }

    private static Optional<String> given(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name)).filter(value -> !value.isBlank());
    }

    /** Reads one parameter; the readers throw what says that the text is of another form. */
    private static <T> @Nullable T read(Map<String, String> given, String name, Reading<T> reading) {
        Optional<String> value = given(given, name);
        if (value.isEmpty()) {
            return null;
        }
        try {
            return reading.read(value.get());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Problem.field(name, "INVALID");
        }
    }

    private interface Reading<T> {
        T read(String text);
    }
}
