package org.hejie.matter.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterDetail.Entry;
import org.hejie.matter.MatterDetail.Named;
import org.hejie.matter.procedure.Reason;
import org.hejie.matter.procedure.Wording;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a matter's history with the names of those who wrote it. */
@Component
class TimelineReader {

    private final JdbcClient jdbc;
    private final Units units;
    private final StaffDirectory staff;
    private final JsonMapper json;

    TimelineReader(JdbcClient jdbc, Units units, StaffDirectory staff, JsonMapper json) {
        this.jdbc = jdbc;
        this.units = units;
        this.staff = staff;
        this.json = json;
    }

    List<Entry> of(Matter matter) {
        return jdbc.sql("""
                select seq, at, recorded_at, action, from_status, to_status, actor_kind, actor, actor_unit, on_behalf_of,
                       reason, note, data
                  from matter.event where matter_id = :id order by seq
                """).param("id", matter.id.value()).query((row, number) -> entry(matter, row)).list();
    }

    private Entry entry(Matter matter, ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        OffsetDateTime recorded = row.getObject("recorded_at", OffsetDateTime.class);
        Long actor = row.getObject("actor", Long.class);
        String reason = row.getString("reason");
        return new Entry(row.getInt("seq"), at.toInstant(), recorded.toInstant(), row.getString("action"),
                row.getString("from_status"), row.getString("to_status"), row.getString("actor_kind"), staffName(actor),
                unit(row.getObject("actor_unit", Long.class)), behalf(row.getObject("on_behalf_of", Long.class)), reason,
                reasonName(matter, reason), row.getString("note"), lead(row.getString("data")), recorded.isAfter(at));
    }

    private @Nullable String staffName(@Nullable Long actor) {
        return actor == null || actor <= 0 ? null : staff.displayName(new StaffId(actor)).orElse(null);
    }

    private @Nullable Named unit(@Nullable Long id) {
        return id == null ? null : units.find(new UnitId(id)).map(DetailReader::named).orElse(null);
    }

    /** Whom he covers, or the unit he enters for. */
    private @Nullable Named behalf(@Nullable Long id) {
        if (id == null) {
            return null;
        }
        return Optional.ofNullable(unit(id))
                .or(() -> staff.displayName(new StaffId(id)).map(name -> new Named(id, null, name, null))).orElse(null);
    }

    private static @Nullable Wording reasonName(Matter matter, @Nullable String code) {
        Reason reason = code == null ? null : matter.procedure.reasons().get(code);
        return reason == null ? null : reason.name();
    }

    /** The unit it went to, or was about. */
    private @Nullable Named lead(@Nullable String data) {
        JsonNode told = data == null ? null : json.readTree(data);
        JsonNode to = told == null ? null : told.has("lead") ? told.get("lead") : told.get("unit");
        return to == null ? null : unit(to.asLong());
    }
}
