package org.hejie.wage.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hejie.matter.procedure.Wording;
import org.hejie.wage.ClaimFact;
import org.hejie.wage.WageClaim.Law;
import org.hejie.wage.WageClaim.LimitState;
import org.hejie.wage.WageClaim.Link;
import org.hejie.wage.WageClaim.Payer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules of the wage studio with their sources, as {@code wage/rules.yaml} tells them; read once at start. */
@Component
class WageRules {

    private final Set<String> categories;
    private final int months;
    private final int warnMonths;
    private final Law arbitration;
    private final String clueUnit;
    private final Law clue;
    private final List<Rule> payers = new ArrayList<>();

    /** Who pays when. */
    private record Rule(String code, Set<ClaimFact> facts, @Nullable Link needs, @Nullable Link without, Link payer, Law law, Wording why) {
    }

    WageRules(ResourceLoader resources) throws IOException {
        try (InputStream in = resources.getResource("classpath:wage/rules.yaml").getInputStream()) {
            Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            this.categories = Set.copyOf(texts(all.get("categories")));
            Map<String, Object> limit = map(all.get("arbitration"));
            this.months = (Integer) limit.get("months");
            this.warnMonths = (Integer) limit.get("warnMonths");
            this.arbitration = law(limit, "basis");
            Map<String, Object> sent = map(all.get("clue"));
            this.clueUnit = sent.get("unit").toString();
            this.clue = law(sent, "basis");
            ((List<?>) all.get("payers")).forEach(rule -> payers.add(rule(map(rule))));
        }
    }

    /** Whether a wage claim may stand on a matter of one of these categories. */
    boolean concerns(List<String> ofMatter) {
        return ofMatter.stream().anyMatch(code -> code != null && categories.contains(code));
    }

    Law arbitration() {
        return arbitration;
    }

    Law clue() {
        return clue;
    }

    /** Code of the unit that clues go to. */
    String clueUnit() {
        return clueUnit;
    }

    /** Who pays, the first of them first. @param named by its place in the chain */
    List<Payer> payers(Set<ClaimFact> facts, Map<Link, String> named) {
        return payers.stream().filter(rule -> applies(rule, facts, named))
                .map(rule -> new Payer(rule.code(), rule.payer(), named.get(rule.payer()), rule.law(), rule.why())).toList();
    }

    private static boolean applies(Rule rule, Set<ClaimFact> facts, Map<Link, String> named) {
        return facts.containsAll(rule.facts()) && (rule.needs() == null || named.containsKey(rule.needs()))
                && (rule.without() == null || !named.containsKey(rule.without()));
    }

    /**
     * Last day to apply for arbitration: one year from the end of the labour relation, the day of its end not counted
     * (Civil Code, arts. 201, 202). It starts anew when the worker claims or asks an authority for help, which is not reckoned here.
     *
     * @return null while the relation lasts
     */
    @Nullable LocalDate limitOn(@Nullable LocalDate leftOn) {
        return leftOn == null ? null : leftOn.plusMonths(months);
    }

    /** How that stands on a day. */
    LimitState limit(@Nullable LocalDate leftOn, LocalDate today) {
        LocalDate last = limitOn(leftOn);
        if (last == null) {
            return LimitState.NONE;
        }
        if (today.isAfter(last)) {
            return LimitState.PASSED;
        }
        return today.isBefore(last.minusMonths(warnMonths)) ? LimitState.RUNNING : LimitState.NEAR;
    }

    private static Rule rule(Map<String, Object> map) {
        Set<ClaimFact> facts = EnumSet.noneOf(ClaimFact.class);
        texts(map.get("facts")).forEach(fact -> facts.add(ClaimFact.valueOf(fact)));
        return new Rule(map.get("code").toString(), facts, link(map.get("needs")), link(map.get("without")),
                Link.valueOf(map.get("payer").toString()), law(map, "article"), words(map.get("why")));
    }

    private static @Nullable Link link(@Nullable Object name) {
        return name == null ? null : Link.valueOf(name.toString());
    }

    private static Law law(Map<String, Object> map, String article) {
        return new Law(words(map.get(article)), Boolean.TRUE.equals(map.get("verified")));
    }

    private static Wording words(@Nullable Object value) {
        Map<String, Object> map = map(value);
        return new Wording(map.get("zh").toString(), map.get("en").toString());
    }

    private static List<String> texts(@Nullable Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    @SuppressWarnings("unchecked") // YAML with text keys
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) value;
    }
}
