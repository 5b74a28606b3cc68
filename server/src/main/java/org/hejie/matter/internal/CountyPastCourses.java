package org.hejie.matter.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.PastCourses;
import org.hejie.matter.procedure.ProcedureId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads them newest first. Events that are no move of the procedure, such as the registration and merging, are passed over. */
@Service
class CountyPastCourses implements PastCourses {

    private static final Set<String> ACTIONS = Arrays.stream(MatterAction.values()).map(Enum::name).collect(Collectors.toSet());

    private final JdbcClient jdbc;

    CountyPastCourses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public void newest(ProcedureId procedure, int most, Consumer<PastCourse> each) {
        try (var rows = jdbc.sql("""
                select m.id, m.code, m.limit_key, m.red_risk, m.registered_at, m.dispatched_at, m.result_at,
                       (select string_agg(e.action || ' ' || e.from_status || ' ' || e.to_status, ',' order by e.seq)
                          from matter.event e
                         where e.matter_id = m.id and e.from_status is not null) as moves
                  from matter.matter m
                 where m.procedure_id = :procedure and m.status <> 'MERGED'
                 order by m.registered_at desc, m.id desc
                 limit :most
                """)
                .param("procedure", procedure.value()).param("most", most)
                .withFetchSize(2_000)
                .query(CountyPastCourses::row)
                .stream()) {
            rows.forEach(each);
        }
    }

    private static PastCourse row(ResultSet row, int number) throws SQLException {
        return new PastCourse(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4),
                row.getObject(5, OffsetDateTime.class).toInstant(), time(row, 6), time(row, 7), moves(row.getString(8)));
    }

    private static List<PastMove> moves(@Nullable String joined) {
        List<PastMove> moves = new ArrayList<>();
        if (joined != null) {
            for (String one : joined.split(",")) {
                String[] parts = one.split(" ");
                if (ACTIONS.contains(parts[0])) {
                    moves.add(new PastMove(MatterAction.valueOf(parts[0]), MatterStatus.valueOf(parts[1]), MatterStatus.valueOf(parts[2])));
                }
            }
        }
        return moves;
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
