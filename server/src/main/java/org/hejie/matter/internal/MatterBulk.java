package org.hejie.matter.internal;

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
        BesideRows beside = BesideRows.none();
        for (int i = 0; i < matters.size(); i++) {
            beside.add(matters.get(i), besides.get(i));
        }
        copied.insert("matter.search", beside.words());
        copied.insert("matter.resident_door", beside.doors());
        copied.insert("matter.party_role", beside.roles());
        copied.insert("matter.twin_mark", beside.marks());
        copied.insert("matter.respondent_mark", beside.respondents());
    }

    private static List<Map<String, Object>> participants(Matter matter) {
        return matter.newParticipants.stream().distinct().map(unit -> BesideRows.row("unit_id", unit,
                "registered_at", MatterRows.time(matter.registeredAt), "matter_id", matter.id.value())).toList();
    }

    private static List<Map<String, Object>> papers(Matter matter) {
        return matter.newPapers.stream().map(paper -> BesideRows.row("matter_id", matter.id.value(),
                "document_id", paper.attachment().documentId(), "paper", paper.attachment().paper(),
                "added_at", MatterRows.time(paper.at()), "added_by", paper.by(), "event_seq", paper.eventSeq())).toList();
    }
}
