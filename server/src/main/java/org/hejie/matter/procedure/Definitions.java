package org.hejie.matter.procedure;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one section of the file defines by name, and which of it is used.
 *
 * @param <T> what is defined
 */
final class Definitions<T> {

    private final String section;
    private final Findings findings;
    private final Map<String, T> defined = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    Definitions(String section, Findings findings) {
        this.section = section;
        this.findings = findings;
    }

    void put(String key, T value) {
        defined.put(key, value);
    }

    /** The definition of that name; an unknown name is a finding at the path. */
    Optional<T> use(String key, String path) {
        used.add(key);
        if (!defined.containsKey(key)) {
            findings.add(path, "“" + key + "”没有在“" + section + "”下定义", "“" + key + "” is not defined under “" + section + "”");
        }
        return Optional.ofNullable(defined.get(key));
    }

    /** Every name of the key's list, checked. */
    Set<String> useAll(YamlMap map, String key) {
        var names = map.optionalTexts(key);
        names.forEach(name -> use(name, map.at(key)));
        return names;
    }

    /** Notes every definition nobody used. */
    void noteUnused() {
        defined.keySet().stream()
                .filter(key -> !used.contains(key))
                .forEach(key -> findings.add(section + "." + key, "“" + key + "”定义了却没有用到", "“" + key + "” is defined but never used"));
    }

    Map<String, T> all() {
        return Collections.unmodifiableMap(defined);
    }
}
