package org.hejie.matter.internal;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.hejie.party.Appearances;
import org.hejie.party.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a look-up by number which matters the parties found belong to. */
@Component
class MatterAppearances implements Appearances {

    private final JdbcClient jdbc;

    MatterAppearances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Appearance> of(Collection<PartyId> parties) {
        return jdbc.sql("""
                select r.party_id, m.id, m.code, m.title, m.status
                  from matter.party_role r
                  join matter.matter m on m.id = r.matter_id
                 where r.party_id = any(cast(:parties as bigint[]))
                 order by m.id desc
                """)
            .param("parties", parties.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(",", "{", "}")))
            .query((row, number) -> new Appearance(new PartyId(row.getLong("party_id")), row.getLong("id"),
                    row.getString("code"), row.getString("title"), row.getString("status")))
            .list();
    }
}
