package org.hejie.matter.supervision.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hejie.matter.supervision.CardSearch;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;

/** The condition of a list of cards. Values go as parameters, the words are ours. */
final class CardSql {

    /** A card whose unit has to write next and is late. */
    static final String LATE = "c.state in ('ISSUED', 'ACKNOWLEDGED', 'SENT_BACK') and c.reply_by < :now";

    private final StringBuilder where = new StringBuilder(" where true");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    CardSql(CardSearch search, Instant now) {
        and("c.matter_id = :matter", "matter", search.matter());
        and("c.unit_id = :unit", "unit", search.unit());
        and("c.responsible = :responsible", "responsible", search.responsible());
        and("c.level = :level", "level", search.level() == null ? null : search.level().name());
        and("c.state = :state", "state", search.state() == null ? null : search.state().name());
        and("c.rule = :rule", "rule", search.rule());
        and("(c.settled_at is null) = :open", "open", search.open());
        if (search.late() != null) {
            where.append(" and (").append(LATE).append(") = :late");
            parameters.put("late", search.late());
            parameters.put("now", Times.utc(now));
        }
        and("c.issued_at >= :from", "from", search.from() == null ? null
                : search.from().atStartOfDay(Times.ZONE).toOffsetDateTime());
        and("c.issued_at < :to", "to", search.to() == null ? null
                : search.to().plusDays(1).atStartOfDay(Times.ZONE).toOffsetDateTime());
    }

    void after(Instant at, long id) {
        where.append(" and (c.issued_at, c.id) < (:afterAt, :afterId)");
        parameters.put("afterAt", Times.utc(at));
        parameters.put("afterId", id);
    }

    private void and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
