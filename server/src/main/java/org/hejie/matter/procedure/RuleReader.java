package org.hejie.matter.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.hejie.calendar.Limit;
import org.hejie.calendar.MalformedLimit;
import org.hejie.matter.MatterAction;
import org.hejie.matter.ResultKind;
import org.hejie.matter.SourceLine;

/** Reads what a file defines before its moves: bases, reasons, papers, clocks, windows, visits. */
final class RuleReader {

    private static final Wording NO_WORDS = new Wording("?", "?");
    private static final Basis NO_BASIS = new Basis("?", NO_WORDS, false);
    private static final Limit NO_LIMIT = Limit.parse("1wd");

    private final Findings findings;
    final Definitions<Basis> bases;
    final Definitions<Reason> reasons;
    final Definitions<Paper> papers;
    final Definitions<ClockRule> clocks;
    final Definitions<WindowRule> windows;
    final List<VisitRule> visits = new ArrayList<>();

    RuleReader(Findings findings) {
        this.findings = findings;
        bases = new Definitions<>("bases", findings);
        reasons = new Definitions<>("reasons", findings);
        papers = new Definitions<>("papers", findings);
        clocks = new Definitions<>("clocks", findings);
        windows = new Definitions<>("windows", findings);
    }

    void read(YamlMap root) {
        each(root.map("bases"), (key, map) -> bases.put(key, new Basis(key, words(map), flag(map, "verified"))));
        root.optionalMap("reasons").ifPresent(section ->
                each(section, (key, map) -> reasons.put(key, new Reason(key, words(map)))));
        root.optionalMap("papers").ifPresent(section -> each(section, (key, map) -> papers.put(key, paper(key, map))));
        each(root.map("clocks"), (key, map) -> clocks.put(key, clock(key, map)));
        root.optionalMap("windows").ifPresent(section -> each(section, this::window));
        root.optionalMap("visits").ifPresent(section ->
                each(section, (key, map) -> visits.add(new VisitRule(key, timeLimit(map)))));
    }

    void noteUnused() {
        bases.noteUnused();
        reasons.noteUnused();
        papers.noteUnused();
        clocks.noteUnused();
        windows.noteUnused();
    }

    Wording words(YamlMap map) {
        var zh = map.text("zh");
        var en = map.text("en");
        return zh.isEmpty() || en.isEmpty() ? NO_WORDS : new Wording(zh, en);
    }

    Basis basis(YamlMap map) {
        var key = map.text("basis");
        return key.isEmpty() ? NO_BASIS : bases.use(key, map.at("basis")).orElse(NO_BASIS);
    }

    /** A whole number from 1; anything else is a finding and 1. */
    int count(YamlMap map, String key) {
        var text = map.text(key);
        if (!text.matches("[1-9][0-9]{0,3}")) {
            findings.add(map.at(key), "须为 1 以上的整数", "a whole number from 1 is needed here");
            return 1;
        }
        return Integer.parseInt(text);
    }

    private boolean flag(YamlMap map, String key) {
        var text = map.text(key);
        if (!text.equals("true") && !text.equals("false")) {
            findings.add(map.at(key), "须为 true 或 false", "true or false is needed here");
        }
        return text.equals("true");
    }

    private Paper paper(String code, YamlMap map) {
        return new Paper(code, words(map), flag(map, "system"), Constants.any(map, "when", ResultKind.class));
    }

    private ClockRule clock(String key, YamlMap map) {
        var name = words(map.map("name"));
        var kind = Constants.one(map, "kind", ClockKind.class).orElse(ClockKind.INTERNAL);
        var limits = limits(map);
        var only = limits.keySet().iterator().next();
        var preferred = limits.size() == 1 ? map.optionalText("default").orElse(only) : map.text("default");
        if (!limits.containsKey(preferred)) {
            findings.add(map.at("default"), "“" + preferred + "”不在各时限之中", "“" + preferred + "” is not one of the limits");
            preferred = only;
        }
        return new ClockRule(
                key,
                name,
                kind,
                Constants.any(map, "lines", SourceLine.class),
                map.optionalTexts("categories"),
                limits,
                preferred,
                map.optionalMap("red").map(this::closedTimeLimit).orElse(null),
                map.optionalMap("extension").map(this::extension).orElse(null));
    }

    private Map<String, TimeLimit> limits(YamlMap clock) {
        var limits = new LinkedHashMap<String, TimeLimit>();
        each(clock.map("limits"), (key, map) -> limits.put(key, timeLimit(map)));
        if (limits.isEmpty()) {
            findings.add(clock.at("limits"), "计时至少要有一个时限", "a clock needs at least one limit");
            limits.put("?", new TimeLimit(NO_LIMIT, NO_BASIS));
        }
        return limits;
    }

    private TimeLimit timeLimit(YamlMap map) {
        return new TimeLimit(limit(map, "limit"), basis(map));
    }

    private TimeLimit closedTimeLimit(YamlMap map) {
        var read = timeLimit(map);
        map.refuseOthers();
        return read;
    }

    private ExtensionRule extension(YamlMap map) {
        var read = new ExtensionRule(count(map, "times"), limit(map, "upTo"), basis(map));
        map.refuseOthers();
        return read;
    }

    private void window(String key, YamlMap map) {
        var name = words(map.map("name"));
        var limit = timeLimit(map);
        var red = map.optionalText("red");
        red.filter(text -> !text.equals("closed"))
                .ifPresent(text -> findings.add(map.at("red"), "这里只认“closed”", "only “closed” is known here"));
        var since = Constants.some(map, "since", MatterAction.class);
        windows.put(key, new WindowRule(key, name, since, limit, red.isPresent()));
    }

    private Limit limit(YamlMap map, String key) {
        var text = map.text(key);
        if (text.isEmpty()) {
            return NO_LIMIT;
        }
        try {
            return Limit.parse(text);
        } catch (MalformedLimit malformed) {
            findings.add(map.at(key), "“" + text + "”不是时限，写法如 30min、2h、3wd、30cd、1mo", "“" + text + "” is no limit: " + malformed.getMessage());
            return NO_LIMIT;
        }
    }

    private static void each(YamlMap section, BiConsumer<String, YamlMap> reader) {
        for (var key : section.keys()) {
            section.optionalMap(key).ifPresent(map -> {
                reader.accept(key, map);
                map.refuseOthers();
            });
        }
    }
}
