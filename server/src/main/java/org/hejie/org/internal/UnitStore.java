package org.hejie.org.internal;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
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

    /** The names that hold on a day, by unit; none for a unit that was never renamed. */
    Map<Long, UnitNames> names(LocalDate day) {
        return jdbc.sql("""
                select distinct on (unit) unit, name, name_en from org.unit_name
                 where valid_from <= :day order by unit, valid_from desc
                """)
                .param("day", day)
                .query((row, number) -> Map.entry(row.getLong("unit"), new UnitNames(row.getString("name"), row.getString("name_en"))))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Which units follow which on a day. */
    List<Succession> successions(LocalDate day) {
        return jdbc.sql("select predecessor, successor from org.unit_succession where since <= :day order by predecessor, successor")
                .param("day", day)
                .query((row, number) -> new Succession(new UnitId(row.getLong("predecessor")), new UnitId(row.getLong("successor"))))
                .list();
    }

    void rename(long unit, UnitNames names, LocalDate from, @Nullable Long by, Instant at) {
        jdbc.sql("""
                insert into org.unit_name (unit, valid_from, name, name_en, changed_by, changed_at)
                values (:unit, :from, :name, :nameEn, :by, :at)
                on conflict (unit, valid_from) do update
                   set name = excluded.name, name_en = excluded.name_en, changed_by = excluded.changed_by,
                       changed_at = excluded.changed_at
                """)
                .param("unit", unit).param("from", from).param("name", names.name()).param("nameEn", names.nameEn())
                .param("by", by, Types.BIGINT).param("at", Times.utc(at))
                .update();
    }

    void succeed(long predecessor, long successor, LocalDate since, Instant at) {
        jdbc.sql("""
                insert into org.unit_succession (predecessor, successor, since, made_at)
                values (:predecessor, :successor, :since, :at)
                """)
                .param("predecessor", predecessor).param("successor", successor).param("since", since)
                .param("at", Times.utc(at))
                .update();
    }

    /** @param nameEn null if there is none */
    record UnitNames(String name, @Nullable String nameEn) {
    }

    /** One unit follows another. */
    record Succession(UnitId predecessor, UnitId successor) {
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

    /** @param names English names by code */
    void nameInEnglish(Map<String, String> names) {
        batch.batchUpdate("update org.unit set name_en = :nameEn where code = :code", names.entrySet().stream()
                .map(name -> new MapSqlParameterSource("code", name.getKey()).addValue("nameEn", name.getValue()))
                .toArray(SqlParameterSource[]::new));
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
