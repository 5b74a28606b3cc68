package org.hejie.referral.internal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hejie.calendar.Limit;
import org.hejie.referral.Coded;
import org.hejie.referral.Direction;
import org.hejie.referral.RuleName;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.ReferralKind;
import org.hejie.referral.RulesView;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules of the dockings with their sources, as {@code referral/rules.yaml} tells them; read once at start. */
@Component
class ReferralRules {

    private final String version;
    private final Limit sign;
    private final Map<String, ReferralKind> kinds;
    private final List<Refusal> refusals;
    private final PetitionLimits petition;
    private final List<Coded> failures;
    private final List<Coded> declines;
    private final int lawsuitDays;
    private final List<Reason> reasons;
    private final List<CountsOnly> counts;

    /** What goes back at once. */
    record Refusal(Coded fact, Set<PartnerSystem> systems) {
    }

    /** From which value on a lawsuit has points. */
    record Reason(Coded what, BigDecimal from, int points) {
    }

    /** Causes pushed as counts. */
    record CountsOnly(Coded kind, List<String> words) {
    }

    /** A petition's three limits. */
    record PetitionLimits(Limit transfer, Limit handle, Limit longest) {
    }

    ReferralRules(ResourceLoader resources) throws IOException {
        try (InputStream in = resources.getResource("classpath:referral/rules.yaml").getInputStream()) {
            Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            this.version = text(all, "version");
            this.sign = Limit.parse(text(map(all.get("sign")), "limit"));
            this.kinds = maps(all.get("kinds")).stream().map(ReferralRules::kind)
                    .collect(Collectors.toMap(ReferralKind::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
            this.refusals = maps(all.get("refusals")).stream().map(ReferralRules::refusal).toList();
            Map<String, Object> dates = map(all.get("petition"));
            this.petition = new PetitionLimits(Limit.parse(text(dates, "transfer")), Limit.parse(text(dates, "handle")),
                    Limit.parse(text(dates, "longest")));
            this.failures = coded(all.get("failures"));
            this.declines = coded(all.get("declines"));
            Map<String, Object> lawsuit = map(all.get("lawsuit"));
            this.lawsuitDays = (Integer) lawsuit.get("days");
            this.reasons = maps(lawsuit.get("reasons")).stream().map(row ->
                    new Reason(coded(row, "code"), new BigDecimal(text(row, "from")), (Integer) row.get("points"))).toList();
            this.counts = maps(lawsuit.get("countsOnly")).stream().map(row ->
                    new CountsOnly(coded(row, "code"), texts(row.get("match")))).toList();
        }
    }

    String version() {
        return version;
    }

    /** How soon one is signed for. */
    Limit sign() {
        return sign;
    }

    Optional<ReferralKind> kind(@Nullable String code) {
        return Optional.ofNullable(code).map(kinds::get);
    }

    /** A kind that a row of ours has; it stays in the rules as long as rows have it. */
    ReferralKind known(String code) {
        return kind(code).orElseThrow(() -> new IllegalStateException("referral/rules.yaml has no kind " + code));
    }

    List<Refusal> refusals() {
        return refusals;
    }

    PetitionLimits petition() {
        return petition;
    }

    boolean isFailure(@Nullable String code) {
        return has(failures, code);
    }

    boolean isDecline(@Nullable String code) {
        return has(declines, code);
    }

    /** How far back the same party counts. */
    int lawsuitDays() {
        return lawsuitDays;
    }

    List<Reason> reasons() {
        return reasons;
    }

    List<CountsOnly> counts() {
        return counts;
    }

    RulesView view() {
        return new RulesView(List.copyOf(kinds.values()), refusals.stream().map(Refusal::fact).toList(), failures, declines,
                reasons.stream().map(Reason::what).toList(), counts.stream().map(CountsOnly::kind).toList());
    }

    private static boolean has(List<Coded> list, @Nullable String code) {
        return list.stream().anyMatch(one -> one.code().equals(code));
    }

    private static ReferralKind kind(Map<String, Object> row) {
        Object extension = row.get("extension");
        return new ReferralKind(text(row, "code"), PartnerSystem.valueOf(text(row, "system")), Direction.valueOf(text(row, "direction")),
                Limit.parse(text(row, "limit")).toString(), extension == null ? null : Limit.parse(extension.toString()).toString(),
                Boolean.TRUE.equals(row.get("bothConsent")), Boolean.TRUE.equals(row.get("undisputed")), law(row, "name"), law(row, "basis"));
    }

    private static Refusal refusal(Map<String, Object> row) {
        return new Refusal(coded(row, "fact"), texts(row.get("systems")).stream().map(PartnerSystem::valueOf).collect(Collectors.toSet()));
    }

    private static List<Coded> coded(@Nullable Object list) {
        return maps(list).stream().map(row -> coded(row, "code")).toList();
    }

    private static Coded coded(Map<String, Object> row, String key) {
        return new Coded(text(row, key), law(row, "name"));
    }

    private static RuleName law(Map<String, Object> row, String key) {
        Map<String, Object> words = map(row.get(key));
        return new RuleName(text(words, "zh"), text(words, "en"), Boolean.TRUE.equals(row.get("verified")));
    }

    private static String text(Map<String, Object> row, String key) {
        return String.valueOf(row.get(key));
    }

    private static List<String> texts(@Nullable Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    private static List<Map<String, Object>> maps(@Nullable Object list) {
        return ((List<?>) list).stream().map(ReferralRules::map).toList();
    }

    @SuppressWarnings("unchecked") // YAML with text keys
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) value;
    }
}
