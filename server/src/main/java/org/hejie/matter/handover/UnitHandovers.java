package org.hejie.matter.handover;

import java.util.ArrayList;
import java.util.List;
import org.hejie.matter.Act;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Open matters that ended units lead, and their handing on, each by a transfer of its own with the opinion of the person who
 * confirms it. What is finished stays with the unit that did it.
 */
@Service
class UnitHandovers {

    private static final int MOST = 500;

    /** @param open matters that can be handed on now; @param waiting those that wait for another step first */
    record Handover(UnitId unit, List<UnitId> successors, int open, int waiting) {
    }

    /** @param moved handed on; @param left that somebody changed meanwhile, or that wait for another step first */
    record Outcome(int moved, int left) {
    }

    private record Led(long id, int version) {
    }

    private final JdbcClient jdbc;
    private final Matters matters;
    private final Units units;
    private final TransactionTemplate reading;

    UnitHandovers(JdbcClient jdbc, Matters matters, Units units, TransactionTemplate reading) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.units = units;
        this.reading = reading;
    }

    /** Ended units that still lead open matters within the reader's scope. */
    List<Handover> open(Actor reader) {
        reader.require(Permission.MATTER_DISPATCH);
        List<Handover> found = new ArrayList<>();
        for (UnitId unit : units.ended()) {
            int open = led(unit).size();
            int all = reading.execute(status -> jdbc.sql("""
                    select count(*) from matter.matter
                     where lead_unit = :unit and closed_at is null
                       and status not in ('ARCHIVED', 'REJECTED', 'GUIDED', 'TRANSFERRED_OUT', 'WITHDRAWN', 'CLOSED', 'MERGED')
                    """).param("unit", unit.value()).query(Integer.class).single());
            if (all > 0) {
                found.add(new Handover(unit, units.successors(unit), open, all - open));
            }
        }
        return found;
    }

    /**
     * Hands them on, up to 500 at a time.
     *
     * @throws Problem FORBIDDEN; INVALID_FIELDS: {@code successorId} if that unit does not follow this one
     */
    Outcome handOn(Actor by, UnitId unit, UnitId successor, String opinion) {
        by.require(Permission.MATTER_DISPATCH);
        new Problem.Fields()
                .reject(!units.successors(unit).contains(successor), "successorId", "UNKNOWN")
                .reject(opinion.isBlank(), "opinion", "REQUIRED")
                .done();
        int moved = 0;
        List<Led> led = led(unit);
        for (Led one : led) {
            try {
                Actors.as(by, () -> matters.act(new MatterId(one.id()), one.version(), new Act.Transfer(successor, List.of(), opinion.strip())));
                moved++;
            } catch (Problem changedMeanwhile) {
                // stays in the list, and is tried again with it
            }
        }
        return new Outcome(moved, led.size() - moved);
    }

    private List<Led> led(UnitId unit) {
        return reading.execute(status -> jdbc.sql("""
                select id, version from matter.matter
                 where lead_unit = :unit and status in ('ASSIGNED', 'IN_PROGRESS')
                 order by id
                 limit :most
                """)
                .param("unit", unit.value()).param("most", MOST)
                .query((row, number) -> new Led(row.getLong("id"), row.getInt("version"))).list());
    }
}
