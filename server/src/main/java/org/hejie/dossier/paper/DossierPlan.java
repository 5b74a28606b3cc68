package org.hejie.dossier.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hejie.matter.ResultKind;
import org.hejie.matter.procedure.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a dossier holds and in which order, as {@code dossiers/dossier.yaml} tells; read once at start. */
@Component
public class DossierPlan {

    private final Wording basis;
    private final Map<String, Wording> retention = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * One paper of the plan.
     *
     * @param instead the paper that may stand in its stead; null for none
     * @param always  needed whatever the result
     * @param after   the results after which it is needed
     * @param made    printed by the system when nobody has brought one
     * @param rest    takes what belongs to no other
     */
    public record Entry(String code, Wording name, @Nullable String instead, boolean always, Set<ResultKind> after, boolean made,
            boolean rest) {

        /** Whether a matter that ended so needs it; null for one that ended without a result. */
        public boolean neededFor(@Nullable ResultKind result) {
            return always || result != null && after.contains(result);
        }
    }

    DossierPlan(ResourceLoader resources, ShippedPapers papers) throws IOException {
        try (InputStream in = resources.getResource("classpath:dossiers/dossier.yaml").getInputStream()) {
            Map<String, Object> map = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            this.basis = words(map.get("basis"));
            map(map.get("retention")).forEach((code, name) -> retention.put(code, words(name)));
            for (Object entry : (List<?>) map.get("papers")) {
                entries.add(entry(map(entry), papers));
            }
        }
    }

    public Wording basis() {
        return basis;
    }

    /** Periods of keeping by their key. */
    public Map<String, Wording> retention() {
        return retention;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    private static Entry entry(Map<String, Object> map, ShippedPapers papers) {
        String code = map.get("code").toString();
        Wording name = map.containsKey("name") ? words(map.get("name")) : papers.find(code).orElseThrow().name();
        Set<ResultKind> after = EnumSet.noneOf(ResultKind.class);
        if (map.get("needed") instanceof List<?> results) {
            results.forEach(result -> after.add(ResultKind.valueOf(result.toString())));
        }
        return new Entry(code, name, (String) map.get("or"), "ALL".equals(map.get("needed")), after,
                Boolean.TRUE.equals(map.get("made")), Boolean.TRUE.equals(map.get("rest")));
    }

    private static Wording words(Object value) {
        Map<String, Object> map = map(value);
        return new Wording(map.get("zh").toString(), map.get("en").toString());
    }

    @SuppressWarnings("unchecked") // YAML with text keys
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
