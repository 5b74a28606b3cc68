package org.hejie.matter.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hejie.matter.MatterCode;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.internal.Words;
import org.hejie.matter.list.ListSql.Key;
import org.hejie.matter.list.ListSql.Order;
import org.hejie.matter.list.TextSearch.Hits;
import org.hejie.org.Actor;
import org.hejie.org.Units;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Page.Total;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the lists. Row-level security stands under every statement; the reach says the same again so that the
 * planner finds an index.
 */
@Service
class MatterLists {

    /** Counts are exact up to here. */
    static final int CAP = 1000;

    /** How often a search with filters looks further back before it leaves the rest to the next page. */
    private static final int ROUNDS = 5;
    private static final String WITHOUT_DEADLINE = "infinity";

    private final JdbcClient jdbc;
    private final Units units;
    private final MatterRowReader reader;
    private final TextSearch search;
    private final Clock clock;

    MatterLists(JdbcClient jdbc, Units units, MatterRowReader reader, TextSearch search, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.reader = reader;
        this.search = search;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param cursor  of the page before; null for the first
     * @param limit   rows of a page
     * @param counted whether the total is wanted
     */
    record Asked(Bucket bucket, Filter filter, Order order, @Nullable String cursor, int limit, boolean counted) {
    }

    @Transactional(readOnly = true)
    Page<MatterRow> page(Actor actor, Asked asked) {
        Reach reach = Reach.of(actor, units);
        Set<MatterStatus> statuses = statuses(asked.bucket(), asked.filter(), actor);
        if (statuses.isEmpty()) {
            return new Page<>(List.of(), null, asked.counted() ? new Total(0, false) : null);
        }
        Key after = asked.cursor() == null ? null : key(asked.cursor());
        if (asked.filter().text() != null && asked.bucket() == Bucket.ALL) {
            return searched(asked, statuses, reach, after);
        }
        Instant now = clock.instant();
        ListSql sql = listed(asked, statuses, reach, helped(reach), now);
        Total total = asked.counted() ? total(sql) : null;
        return Page.of(rows(sql, asked.order(), after, asked.limit() + 1, now), asked.limit(),
                row -> cursor(asked.order(), row), total);
    }

    /** How many are in each bucket, by one statement. */
    @Transactional(readOnly = true)
    Map<String, Total> counts(Actor actor) {
        Reach reach = Reach.of(actor, units);
        Instant now = clock.instant();
        List<Long> helped = helped(reach);
        List<String> selected = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        for (Bucket bucket : Bucket.values()) {
            var asked = new Asked(bucket, Filter.NONE, Order.DUE, null, 1, true);
            ListSql sql = listed(asked, bucket.statuses(actor), reach, helped, now);
            selected.add("(" + sql.count(CAP) + ") as " + bucket.name());
            parameters.putAll(sql.parameters()); // one reader and one moment: the same name says the same everywhere
        }
        return jdbc.sql("select " + String.join(",\n", selected)).params(parameters).query((row, number) -> counts(row)).single();
    }

    private static Map<String, Total> counts(ResultSet row) throws SQLException {
        Map<String, Total> counts = new LinkedHashMap<>();
        for (Bucket bucket : Bucket.values()) {
            counts.put(bucket.word(), upToCap(row.getLong(bucket.name())));
        }
        return counts;
    }

    /** What the reader's units help others with now: few, and most often none. */
    private List<Long> helped(Reach reach) {
        return reach.county() ? List.of() : jdbc.sql("select matter.helped_by(:units)")
                .param("units", reach.units().toArray(Long[]::new)).query(Long.class).list();
    }

    /** A list read in its own order; words, if any, only leave rows out. */
    private ListSql listed(Asked asked, Set<MatterStatus> statuses, Reach reach, List<Long> helped, Instant now) {
        var sql = new ListSql(asked.filter(), units, now);
        String text = asked.filter().text();
        Hits hits = text == null ? null : search.newest(text, reach, TextSearch.MOST);
        if (hits != null && hits.complete()) {
            sql.among(hits.ids(), asked.bucket(), statuses, reach, helped);
            return sql;
        }
        if (hits != null && text != null) {
            sql.and("exists (select 1 from matter.search s where s.matter_id = m.id and s.words @@ :query::tsquery)",
                    "query", Words.query(text));
        }
        if (asked.bucket() == Bucket.ALL) {
            sql.everything(statuses, reach);
        } else {
            sql.work(asked.bucket(), statuses, reach, helped);
        }
        return sql;
    }

    /** The whole scope by words; where nothing else is asked, the newest matches are the page. */
    private Page<MatterRow> searched(Asked asked, Set<MatterStatus> statuses, Reach reach, @Nullable Key after) {
        if (asked.filter().narrows() || statuses.size() < MatterStatus.values().length) {
            return narrowed(asked, statuses, reach, after);
        }
        Instant now = clock.instant();
        List<MatterRow> coded = coded(asked, statuses, reach, now);
        if (!coded.isEmpty()) {
            return Page.of(coded, asked.limit(), row -> cursor(Order.NEWEST, row), asked.counted() ? new Total(coded.size(), false) : null);
        }
        List<MatterRow> latest = latest(asked, reach, after, now);
        if (latest.size() > asked.limit()) {
            return Page.of(latest, asked.limit(), row -> cursor(Order.NEWEST, row), null);
        }
        Hits hits = hits(asked, reach, after, asked.counted() ? TextSearch.MOST : asked.limit() + 1);
        int count = hits.found().size();
        Total total = asked.counted() ? upToCap(count) : null;
        Hits shown = hits.first(asked.limit() + 1);
        List<MatterRow> rows = rows(among(asked, statuses, reach, shown, now), Order.NEWEST, null, asked.limit() + 1, now);
        return rows.size() > asked.limit() || shown.complete()
                ? Page.of(rows, asked.limit(), row -> cursor(Order.NEWEST, row), total)
                : new Page<>(rows, cursor(shown.found().getLast()), total);
    }

    /** A whole code names one matter: there is nothing else to look for, and its row is read at once. */
    private List<MatterRow> coded(Asked asked, Set<MatterStatus> statuses, Reach reach, Instant now) {
        return MatterCode.ifRead(asked.filter().text()).map(code -> {
            var sql = new ListSql(asked.filter(), units, now);
            sql.coded(code, asked.bucket(), statuses, reach);
            return rows(sql, Order.NEWEST, null, 1, now);
        }).orElse(List.of());
    }

    /** A common word fills a page of the county from the newest matters, and their rows are read at once; of a rare one these are few. */
    private List<MatterRow> latest(Asked asked, Reach reach, @Nullable Key after, Instant now) {
        String query = Words.query(String.valueOf(asked.filter().text()));
        if (asked.counted() || !reach.county() || reach.center() != null || query.isEmpty()) {
            return List.of();
        }
        var sql = new ListSql(asked.filter(), units, now);
        sql.latest(query, after == null ? TextSearch.BEGINNING : after, asked.limit() + 1);
        return rows(sql, Order.NEWEST, null, asked.limit() + 1, now);
    }

    /** By words and more: the newest matches, further back until a page is full. */
    private Page<MatterRow> narrowed(Asked asked, Set<MatterStatus> statuses, Reach reach, @Nullable Key after) {
        Instant now = clock.instant();
        Hits hits = hits(asked, reach, after, TextSearch.MOST);
        Total total = asked.counted() ? total(among(asked, statuses, reach, hits, now), hits) : null;
        for (int round = 1; ; round++) {
            List<MatterRow> rows = rows(among(asked, statuses, reach, hits, now), Order.NEWEST, null, asked.limit() + 1, now);
            if (rows.size() > asked.limit() || hits.complete()) {
                return Page.of(rows, asked.limit(), row -> cursor(Order.NEWEST, row), total);
            }
            TextSearch.Hit last = hits.found().getLast();
            if (!rows.isEmpty() || round == ROUNDS) {
                return new Page<>(rows, cursor(last), total);
            }
            hits = hits(asked, reach, new Key(last.at(), last.id()), TextSearch.MOST);
        }
    }

    private Hits hits(Asked asked, Reach reach, @Nullable Key after, int most) {
        String text = String.valueOf(asked.filter().text());
        return after == null ? search.newest(text, reach, most) : search.before(after, text, reach, most);
    }

    private ListSql among(Asked asked, Set<MatterStatus> statuses, Reach reach, Hits hits, Instant now) {
        var sql = new ListSql(asked.filter(), units, now);
        sql.among(hits.ids(), asked.bucket(), statuses, reach, List.of());
        return sql;
    }

    private List<MatterRow> rows(ListSql sql, Order order, @Nullable Key after, int limit, Instant now) {
        return jdbc.sql(sql.page(order, after, limit)).params(sql.parameters())
                .query((row, number) -> reader.read(row, now)).list();
    }

    private Total total(ListSql sql) {
        return upToCap(jdbc.sql(sql.count(CAP)).params(sql.parameters()).query(Long.class).single());
    }

    private static Total upToCap(long count) {
        return new Total(Math.min(count, CAP), count > CAP);
    }

    private Total total(ListSql sql, Hits hits) {
        Total total = total(sql);
        return new Total(total.count(), total.capped() || !hits.complete());
    }

    private static Set<MatterStatus> statuses(Bucket bucket, Filter filter, Actor actor) {
        Set<MatterStatus> statuses = EnumSet.copyOf(bucket.statuses(actor));
        if (!filter.statuses().isEmpty()) {
            statuses.retainAll(filter.statuses());
        }
        return statuses;
    }

    private static String cursor(Order order, MatterRow row) {
        return switch (order) {
            case DUE -> Cursor.encode(row.dueAt() == null ? WITHOUT_DEADLINE : row.dueAt(), row.id());
            case NEWEST -> Cursor.encode(row.registeredAt(), row.id());
        };
    }

    private static String cursor(TextSearch.Hit hit) {
        return Cursor.encode(hit.at(), hit.id());
    }

    private static Key key(String cursor) {
        List<String> parts = Cursor.decode(cursor, 2);
        try {
            OffsetDateTime at = parts.getFirst().equals(WITHOUT_DEADLINE) ? OffsetDateTime.MAX
                    : OffsetDateTime.parse(parts.getFirst());
            return new Key(at, Long.parseLong(parts.getLast()));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
