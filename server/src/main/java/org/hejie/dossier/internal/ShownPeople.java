package org.hejie.dossier.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hejie.dossier.PaperFacts.Known;
import org.hejie.dossier.PartyMark;

/**
 * The parties of a matter as one paper shows them.
 *
 * @param rows    one for each part somebody has in the matter
 * @param byParty what is shown of each, by number
 */
record ShownPeople(List<Map<String, String>> rows, Map<Long, Map<String, String>> byParty) {

    private static final String TABLE = "parties";
    private static final String NOBODY = "—";

    /** What is known with the people in it: in their table and wherever a text names one of them. */
    Known in(Known known) {
        Map<String, List<Map<String, String>>> tables = new HashMap<>();
        known.tables().forEach((name, lines) -> tables.put(name, lines.stream().map(this::in).toList()));
        tables.put(TABLE, rows);
        return new Known(in(known.texts()), tables);
    }

    private Map<String, String> in(Map<String, String> texts) {
        return texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, text -> in(text.getValue()), (a, b) -> a,
                LinkedHashMap::new));
    }

    private String in(String text) {
        return PartyMark.replaced(text, (what, party) -> byParty.getOrDefault(party, Map.of()).getOrDefault(what, NOBODY));
    }
}
