package org.hejie.matter.supervision.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.calendar.Limit;
import org.hejie.calendar.MalformedLimit;
import org.hejie.matter.procedure.Wording;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.matter.supervision.internal.CardRule.When;
import org.hejie.org.Permission;
import org.hejie.org.Role;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code rules/supervision.yaml} and checks it: a rule that cannot be meant refuses the whole file. */
final class RuleFile {

    private static final int MOST = 100;

    private RuleFile() {
    }

    /** @throws InvalidRules naming the place of the first thing that cannot be */
    static CardRules read(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Map<String, Object> file;
        try {
            file = map("", new Yaml(new SafeConstructor(options)).load(text), Set.of("version", "levels", "sample", "rules"));
        } catch (YAMLException broken) {
            throw new InvalidRules("file", "不是 YAML", "is no YAML: " + broken.getMessage());
        }
        Map<CardLevel, CardRules.Level> levels = new EnumMap<>(CardLevel.class);
        map("levels", file.get("levels"), null).forEach((name, level) -> levels.put(level("levels." + name, name), level("levels." + name, level)));
        for (CardLevel level : CardLevel.values()) {
            require(levels.containsKey(level), "levels." + level, "缺少", "is missing");
        }
        List<CardRule> rules = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        require(file.get("rules") instanceof List<?>, "rules", "须是列表", "a list is needed");
        for (Object one : (List<?>) file.get("rules")) {
            CardRule rule = rule("rules[" + rules.size() + "]", one);
            require(codes.add(rule.code()), "rules[" + rules.size() + "].code", "写了两次", "is there twice");
            rules.add(rule);
        }
        return new CardRules(number("version", file.get("version"), 1), levels, sample(file.get("sample")), rules);
    }

    private static CardRules.Level level(String at, @Nullable Object given) {
        Map<String, Object> map = map(at, given, Set.of("issuers", "reply", "verified"));
        Set<Role> issuers = texts(at + ".issuers", map.get("issuers")).stream().map(name -> role(at + ".issuers", name))
                .collect(Collectors.toUnmodifiableSet());
        verified(at, map);
        return new CardRules.Level(issuers, limit(at + ".reply", map.get("reply")));
    }

    private static Role role(String at, String name) {
        try {
            Role role = Role.valueOf(name);
            require(role.permissions().contains(Permission.SUPERVISE), at, name + " 不承担督办", name + " does not supervise");
            return role;
        } catch (IllegalArgumentException unknown) {
            throw new InvalidRules(at, name + " 不是角色", name + " is no role");
        }
    }

    private static CardRules.Sample sample(@Nullable Object given) {
        Map<String, Object> map = map("sample", given, Set.of("share", "atLeast", "verified"));
        verified("sample", map);
        int share = number("sample.share", map.get("share"), 1);
        require(share <= MOST, "sample.share", "超过全部", "is more than all");
        return new CardRules.Sample(share, number("sample.atLeast", map.get("atLeast"), 0));
    }

    private static CardRule rule(String at, @Nullable Object given) {
        Map<String, Object> map = map(at, given, Set.of("code", "level", "when", "name", "required", "verified"));
        String code = text(at + ".code", map.get("code"));
        require(code.matches("[A-Z][A-Z_]{2,39}"), at + ".code", "不是代码（大写字母和下划线）", "is no code");
        CardLevel level = level(at + ".level", text(at + ".level", map.get("level")));
        When when = when(at + ".when", map.get("when"));
        if (when instanceof When.Unanswered unanswered) {
            require(level.compareTo(unanswered.level()) > 0, at + ".level", "不高于未回复的那一级", "does not rise above the card left unanswered");
        }
        return new CardRule(code, level, when, words(at + ".name", map.get("name")), words(at + ".required", map.get("required")),
                verified(at, map));
    }

    private static When when(String at, @Nullable Object given) {
        Map<String, Object> map = map(at, given, Set.of("kind", "clocks", "after", "count", "level"));
        return switch (text(at + ".kind", map.get("kind"))) {
            case "CLOCK_OVERDUE" -> new When.ClockOverdue(texts(at + ".clocks", map.get("clocks")),
                    map.get("after") == null ? null : limit(at + ".after", map.get("after")));
            case "SIGNED_BY_SYSTEM" -> new When.SignedBySystem();
            case "RETURNS" -> new When.Returns(number(at + ".count", map.get("count"), 1));
            case "RETURN_REFUSED" -> new When.ReturnRefused();
            case "EXTENSIONS" -> new When.Extensions(number(at + ".count", map.get("count"), 1));
            case "DISSATISFIED_AFTER_REOPENING" -> new When.DissatisfiedAfterReopening();
            case "NO_SHOW" -> new When.NoShow();
            case "UNANSWERED" -> new When.Unanswered(level(at + ".level", text(at + ".level", map.get("level"))));
            default -> throw new InvalidRules(at + ".kind", "没有这种情形", "is not known");
        };
    }

    private static CardLevel level(String at, String name) {
        try {
            return CardLevel.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidRules(at, "没有这个等级", "is no level");
        }
    }

    private static Limit limit(String at, @Nullable Object given) {
        try {
            return Limit.parse(text(at, given));
        } catch (MalformedLimit wrong) {
            throw new InvalidRules(at, "不是时限，例如 3wd", "is no limit such as 3wd");
        }
    }

    private static Wording words(String at, @Nullable Object given) {
        Map<String, Object> map = map(at, given, Set.of("zh", "en"));
        return new Wording(text(at + ".zh", map.get("zh")), text(at + ".en", map.get("en")));
    }

    /** Every threshold says whether somebody has verified it. */
    private static boolean verified(String at, Map<String, Object> map) {
        require(map.get("verified") instanceof Boolean, at + ".verified", "须是 true 或 false", "must be true or false");
        return (Boolean) map.get("verified");
    }

    private static Set<String> texts(String at, @Nullable Object given) {
        require(given instanceof List<?> list && !list.isEmpty(), at, "至少写一项", "needs at least one entry");
        Set<String> texts = new LinkedHashSet<>();
        ((List<?>) given).forEach(one -> texts.add(text(at, one)));
        return texts;
    }

    private static String text(String at, @Nullable Object given) {
        require(given instanceof String text && !text.isBlank(), at, "须填文字", "a text is needed");
        return (String) given;
    }

    private static int number(String at, @Nullable Object given, int least) {
        require(given instanceof Integer number && number >= least, at, "须是整数，不小于 " + least, "a whole number from " + least + " is needed");
        return (Integer) given;
    }

    /** @param known the keys that may be there; null: any */
    private static Map<String, Object> map(String at, @Nullable Object given, @Nullable Set<String> known) {
        require(given instanceof Map, at, "须是键和值", "a mapping is needed");
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) given).forEach((key, value) -> map.put(String.valueOf(key), value));
        map.keySet().forEach(key -> require(known == null || known.contains(key), at + "." + key, "这里没有这一项", "is not known here"));
        return map;
    }

    private static void require(boolean right, String at, String zh, String en) {
        if (!right) {
            throw new InvalidRules(at, zh, en);
        }
    }
}
