package org.hejie.routing.web;

import java.util.List;
import java.util.Locale;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.procedure.Procedures;
import org.hejie.org.Units;
import org.hejie.routing.MatchedRule;
import org.hejie.routing.Routing;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.RoutingSuggestion;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the rules suggest for a matter, and why. Nothing follows from it by itself. */
@RestController
class SuggestionController {

    private final Matters matters;
    private final Routing routing;
    private final Procedures procedures;
    private final Units units;

    SuggestionController(Matters matters, Routing routing, Procedures procedures, Units units) {
        this.matters = matters;
        this.routing = routing;
        this.procedures = procedures;
        this.units = units;
    }

    /**
     * @param unit the unit suggested; null when the place is not known exactly enough
     * @param limit key of the limit, as a dispatch takes it
     * @param span how long that is, in the calendar's notation
     * @param rulesVersion the version of the rules in force
     * @param rules the rules the suggestion follows, one a decision
     * @param others rules that match too and say something else
     */
    record SuggestionView(
            @Nullable SuggestedUnit unit,
            String target,
            String procedure,
            String limit,
            String span,
            boolean riskCheck,
            int rulesVersion,
            List<RuleView> rules,
            List<RuleView> others) {}

    record SuggestedUnit(long id, String code, String name, @Nullable String nameEn) {}

    /** @param reason in the language of the request */
    record RuleView(String id, RoutingDecision decision, String outcome, String reason) {}

    /** Open to whoever sees the matter. */
    @GetMapping("/api/v1/matters/{id}/suggestion")
    SuggestionView suggestion(@PathVariable long id, Locale locale) {
        var matter = matters.detail(new MatterId(id)).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        var redRisk = matters.standing(new MatterId(id)).map(Matters.Standing::redRisk).orElse(false);
        return view(routing.suggest(SuggestionQuestion.about(matter, redRisk)), locale);
    }

    private SuggestionView view(RoutingSuggestion suggestion, Locale locale) {
        var unit = suggestion.unit().map(units::get)
                .map(found -> new SuggestedUnit(found.id().value(), found.code(), found.name(), found.nameEn()))
                .orElse(null);
        var span = procedures.current(suggestion.procedure()).clock("handle").limit(suggestion.limitKey(), false);
        return new SuggestionView(unit, suggestion.target().toString(), suggestion.procedure().value(),
                suggestion.limitKey(), span.limit().toString(), suggestion.riskCheck(), suggestion.version(),
                suggestion.rules().stream().filter(MatchedRule::applied).map(rule -> view(rule, locale)).toList(),
                suggestion.rules().stream()
                        .filter(rule -> !rule.outcome().equals(suggestion.rule(rule.decision()).outcome()))
                        .map(rule -> view(rule, locale)).toList());
    }

    private static RuleView view(MatchedRule rule, Locale locale) {
        var english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new RuleView(rule.id(), rule.decision(), rule.outcome(), english ? rule.reason().en() : rule.reason().zh());
    }
}
