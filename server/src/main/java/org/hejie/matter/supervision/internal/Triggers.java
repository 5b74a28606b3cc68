package org.hejie.matter.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterId;
import org.hejie.matter.MatterMoved;
import org.hejie.matter.supervision.CalledUnitAbsent;
import org.hejie.org.UnitId;
import org.hejie.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes what has happened in the transaction in which it happens; {@link Rounds} holds it against the rules afterwards,
 * so that no act waits for them.
 */
@Component
class Triggers {

    static final String NO_SHOW = "NO_SHOW";

    private static final Set<MatterAction> TELLING = EnumSet.of(MatterAction.RETURN, MatterAction.ADJUDICATE,
            MatterAction.AUTO_SIGN, MatterAction.DECIDE_EXTENSION, MatterAction.EVALUATE);

    private final JdbcClient jdbc;
    private final Ids ids;

    Triggers(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Something noted. @param unit of a called unit; null otherwise */
    record Trigger(long id, MatterId matter, String happened, @Nullable UnitId unit, @Nullable String occurrence) {
    }

    @EventListener
    void on(MatterMoved moved) {
        if (TELLING.contains(moved.action())) {
            note(moved.id(), moved.action().name(), null, null);
        }
    }

    @EventListener
    void on(CalledUnitAbsent absent) {
        note(absent.matter(), NO_SHOW, absent.unit().value(), "session-" + absent.session() + "-" + absent.unit().value());
    }

    private void note(MatterId matter, String happened, @Nullable Long unit, @Nullable String occurrence) {
        jdbc.sql("""
                insert into matter.card_trigger (id, matter_id, happened, unit_id, occurrence)
                values (:id, :matter, :happened, :unit, :occurrence)
                """)
                .param("id", ids.next()).param("matter", matter.value()).param("happened", happened).param("unit", unit)
                .param("occurrence", occurrence).update();
    }

    /** The oldest ones. */
    List<Trigger> oldest(int most) {
        return jdbc.sql("select id, matter_id, happened, unit_id, occurrence from matter.card_trigger order by id limit :most")
                .param("most", most).query((row, number) -> trigger(row)).list();
    }

    /** It has been held against the rules. */
    void done(Trigger trigger) {
        jdbc.sql("delete from matter.card_trigger where id = :id").param("id", trigger.id()).update();
    }

    private static Trigger trigger(ResultSet row) throws SQLException {
        Long unit = row.getObject("unit_id", Long.class);
        return new Trigger(row.getLong("id"), new MatterId(row.getLong("matter_id")), row.getString("happened"),
                unit == null ? null : new UnitId(unit), row.getString("occurrence"));
    }
}
