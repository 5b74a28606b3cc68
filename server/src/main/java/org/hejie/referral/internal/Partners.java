package org.hejie.referral.internal;

import org.hejie.org.Unit;
import org.hejie.org.Units;
import org.hejie.referral.PartnerSystem;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The units that stand for the partners: those of their lines, and the procuratorate. */
@Component
class Partners {

    private static final String PROCURATORATE = "procuratorate";

    private final Units units;
    private final JdbcClient jdbc;

    Partners(Units units, JdbcClient jdbc) {
        this.units = units;
        this.jdbc = jdbc;
    }

    /** @throws Problem RULE_REFUSED while the county has no such unit */
    Partner of(PartnerSystem system) {
        Unit unit = switch (system) {
            case COURT, POLICE, PETITION -> units.ofLine(system.line().digit()).orElseThrow(Partners::none);
            case PROSECUTION -> units.byCode(PROCURATORATE).orElseThrow(Partners::none);
        };
        return new Partner(system, unit.id(), new Long[] {units.county().id().value(), unit.id().value()});
    }

    /** As {@link #of}; its unit stands in the database from then on, so that the database knows whose key is a partner's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Partner writing(PartnerSystem system) {
        Partner partner = of(system);
        jdbc.sql("""
                insert into referral.partner as p (system, unit_id) values (:system, :unit)
                on conflict (system) do update set unit_id = excluded.unit_id where p.unit_id <> excluded.unit_id
                """).param("system", system.name()).param("unit", partner.unit().value()).update();
        return partner;
    }

    private static Problem none() {
        return Problem.of(ProblemType.RULE_REFUSED, "REFERRAL_NO_PARTNER");
    }
}
