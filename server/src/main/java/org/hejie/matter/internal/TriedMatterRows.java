package org.hejie.matter.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hejie.rules.TrialRow;
import org.hejie.rules.TriedMatter;
import org.hejie.rules.TriedMatters;
import org.hejie.shared.database.CopiedRows;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code matter.tried}: read in the scope of the matters themselves. */
@Repository
class TriedMatterRows implements TriedMatters {

    private final CopiedRows copied;
    private final JdbcClient jdbc;

    TriedMatterRows(CopiedRows copied, JdbcClient jdbc) {
        this.copied = copied;
        this.jdbc = jdbc;
    }

    @Override
    public void keep(long trial, List<TrialRow> rows) {
        copied.insert("matter.tried", rows.stream().map(row -> columns(trial, row)).toList());
    }

    private static Map<String, @Nullable Object> columns(long trial, TrialRow row) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("trial_id", trial);
        columns.put("group_no", row.group());
        columns.put("place", row.place());
        columns.put("matter_id", row.matter());
        columns.put("other_id", row.other());
        columns.put("rule", row.rule());
        return columns;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<TriedMatter> page(long trial, @Nullable Integer group, @Nullable String cursor, int limit) {
        int[] after = after(cursor);
        var rows = jdbc.sql("""
                select t.group_no, t.place, t.matter_id, m.code, m.title, t.rule, t.other_id, o.code as other_code
                  from matter.tried t
                  join matter.matter m on m.id = t.matter_id
                  left join matter.matter o on o.id = t.other_id
                 where t.trial_id = :trial and (t.group_no, t.place) > (:group_after, :place_after)
                   and (:group::int is null or t.group_no = :group)
                 order by t.group_no, t.place
                 limit :rows
                """)
                .param("trial", trial).param("group", group).param("group_after", after[0]).param("place_after", after[1])
                .param("rows", limit + 1)
                .query((row, n) -> new TriedMatter(row.getInt("group_no"), row.getInt("place"), row.getLong("matter_id"),
                        row.getString("code"), row.getString("title"), row.getString("rule"), row.getObject("other_id", Long.class),
                        row.getString("other_code")))
                .list();
        return Page.of(rows, limit, row -> Cursor.encode(row.group(), row.place()), cursor == null ? total(trial, group) : null);
    }

    private static int[] after(@Nullable String cursor) {
        if (cursor == null) {
            return new int[] {0, 0};
        }
        try {
            return Cursor.decode(cursor, 2).stream().mapToInt(Integer::parseInt).toArray();
        } catch (NumberFormatException notOurs) {
            throw Problem.field("cursor", "INVALID");
        }
    }

    private Page.Total total(long trial, @Nullable Integer group) {
        return new Page.Total(jdbc.sql("""
                select count(*) from matter.tried where trial_id = :trial and (:group::int is null or group_no = :group)
                """).param("trial", trial).param("group", group).query(Long.class).single(), false);
    }
}
