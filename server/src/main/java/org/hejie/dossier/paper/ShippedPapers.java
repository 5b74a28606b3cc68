package org.hejie.dossier.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hejie.dossier.paper.PaperSheet.Block;
import org.hejie.dossier.paper.PaperSheet.Field;
import org.hejie.dossier.paper.PaperSheet.Kind;
import org.hejie.dossier.paper.PaperSheet.Table;
import org.hejie.matter.procedure.Wording;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The papers shipped with the program, read once at start; one that cannot be read stops the start. */
@Component
public class ShippedPapers {

    private final Map<String, PaperSheet> sheets;

    ShippedPapers(ResourcePatternResolver resources) throws IOException {
        var read = new ArrayList<Map.Entry<Integer, PaperSheet>>();
        for (Resource resource : resources.getResources("classpath:papers/*.yaml")) {
            read.add(sheet(resource));
        }
        this.sheets = read.stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue)
                .collect(Collectors.toMap(PaperSheet::code, sheet -> sheet, (one, other) -> one, LinkedHashMap::new));
    }

    /** In the order of a file (卷宗). */
    public List<PaperSheet> all() {
        return List.copyOf(sheets.values());
    }

    public Optional<PaperSheet> find(String code) {
        return Optional.ofNullable(sheets.get(code));
    }

    private static Map.Entry<Integer, PaperSheet> sheet(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            Map<String, Object> map = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            var fields = new LinkedHashMap<String, Field>();
            map(map.getOrDefault("fields", Map.of())).forEach((name, value) -> fields.put(name, field(map(value))));
            return Map.entry((Integer) map.get("order"), new PaperSheet(text(map, "code"), words(map(map.get("name"))),
                    text(map, "title"), text(map, "basis"), Boolean.TRUE.equals(map.get("mediates")), fields,
                    list(map.get("blocks")).stream().map(block -> block(map(block))).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalStateException("papers/" + resource.getFilename() + " cannot be read", e);
        }
    }

    private static Field field(Map<String, Object> map) {
        return new Field(words(map), Kind.valueOf(map.getOrDefault("kind", "LINE").toString()));
    }

    private static Block block(Map<String, Object> map) {
        Object grid = map.get("grid");
        Object table = map.get("table");
        Object signs = map.get("signs");
        return new Block((String) map.get("line"), (String) map.get("right"), (String) map.get("heading"),
                grid == null ? null : list(grid).stream().map(row -> list(row).stream().map(Object::toString).toList()).toList(),
                table == null ? null : table(map(table)),
                signs == null ? null : list(signs).stream().map(Object::toString).toList());
    }

    private static Table table(Map<String, Object> map) {
        var columns = new LinkedHashMap<String, String>();
        map(map.get("columns")).forEach((column, heading) -> columns.put(column, heading.toString()));
        return new Table(text(map, "of"), columns);
    }

    private static Wording words(Map<String, Object> map) {
        return new Wording(text(map, "zh"), text(map, "en"));
    }

    private static String text(Map<String, Object> map, String key) {
        return Optional.ofNullable(map.get(key)).map(Object::toString)
                .orElseThrow(() -> new IllegalArgumentException(key + " is missing"));
    }

    @SuppressWarnings("unchecked") // YAML with text keys
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
