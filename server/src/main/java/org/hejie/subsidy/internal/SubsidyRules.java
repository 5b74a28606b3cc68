package org.hejie.subsidy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hejie.matter.procedure.Wording;
import org.hejie.subsidy.SubsidyClaim.Rules;
import org.hejie.subsidy.SubsidyRow.Band;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The versions of the rules, as {@code subsidy/rules.yaml} tells them; read and checked once at start. */
@Component
class SubsidyRules {

    private static final int FULL = 100;

    private final String countyUnit;
    private final List<Version> versions;

    /** What takes points away. */
    record Deductions(int missingPaper, int notBound, int late, int noSession, int notReadBack, int defaulted) {
    }

    /** @param parties so many, or @param sessions so many, or @param total yuan; null: not a reason */
    record BandRule(Band band, @Nullable Integer parties, @Nullable Integer sessions, @Nullable BigDecimal total, BigDecimal amount) {
    }

    /** A part of the amount from so many points on. */
    record PartRule(int points, BigDecimal part) {
    }

    /** One version. */
    record Version(Rules shown, List<BandRule> bands, BigDecimal oral, Deductions deductions, List<PartRule> parts, Set<String> splitAlone,
            int splitTogether) {

        Band band(int parties, int sessions, @Nullable BigDecimal total) {
            return bands.stream().filter(rule -> rule.parties() == null && rule.sessions() == null && rule.total() == null
                    || rule.parties() != null && parties >= rule.parties() || rule.sessions() != null && sessions >= rule.sessions()
                    || rule.total() != null && total != null && total.compareTo(rule.total()) >= 0)
                    .findFirst().orElseThrow().band();
        }

        /** Yuan; nothing below the fewest points. */
        BigDecimal amount(Band band, boolean spoken, int points) {
            BigDecimal full = bands.stream().filter(rule -> rule.band() == band).findFirst().orElseThrow().amount();
            BigDecimal part = parts.stream().filter(rule -> points >= rule.points()).findFirst().map(PartRule::part).orElse(BigDecimal.ZERO);
            return full.multiply(part).multiply(spoken ? oral : BigDecimal.ONE).setScale(2, RoundingMode.HALF_UP);
        }

        boolean pays(int points) {
            return points >= parts.getLast().points();
        }

        boolean suspicious(List<String> reasons) {
            return reasons.stream().anyMatch(splitAlone::contains) || reasons.size() >= splitTogether;
        }
    }

    SubsidyRules(ResourceLoader resources) throws IOException {
        try (InputStream in = resources.getResource("classpath:subsidy/rules.yaml").getInputStream()) {
            Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            this.countyUnit = all.get("countyUnit").toString();
            this.versions = list(all.get("versions")).stream().map(one -> version(map(one)))
                    .sorted(Comparator.comparing((Version one) -> one.shown().from()).reversed()).toList();
        }
        versions.forEach(SubsidyRules::check);
    }

    String countyUnit() {
        return countyUnit;
    }

    /** In force on a day. @throws IllegalStateException before the first */
    Version on(LocalDate day) {
        return versions.stream().filter(one -> !one.shown().from().isAfter(day)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no rules of subsidy are in force"));
    }

    Version numbered(int version) {
        return versions.stream().filter(one -> one.shown().version() == version).findFirst()
                .orElseThrow(() -> new IllegalStateException("a version of the rules that claims were reckoned by was taken out"));
    }

    /** @throws IllegalStateException naming what is wrong */
    private static void check(Version one) {
        BandRule last = one.bands().getLast();
        require(last.parties() == null && last.sessions() == null && last.total() == null, one, "the last band takes what is left");
        require(one.bands().stream().map(BandRule::band).distinct().count() == one.bands().size(), one, "each band stands once");
        require(one.bands().stream().allMatch(rule -> rule.amount().signum() > 0), one, "amounts are more than nothing");
        require(one.oral().signum() >= 0 && one.oral().compareTo(BigDecimal.ONE) <= 0, one, "oral is a part");
        List<Integer> points = one.parts().stream().map(PartRule::points).toList();
        require(!points.isEmpty() && points.equals(points.stream().sorted(Comparator.reverseOrder()).distinct().toList()), one,
                "parts go down by points");
        require(points.stream().allMatch(number -> number > 0 && number <= FULL), one, "points are of 100");
        require(one.parts().stream().allMatch(rule -> rule.part().signum() >= 0 && rule.part().compareTo(BigDecimal.ONE) <= 0), one,
                "a part is at most the whole");
        require(one.shown().splitDays() > 0 && one.shown().objectionDays() > 0 && one.splitTogether() > 0, one, "days are more than none");
    }

    private static void require(boolean holds, Version one, String rule) {
        if (!holds) {
            throw new IllegalStateException("subsidy/rules.yaml, version " + one.shown().version() + ": " + rule);
        }
    }

    private static Version version(Map<String, Object> one) {
        Map<String, Object> words = map(one.get("basis"));
        Map<String, Object> score = map(one.get("score"));
        Rules shown = new Rules(number(one.get("version")), ((Date) one.get("from")).toInstant().atOffset(ZoneOffset.UTC).toLocalDate(),
                new Wording(words.get("zh").toString(), words.get("en").toString()), Boolean.TRUE.equals(one.get("verified")),
                number(one.get("splitDays")), number(one.get("objectionDays")));
        Set<String> alone = new HashSet<>();
        list(one.get("splitAlone")).forEach(code -> alone.add(code.toString()));
        return new Version(shown, list(one.get("bands")).stream().map(band -> band(map(band))).toList(), decimal(one.get("oral")),
                new Deductions(number(score.get("perMissingPaper")), number(score.get("notBound")), number(score.get("late")),
                        number(score.get("noSession")), number(score.get("notReadBack")), number(score.get("perDefault"))),
                list(one.get("parts")).stream().map(part -> new PartRule(number(map(part).get("points")), decimal(map(part).get("part")))).toList(),
                alone, number(one.get("splitTogether")));
    }

    private static BandRule band(Map<String, Object> band) {
        return new BandRule(Band.valueOf(band.get("code").toString()), (Integer) band.get("parties"), (Integer) band.get("sessions"),
                band.get("total") == null ? null : decimal(band.get("total")), decimal(band.get("amount")));
    }

    private static int number(Object value) {
        return (Integer) value;
    }

    private static BigDecimal decimal(Object value) {
        return new BigDecimal(value.toString());
    }

    private static List<Object> list(Object value) {
        return new ArrayList<>((List<?>) value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
