package org.hejie.matter.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hejie.matter.MatterDetail.Named;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.CategoryCode;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.place.AreaCode;
import org.hejie.place.Places;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rows of lists; names of categories, areas and units come from memory. */
@Component
class MatterRowReader {

    /** The columns read, of the matter {@code m}. */
    static final String COLUMNS = """
            m.id, m.code, m.title, m.status, m.line, m.category, m.area_code, m.home_unit, m.lead_unit, m.due_at, m.amber_at,
            m.due_clock, m.red_risk, m.risk_check_required, m.return_count, m.registered_at, m.closed_at, m.version""";

    private final Categories categories;
    private final Places places;
    private final Units units;

    MatterRowReader(Categories categories, Places places, Units units) {
        this.categories = categories;
        this.places = places;
        this.units = units;
    }

    MatterRow read(ResultSet row, Instant now) throws SQLException {
        Instant dueAt = instant(row, "due_at");
        Instant registeredAt = row.getObject("registered_at", OffsetDateTime.class).toInstant();
        var status = MatterStatus.valueOf(row.getString("status"));
        return new MatterRow(row.getLong("id"), row.getString("code"), row.getString("title"), status,
                SourceLine.ofDigit(row.getInt("line")).orElseThrow(), category(row.getString("category"), registeredAt),
                area(row.getString("area_code")), unit(row.getObject("lead_unit", Long.class)),
                unit(row.getLong("home_unit")), dueAt, instant(row, "amber_at"), row.getString("due_clock"),
                dueAt != null && !now.isBefore(dueAt), status == MatterStatus.SUSPENDED,
                row.getBoolean("red_risk") ? "RED" : null, row.getBoolean("risk_check_required"),
                row.getInt("return_count"), registeredAt,
                instant(row, "closed_at"), row.getInt("version"));
    }

    private Named category(String code, Instant registeredAt) {
        return categories.find(new CategoryCode(code), registeredAt).map(found -> new Named(null, code, found.zh(), found.en()))
                .orElseGet(() -> new Named(null, code, code, code));
    }

    private @Nullable Named area(@Nullable String code) {
        return code == null ? null : places.area(AreaCode.parse(code))
                .map(found -> new Named(null, found.code().value(), found.name(), found.nameEn())).orElse(null);
    }

    private @Nullable Named unit(@Nullable Long id) {
        return id == null ? null : units.find(new UnitId(id))
                .map(found -> new Named(id, found.code(), found.name(), found.nameEn())).orElse(null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Times.instant(row.getObject(column, OffsetDateTime.class));
    }
}
