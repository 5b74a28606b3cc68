package org.hejie.matter.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hejie.document.Documents;
import org.hejie.document.StoredFile;
import org.hejie.matter.MatterDetail.Paper;
import org.hejie.matter.MatterDetail.Person;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.hejie.party.PartyView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the people (masked) and the papers of a matter. */
@Component
class FileReader {

    private final JdbcClient jdbc;
    private final Parties parties;
    private final Documents documents;

    FileReader(JdbcClient jdbc, Parties parties, Documents documents) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.documents = documents;
    }

    List<Person> parties(Matter matter) {
        Map<PartyId, String> roles = new LinkedHashMap<>();
        jdbc.sql("select party_id, role from matter.party_role where matter_id = :id order by party_id")
                .param("id", matter.id.value())
                .query(row -> {
                    roles.put(new PartyId(row.getLong("party_id")), row.getString("role"));
                });
        return roles.isEmpty() ? List.of()
                : parties.masked(roles.keySet()).stream().map(view -> person(view, roles.get(view.id()))).toList();
    }

    private static Person person(PartyView view, String role) {
        return new Person(view.id().value(), role, view.kind().name(), view.name(),
                view.documentKind() == null ? null : view.documentKind().name(), view.documentNumber(),
                view.documentWarning() == null ? null : view.documentWarning().name(), view.phone(), view.address());
    }

    List<Paper> papers(Matter matter) {
        Map<Long, String> codes = new LinkedHashMap<>();
        Map<Long, Instant> added = new LinkedHashMap<>();
        jdbc.sql("select document_id, paper, added_at from matter.paper where matter_id = :id")
                .param("id", matter.id.value())
                .query(row -> {
                    codes.put(row.getLong("document_id"), row.getString("paper"));
                    added.put(row.getLong("document_id"), row.getObject("added_at", OffsetDateTime.class).toInstant());
                });
        return documents.of(matter.id.value()).stream().map(file -> paper(file, codes, added)).toList();
    }

    private static Paper paper(StoredFile file, Map<Long, String> codes, Map<Long, Instant> added) {
        long id = file.id().value();
        return new Paper(id, file.name(), file.type().name(), file.size(), codes.getOrDefault(id, file.purpose()),
                added.getOrDefault(id, file.uploadedAt()));
    }
}
