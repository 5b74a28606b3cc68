package org.hejie.matter.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hejie.matter.PastCases;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Duplicates rest with their master and are left out. */
@Service
class CountyPastCases implements PastCases {

    private static final String COLUMNS = """
            id, code, category, line, grid_code, area_code, people, amount, safety, red_risk, procedure_id, registered_at,
            dispatched_at, result_at
            """;

    private static final SourceLine[] LINES = new SourceLine[SourceLine.values().length + 1];

    static {
        Arrays.stream(SourceLine.values()).forEach(line -> LINES[line.digit()] = line);
    }

    private final JdbcClient jdbc;

    CountyPastCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the index of registration. */
    @Override
    @Transactional(readOnly = true)
    public void newest(int most, Consumer<PastCase> each) {
        try (var rows = jdbc.sql("select " + COLUMNS + """
                  from matter.matter
                 where status <> 'MERGED'
                 order by registered_at desc, id desc
                 limit :most
                """)
                .param("most", most)
                .withFetchSize(2_000)
                .query(CountyPastCases::row)
                .stream()) {
            rows.forEach(each);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<PastCase> among(Collection<Long> matters) {
        return matters.isEmpty() ? List.of() : jdbc.sql("select " + COLUMNS + """
                  from matter.matter
                 where id = any (:ids) and status <> 'MERGED'
                """)
                .param("ids", matters.toArray(Long[]::new))
                .query(CountyPastCases::row)
                .list();
    }

    private static PastCase row(ResultSet row, int number) throws SQLException {
        int people = row.getInt(7);
        boolean unknown = row.wasNull();
        return new PastCase(row.getLong(1), row.getString(2), row.getString(3), LINES[row.getInt(4)], row.getString(5), row.getString(6),
                unknown ? null : people, row.getBigDecimal(8), safety(row.getArray(9)), row.getBoolean(10), row.getString(11),
                row.getObject(12, OffsetDateTime.class).toInstant(), time(row, 13), time(row, 14));
    }

    private static Set<SafetyFact> safety(Array facts) throws SQLException {
        return Arrays.stream((String[]) facts.getArray()).map(SafetyFact::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
