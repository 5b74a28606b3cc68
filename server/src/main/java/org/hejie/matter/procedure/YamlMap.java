package org.hejie.matter.procedure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of the file, read with its place. What is missing, unknown or of the wrong form is noted
 * and read as empty, so that one reading finds everything.
 */
final class YamlMap {

    private final String path;
    private final Findings findings;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private YamlMap(String path, Findings findings) {
        this.path = path;
        this.findings = findings;
    }

    /** Reads the node as a mapping; anything else is a finding and an empty mapping. */
    static YamlMap of(String path, Node node, Findings findings) {
        var map = new YamlMap(path, findings);
        findings.place(path, node);
        if (!(node instanceof MappingNode mapping)) {
            findings.add(path, "这里须为“键: 值”", "a mapping is needed here");
            return map;
        }
        for (var entry : mapping.getValue()) {
            var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            findings.place(map.at(key), entry.getKeyNode());
            if (map.values.putIfAbsent(key, entry.getValueNode()) != null) {
                findings.add(entry.getKeyNode().getStartMark().getLine() + 1, map.at(key), "写了两次", "written twice");
            }
        }
        return map;
    }

    /** The path of a key below this mapping. */
    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    String path() {
        return path;
    }

    Findings findings() {
        return findings;
    }

    /** The keys, in the order of the file. */
    Set<String> keys() {
        return values.keySet();
    }

    /** The text of that key, not blank; missing is a finding and "". */
    String text(String key) {
        var text = optionalText(key);
        if (text.isEmpty() && !values.containsKey(key)) {
            findings.add(path, "缺少“" + key + "”", "“" + key + "” is missing");
        }
        return text.orElse("");
    }

    Optional<String> optionalText(String key) {
        asked.add(key);
        var node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        findings.add(at(key), "这里须为文字", "a text is needed here");
        return Optional.empty();
    }

    /** The mapping of that key; missing is a finding and an empty mapping. */
    YamlMap map(String key) {
        return optionalMap(key).orElseGet(() -> {
            findings.add(path, "缺少“" + key + "”", "“" + key + "” is missing");
            return new YamlMap(at(key), findings);
        });
    }

    Optional<YamlMap> optionalMap(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key)).map(node -> of(at(key), node, findings));
    }

    /** The texts listed under that key, none twice; missing or empty is a finding. */
    Set<String> texts(String key) {
        var texts = optionalTexts(key);
        if (texts.isEmpty()) {
            findings.add(values.containsKey(key) ? at(key) : path, "“" + key + "”至少要有一项", "“" + key + "” needs at least one entry");
        }
        return texts;
    }

    /** The texts listed under that key, none twice; a single text counts as a list of one. */
    Set<String> optionalTexts(String key) {
        asked.add(key);
        var texts = new LinkedHashSet<String>();
        var entries = entries(key);
        for (int i = 0; i < entries.size(); i++) {
            var place = at(key) + "[" + i + "]";
            findings.place(place, entries.get(i));
            if (!(entries.get(i) instanceof ScalarNode scalar)) {
                findings.add(place, "这里须为文字", "a text is needed here");
            } else if (!texts.add(scalar.getValue())) {
                findings.add(place, "“" + scalar.getValue() + "”列了两次", "“" + scalar.getValue() + "” is listed twice");
            }
        }
        return texts;
    }

    /** The mappings listed under that key, each read by the reader. */
    <T> List<T> maps(String key, Function<YamlMap, T> reader) {
        asked.add(key);
        var read = new ArrayList<T>();
        var entries = entries(key);
        for (int i = 0; i < entries.size(); i++) {
            read.add(reader.apply(of(at(key) + "[" + i + "]", entries.get(i), findings)));
        }
        return read;
    }

    /** Notes every key nobody asked for. */
    void refuseOthers() {
        values.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> findings.add(at(key), "这里不认“" + key + "”", "“" + key + "” is not known here"));
    }

    private List<Node> entries(String key) {
        var node = values.get(key);
        if (node == null) {
            return List.of();
        }
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }
}
