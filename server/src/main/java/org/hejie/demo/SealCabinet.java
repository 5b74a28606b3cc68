package org.hejie.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hejie.mediation.AgreementSeals;
import org.hejie.mediation.Committee;
import org.hejie.mediation.Mediators;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.seal.DemoAuthority;
import org.hejie.seal.DemoAuthority.Issued;
import org.hejie.seal.SealRegister;
import org.springframework.stereotype.Component;

/** An authority made while the county is loaded, whose name says that it is none, and a seal for each committee. */
@Component
class SealCabinet {

    private static final Duration BEFORE = Duration.ofDays(400);
    private static final Duration AFTER = Duration.ofDays(1100);

    private final SealRegister register;
    private final Mediators mediators;
    private final AgreementSeals seals;
    private final Clock clock;

    SealCabinet(SealRegister register, Mediators mediators, AgreementSeals seals, Clock clock) {
        this.register = register;
        this.mediators = mediators;
        this.seals = seals;
        this.clock = clock;
    }

    /** As the two administrators do it. @param reader who sees the committees */
    void fill(World world, Actor reader) {
        Actor bringing = world.roster().named("sysadmin");
        Actor approving = world.roster().named("secadmin");
        Instant now = clock.instant();
        var authority = new DemoAuthority(now.minus(BEFORE).minus(BEFORE), now.plus(AFTER).plus(AFTER));
        long trusted = Actors.as(bringing, () -> register.propose(authority.certificate()));
        Actors.run(approving, () -> register.trust(trusted, 1));
        for (Committee one : Actors.as(reader, mediators::committees)) {
            Issued issued = authority.issue(one.name(), now.minus(BEFORE), now.plus(AFTER));
            long seal = Actors.as(bringing, () -> register.bring(new UnitId(one.unitId()),
                    new SealRegister.Files(issued.certificate(), issued.key(), null)));
            Actors.run(approving, () -> register.approve(seal, 1));
        }
    }

    /** Seals a signed agreement, unless the law keeps electronic seals from its kind. */
    void seal(Actor head, long agreement) {
        if (Actors.as(head, () -> seals.of(agreement)).hindrance() == null) {
            Actors.as(head, () -> seals.seal(agreement, 2, null, null));
        }
    }
}
