package org.hejie.matter.procedure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;
import org.jspecify.annotations.Nullable;

/** Reads the moves of a file against what it has defined before. */
final class MoveReader {

    private static final String SAME = "SAME";
    private static final String ALL = "ALL";

    private final RuleReader rules;
    private final Definitions<Set<String>> groups;
    private final Set<String> heldRoles;
    private final Findings findings;

    MoveReader(RuleReader rules, Set<String> heldRoles, Findings findings) {
        this.rules = rules;
        this.groups = new Definitions<>("groups", findings);
        this.heldRoles = heldRoles;
        this.findings = findings;
    }

    void readGroups(YamlMap root) {
        root.optionalMap("groups").ifPresent(section -> section.keys().forEach(key -> {
            var roles = section.texts(key);
            roles.forEach(role -> checkHeld(role, section.at(key)));
            groups.put(key, roles);
        }));
    }

    void noteUnused() {
        groups.noteUnused();
    }

    /** The transitions of one entry under {@code moves}, one for each status it starts from. */
    List<PlacedTransition> read(YamlMap map) {
        var action = Constants.one(map, "action", MatterAction.class);
        var froms = Constants.some(map, "from", MatterStatus.class);
        var target = target(map);
        var common = new Transition(
                MatterStatus.REGISTERED,
                action.orElse(MatterAction.NOTE),
                MatterStatus.REGISTERED,
                detour(map),
                roles(map),
                Constants.any(map, "conditions", Condition.class),
                map.optionalText("within").map(key -> window(map, key)).orElse(null),
                rules.reasons.useAll(map, "reasons"),
                rules.papers.useAll(map, "papers"),
                effects(map),
                map.keys().contains("implies")
                        ? Constants.one(map, "implies", MatterAction.class).orElse(null)
                        : null,
                rules.basis(map));
        map.refuseOthers();
        var read = new ArrayList<PlacedTransition>();
        if (action.isPresent()) {
            froms.forEach(from -> read.add(new PlacedTransition(map.path(), between(common, from, target))));
        }
        return read;
    }

    /** Names of roles and groups, each group replaced by its roles. */
    Set<String> roles(YamlMap map) {
        var roles = new LinkedHashSet<String>();
        for (var name : map.texts("by")) {
            if (name.equals(name.toUpperCase(Locale.ROOT))) {
                checkHeld(name, map.at("by"));
                roles.add(name);
            } else {
                groups.use(name, map.at("by")).ifPresent(roles::addAll);
            }
        }
        return roles;
    }

    private void checkHeld(String role, String path) {
        if (!heldRoles.contains(role)) {
            findings.add(path, "没有岗位可以担任角色“" + role + "”", "no post may hold the role “" + role + "”");
        }
    }

    private static Transition between(Transition common, MatterStatus from, @Nullable MatterStatus target) {
        return new Transition(
                from,
                common.action(),
                target == null ? from : target,
                common.detour(),
                common.roles(),
                common.conditions(),
                common.within(),
                common.reasons(),
                common.papers(),
                common.clocks(),
                common.implies(),
                common.basis());
    }

    /** The status reached; null for SAME. */
    private @Nullable MatterStatus target(YamlMap map) {
        if (map.optionalText("to").filter(SAME::equals).isPresent()) {
            return null;
        }
        return Constants.one(map, "to", MatterStatus.class).orElse(null);
    }

    private @Nullable Detour detour(YamlMap map) {
        return map.optionalMap("instead")
                .flatMap(instead -> {
                    var when = Constants.one(instead, "when", Circumstance.class);
                    var to = Constants.one(instead, "to", MatterStatus.class);
                    instead.refuseOthers();
                    return when.flatMap(circumstance -> to.map(status -> new Detour(circumstance, status)));
                })
                .orElse(null);
    }

    private String window(YamlMap map, String key) {
        rules.windows.use(key, map.at("within"));
        return key;
    }

    private ClockEffects effects(YamlMap map) {
        return new ClockEffects(
                stops(map),
                rules.clocks.useAll(map, "starts"),
                rules.clocks.useAll(map, "pauses"),
                rules.clocks.useAll(map, "resumes"),
                rules.clocks.useAll(map, "extends"));
    }

    private Set<String> stops(YamlMap map) {
        return map.optionalTexts("stops").equals(Set.of(ALL))
                ? rules.clocks.all().keySet()
                : rules.clocks.useAll(map, "stops");
    }
}
