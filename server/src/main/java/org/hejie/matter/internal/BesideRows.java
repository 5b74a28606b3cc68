package org.hejie.matter.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hejie.matter.internal.MatterStore.Beside;

/** The rows a new matter has beside its own: words for the search, the resident's door, the parties, the twin marks. */
record BesideRows(List<Map<String, Object>> words, List<Map<String, Object>> doors, List<Map<String, Object>> roles,
        List<Map<String, Object>> marks, List<Map<String, Object>> respondents) {

    static BesideRows none() {
        return new BesideRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(Matter matter, Beside beside) {
        long id = matter.id.value();
        String registered = MatterRows.time(matter.registeredAt);
        words.add(row("matter_id", id, "center", matter.homeCenter == null ? 0L : matter.homeCenter, "month", beside.month(),
                "registered_at", registered, "words", beside.words()));
        doors.add(row("matter_id", id, "query_hash", beside.queryHash(),
                "token_hash", beside.tokenHash(), "generation", 1));
        for (int party = 0; party < beside.parties().length; party++) {
            roles.add(row("matter_id", id, "party_id", beside.parties()[party], "role", beside.roles()[party]));
        }
        for (long mark : beside.marks()) {
            marks.add(row("mark", mark, "registered_at", registered, "matter_id", id));
        }
        for (long mark : beside.respondents()) {
            respondents.add(row("mark", mark, "registered_at", registered, "matter_id", id));
        }
    }

    static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }
}
