package org.hejie.matter.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hejie.matter.internal.MatterStore.Beside;
import org.hejie.shared.database.CopiedRows;
import org.springframework.stereotype.Component;

/**
 * Saves many new matters, each with whatever history it already has, by COPY: for imports and
 * the demo county. Row-level security holds as for one.
 */
@Component
class MatterBulk {

    private final CopiedRows copied;
    private final ClockRows clockRows;

    MatterBulk(CopiedRows copied, ClockRows clockRows) {
        this.copied = copied;
        this.clockRows = clockRows;
    }

    void insert(List<Matter> matters, List<Beside> besides) {
        if (matters.isEmpty()) {
            return;
        }
        copied.insert("matter.matter", matters.stream().map(MatterRows::whole).toList());
        copied.insert("matter.event", matters.stream().flatMap(matter -> MatterRows.events(matter).stream()).toList());
        copied.insert("matter.clock", matters.stream().flatMap(matter -> clockRows.rows(matter, clock -> true).stream()).toList());
        copied.insert("matter.step", matters.stream().flatMap(matter -> MatterRows.steps(matter, step -> true).stream()).toList());
        copied.insert("matter.participation", matters.stream().flatMap(matter -> participants(matter).stream()).toList());
        copied.insert("matter.paper", matters.stream().flatMap(matter -> papers(matter).stream()).toList());
        List<Map<String, Object>> words = new ArrayList<>(matters.size());
        List<Map<String, Object>> doors = new ArrayList<>(matters.size());
        List<Map<String, Object>> roles = new ArrayList<>();
        List<Map<String, Object>> marks = new ArrayList<>();
        for (int i = 0; i < matters.size(); i++) {
            long id = matters.get(i).id.value();
            Beside beside = besides.get(i);
            Matter matter = matters.get(i);
            words.add(row("matter_id", id, "center", matter.homeCenter == null ? 0L : matter.homeCenter, "month", beside.month(),
                    "registered_at", MatterRows.time(matter.registeredAt), "words", beside.words()));
            doors.add(row("matter_id", id, "query_hash", MatterRows.bytes(beside.queryHash()),
                    "token_hash", MatterRows.bytes(beside.tokenHash()), "generation", 1));
            for (long mark : beside.marks()) {
                marks.add(row("mark", mark, "registered_at", MatterRows.time(matter.registeredAt), "matter_id", id));
            }
            for (int p = 0; p < beside.parties().length; p++) {
                roles.add(row("matter_id", id, "party_id", beside.parties()[p], "role", beside.roles()[p]));
            }
        }
        copied.insert("matter.search", words);
        copied.insert("matter.resident_door", doors);
        copied.insert("matter.party_role", roles);
        copied.insert("matter.twin_mark", marks);
    }

    private static List<Map<String, Object>> participants(Matter matter) {
        return matter.newParticipants.stream().distinct().map(unit -> row("unit_id", unit,
                "registered_at", MatterRows.time(matter.registeredAt), "matter_id", matter.id.value())).toList();
    }

    private static List<Map<String, Object>> papers(Matter matter) {
        return matter.newPapers.stream().map(paper -> row("matter_id", matter.id.value(),
                "document_id", paper.attachment().documentId(), "paper", paper.attachment().paper(),
                "added_at", MatterRows.time(paper.at()), "added_by", paper.by(), "event_seq", paper.eventSeq())).toList();
    }

    private static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }
}
