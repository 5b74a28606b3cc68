package org.hejie.subsidy.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads, over mediation and matter, what a claim is made of. */
@Component
class ClaimGround {

    private final JdbcClient jdbc;

    ClaimGround(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A mediation that may be claimed for.
     *
     * @param agreement null: no agreement that is signed
     * @param filed     whether the mediator is filed and was valid on the day of agreement
     */
    record Ground(long mediation, MatterId matter, boolean archived, boolean agreed, @Nullable Long agreement, boolean performed, boolean oral,
            @Nullable BigDecimal total, long mediator, boolean filed, boolean late, int parties, int sessions, int notReadBack, int performedLate) {
    }

    /** A matter that may be the same dispute. */
    record Alike(long matter, List<String> reasons) {
    }

    Optional<Ground> of(long mediation) {
        return jdbc.sql("""
                select c.id, c.matter_id, m.status = 'ARCHIVED' as archived, c.state = 'AGREED' as agreed, a.id as agreement,
                       coalesce(a.state = 'PERFORMED', false) as performed, coalesce(a.form = 'ORAL', false) as oral, a.total,
                       coalesce(c.staff_id, 0) as mediator,
                       coalesce(r.filed_on <= a.signed_on and r.valid_from <= a.signed_on
                                and (r.valid_to is null or r.valid_to >= a.signed_on), false) as filed,
                       coalesce((c.ended_at at time zone 'Asia/Shanghai')::date > c.due_on, false) as late,
                       (select count(*) from matter.party_role p where p.matter_id = m.id and p.role in ('APPLICANT', 'RESPONDENT')) as parties,
                       (select count(*) from mediation.session s where s.mediation_id = c.id and s.state = 'HELD') as sessions,
                       (select count(*) from mediation.session s where s.mediation_id = c.id and s.state = 'HELD'
                                                                   and s.read_back_at is null) as not_read_back,
                       (select count(*) from mediation.obligation o where o.agreement_id = a.id and o.performed_on > o.due_on) as performed_late
                  from mediation.mediation c
                  join matter.matter m on m.id = c.matter_id
                  left join mediation.mediator r on r.id = c.mediator_id
                  left join mediation.agreement a on a.mediation_id = c.id and a.state in ('SIGNED', 'PERFORMED')
                 where c.id = :id
                """).param("id", mediation)
                .query((row, number) -> new Ground(row.getLong("id"), new MatterId(row.getLong("matter_id")), row.getBoolean("archived"),
                        row.getBoolean("agreed"), row.getObject("agreement", Long.class), row.getBoolean("performed"), row.getBoolean("oral"),
                        row.getBigDecimal("total"), row.getLong("mediator"), row.getBoolean("filed"), row.getBoolean("late"),
                        row.getInt("parties"), row.getInt("sessions"), row.getInt("not_read_back"), row.getInt("performed_late")))
                .optional();
    }

    /** Over the whole county: numbers and reasons alone. */
    List<Alike> alike(MatterId matter, int days) {
        return jdbc.sql("select matter_id, reasons from subsidy.alike(:matter, :days)").param("matter", matter.value()).param("days", days)
                .query((row, number) -> new Alike(row.getLong(1), List.of((String[]) row.getArray(2).getArray()))).list();
    }
}
