package org.hejie.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the server has said is written, to be held against what the database has. */
final class Acknowledgements {

    /** A matter is whole when its history is as long as it says, ends in its head, and its search and slip are there. */
    private static final String NOT_WHOLE = """
            select count(*)
              from matter.matter m
             where m.entered_at >= ?::timestamptz
               and ((select count(*) from matter.event e where e.matter_id = m.id) <> m.event_seq
                    or (select e.hash from matter.event e where e.matter_id = m.id order by e.seq desc limit 1) <> m.head_hash
                    or not exists (select 1 from matter.search s where s.matter_id = m.id)
                    or not exists (select 1 from matter.resident_door d where d.matter_id = m.id)
                    or not exists (select 1 from matter.party_role r where r.matter_id = m.id))
            """;
    private static final String WITHOUT_MATTER = """
            select (select count(*) from matter.event e where e.recorded_at >= ?::timestamptz
                     and not exists (select 1 from matter.matter m where m.id = e.matter_id))
                 + (select count(*) from matter.clock c where c.started_at >= ?::timestamptz
                     and not exists (select 1 from matter.matter m where m.id = c.matter_id))
            """;

    private final Map<Long, Integer> versions = new ConcurrentHashMap<>();
    private int acts;

    synchronized void heard(Lifecycle.Acknowledged acknowledged) {
        versions.merge(acknowledged.matter(), acknowledged.version(), Math::max);
        acts++;
    }

    /** Writes the server has answered with success. */
    synchronized int acts() {
        return acts;
    }

    /** Matters that lack an acknowledged act, or are not there at all. */
    List<Long> lost(Connection owner) throws SQLException {
        Map<Long, Integer> stored = new HashMap<>();
        try (PreparedStatement question = owner.prepareStatement("select id, version from matter.matter where id = any (?)")) {
            question.setArray(1, owner.createArrayOf("bigint", versions.keySet().toArray()));
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    stored.put(rows.getLong(1), rows.getInt(2));
                }
            }
        }
        List<Long> lost = new ArrayList<>();
        versions.forEach((matter, version) -> {
            if (stored.getOrDefault(matter, -1) < version) {
                lost.add(matter);
            }
        });
        return lost;
    }

    /**
     * Matters of which a part is missing, and rows without their matter.
     *
     * @param since ISO 8601; what was there before is not looked at
     */
    static long halfWritten(Connection owner, String since) throws SQLException {
        return number(owner, NOT_WHOLE, since) + number(owner, WITHOUT_MATTER, since, since);
    }

    private static long number(Connection owner, String sql, String... since) throws SQLException {
        try (PreparedStatement question = owner.prepareStatement(sql)) {
            for (int i = 0; i < since.length; i++) {
                question.setString(i + 1, since[i]);
            }
            try (ResultSet row = question.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
