package org.hejie.routing.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.matter.PastCases.PastCase;
import org.hejie.matter.PastCases;
import org.hejie.matter.procedure.Procedures;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.Units;
import org.hejie.routing.Routing;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.web.SuggestionController.SuggestedUnit;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the rules suggest for the rows of a list, so that a dispatcher sees unit and reason before opening one. */
@RestController
class DispatchSuggestionController {

    private static final int MOST = 200;

    private final PastCases cases;
    private final Routing routing;
    private final Procedures procedures;
    private final Units units;

    DispatchSuggestionController(PastCases cases, Routing routing, Procedures procedures, Units units) {
        this.cases = cases;
        this.routing = routing;
        this.procedures = procedures;
        this.units = units;
    }

    /**
     * @param unit the unit suggested; null when the place is not known exactly enough
     * @param limit key of the limit, as a dispatch takes it
     * @param span how long that is, in the calendar's notation
     * @param riskCheck whether somebody has to assess the risk
     * @param rule the number of the rule that names the unit
     * @param reason its reason, in the language of the request
     */
    record RowSuggestion(long matterId, @Nullable SuggestedUnit unit, String limit, String span, boolean riskCheck, String rule,
            String reason) {
    }

    /**
     * One for each matter the reader sees, by its number; others are left out.
     *
     * @param matters at most 200 numbers, parted by commas
     */
    @GetMapping("/api/v1/dispatch-suggestions")
    List<RowSuggestion> dispatchSuggestions(@RequestParam String matters, Locale locale) {
        Actor actor = Actors.current();
        actor.require(Permission.MATTER_READ);
        return cases.among(numbers(matters)).stream()
                .sorted(Comparator.comparingLong(PastCase::id))
                .map(matter -> row(matter, locale))
                .toList();
    }

    private static Set<Long> numbers(String text) {
        try {
            Set<Long> numbers = Arrays.stream(text.split(",")).map(Long::valueOf).collect(Collectors.toSet());
            if (numbers.size() > MOST) {
                throw Problem.field("matters", "TOO_LONG");
            }
            return numbers;
        } catch (NumberFormatException e) {
            throw Problem.field("matters", "INVALID");
        }
    }

    private RowSuggestion row(PastCase matter, Locale locale) {
        var suggestion = routing.suggest(SuggestionQuestion.about(matter));
        var unit = suggestion.unit().map(units::get)
                .map(found -> new SuggestedUnit(found.id().value(), found.code(), found.name(), found.nameEn()))
                .orElse(null);
        var rule = suggestion.rule(RoutingDecision.UNIT);
        var span = procedures.current(suggestion.procedure()).clock("handle").limit(suggestion.limitKey(), false);
        return new RowSuggestion(matter.id(), unit, suggestion.limitKey(), span.limit().toString(), suggestion.riskCheck(), rule.id(),
                locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? rule.reason().en() : rule.reason().zh());
    }
}
