package org.hejie.mediation.internal;

import java.util.Optional;
import org.hejie.matter.ClosingGuard;
import org.hejie.matter.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A matter is not closed over a mediation that still runs or an agreement nobody has signed. */
@Component
class UnsignedAgreementGuard implements ClosingGuard {

    private final JdbcClient jdbc;

    UnsignedAgreementGuard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> objection(MatterId matter) {
        return jdbc.sql("""
                select case when a.state = 'DRAFT' then 'AGREEMENT_UNSIGNED' else 'MEDIATION_RUNS' end
                  from mediation.mediation c
                  left join mediation.agreement a on a.mediation_id = c.id and a.in_force
                 where c.matter_id = :id and (c.state = 'OPEN' or a.state = 'DRAFT')
                 order by 1 limit 1
                """).param("id", matter.value()).query(String.class).optional();
    }
}
