package org.hejie.org.internal;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hejie.org.UnitKind;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and adds units. */
@Repository
class UnitStore {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;

    UnitStore(JdbcClient jdbc, NamedParameterJdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    List<UnitRow> units() {
        return jdbc.sql("""
                select id, code, name, name_en, kind, parent, schedule, area_code, valid_from, valid_to
                  from org.unit
                """)
                .query((row, number) -> new UnitRow(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        UnitKind.valueOf(row.getString("kind")),
                        row.getObject("parent", Long.class),
                        row.getString("schedule"),
                        row.getString("area_code"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    /** The units that stand for source lines, by line. */
    Map<Integer, Long> lines() {
        return jdbc.sql("select line, unit from org.unit_line")
                .query((row, number) -> Map.entry(row.getInt("line"), row.getLong("unit")))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void add(Collection<UnitRow> units) {
        batch.batchUpdate("""
                insert into org.unit (id, code, name, name_en, kind, parent, schedule, area_code, valid_from, valid_to)
                values (:id, :code, :name, :nameEn, :kind, :parent, :schedule, :areaCode, :from, :to)
                """, units.stream().map(UnitStore::parameters).toArray(SqlParameterSource[]::new));
    }

    void addLine(int line, long unit) {
        jdbc.sql("insert into org.unit_line (line, unit) values (:line, :unit) on conflict do nothing")
                .param("line", line).param("unit", unit).update();
    }

    void end(Collection<Long> units, LocalDate on) {
        jdbc.sql("""
                update org.unit set valid_to = greatest(:on, valid_from + 1)
                 where id in (:units) and valid_to is null
                """)
                .param("on", on).param("units", units).update();
    }

    private static SqlParameterSource parameters(UnitRow unit) {
        return new MapSqlParameterSource()
                .addValue("id", unit.id())
                .addValue("code", unit.code())
                .addValue("name", unit.name())
                .addValue("nameEn", unit.nameEn())
                .addValue("kind", unit.kind().name())
                .addValue("parent", unit.parent(), Types.BIGINT)
                .addValue("schedule", unit.schedule())
                .addValue("areaCode", unit.areaCode())
                .addValue("from", unit.from())
                .addValue("to", unit.to(), Types.DATE);
    }
}
