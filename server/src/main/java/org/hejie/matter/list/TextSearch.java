package org.hejie.matter.list;

import java.time.OffsetDateTime;
import java.util.List;
import org.hejie.matter.MatterCode;
import org.hejie.matter.internal.Words;
import org.hejie.matter.list.ListSql.Key;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the newest matters that hold what was typed: words, a one-matter code, an outside number, or part of one. */
@Component
class TextSearch {

    /** How many are looked for at a time where they are counted or filtered: one beyond what is counted. */
    static final int MOST = MatterLists.CAP + 1;

    /** Before the newest. */
    static final Key BEGINNING = new Key(OffsetDateTime.MAX, Long.MAX_VALUE);

    private final JdbcClient jdbc;

    TextSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One match, as the order of search needs it. */
    record Hit(long id, OffsetDateTime at) {
    }

    /**
     * Matches, the newest first.
     *
     * @param complete whether there are no more
     */
    record Hits(List<Hit> found, boolean complete) {

        List<Long> ids() {
            return found.stream().map(Hit::id).toList();
        }

        /** The newest of these. */
        Hits first(int count) {
            return found.size() <= count ? this : new Hits(found.subList(0, count), false);
        }
    }

    /**
     * @param text what was typed; without a word in it nothing is found
     * @param most how many are enough
     */
    Hits newest(String text, Reach reach, int most) {
        List<Hit> exact = byCode(text);
        return exact.isEmpty() ? before(BEGINNING, text, reach, most) : new Hits(exact, true);
    }

    /** A whole code names one matter: there is nothing else to look for. */
    private List<Hit> byCode(String text) {
        return MatterCode.ifRead(text).map(code -> jdbc.sql("select id, registered_at from matter.matter where code = :code")
                .param("code", code.value())
                .query((row, number) -> new Hit(row.getLong("id"), row.getObject("registered_at", OffsetDateTime.class)))
                .list()).orElse(List.of());
    }

    Hits before(Key key, String text, Reach reach, int most) {
        String query = Words.query(text);
        if (query.isEmpty()) {
            return new Hits(List.of(), true);
        }
        var statement = jdbc.sql("select matter_id, registered_at from (" + source(reach)
                        + ") hits order by registered_at desc, matter_id desc limit :most")
                .param("query", query).param("at", key.at()).param("id", key.id()).param("most", most);
        if (!reach.county()) {
            statement.param("units", reach.units().toArray(Long[]::new));
        }
        if (reach.center() != null) {
            statement.param("center", reach.center());
        }
        List<Hit> found = statement.query((row, number) ->
                new Hit(row.getLong("matter_id"), row.getObject("registered_at", OffsetDateTime.class))).list();
        return new Hits(found, found.size() < most);
    }

    private static String source(Reach reach) {
        if (reach.county()) {
            return "select * from matter.search_newest(:query::tsquery, null, :at, :id, :most)";
        }
        return reach.center() == null
                ? "select * from matter.search_within(:query::tsquery, :units, :units, :at, :id, :most)"
                : """
                select * from matter.search_newest(:query::tsquery, :center, :at, :id, :most)
                union
                select * from matter.search_within(:query::tsquery, '{}', :units, :at, :id, :most)
                """;
    }
}
