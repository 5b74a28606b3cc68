package org.hejie.seal;

import java.time.Duration;
import java.time.Instant;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.seal.DemoAuthority.Issued;
import org.hejie.testing.TestStaff;

/** Seals for tests: an authority that is trusted and its seals, brought by one administrator and approved by the other. */
public final class SealsOfUnits {

    public final Actor bringing;
    public final Actor approving;
    public final DemoAuthority authority;
    public final long authorityId;
    private final SealRegister register;

    public SealsOfUnits(TestStaff staff, SealRegister register) {
        this.register = register;
        this.bringing = staff.systemAdmin().actor();
        this.approving = staff.securityAdmin().actor();
        this.authority = new DemoAuthority(Instant.now().minus(Duration.ofDays(900)), Instant.now().plus(Duration.ofDays(3650)));
        this.authorityId = Actors.as(bringing, () -> register.propose(authority.certificate()));
        Actors.run(approving, () -> register.trust(authorityId, 1));
    }

    /** A certificate for a year from so many days ago. */
    public Issued issued(int daysAgo) {
        Instant from = Instant.now().minus(Duration.ofDays(daysAgo));
        return authority.issue("榆中县人民调解委员会（演示）", from, from.plus(Duration.ofDays(365)));
    }

    /** Brought and not yet approved. */
    public long brought(UnitId unit, Issued issued) {
        return Actors.as(bringing, () -> register.bring(unit, new SealRegister.Files(issued.certificate(), issued.key(), null)));
    }

    /** In use. */
    public long active(UnitId unit) {
        long seal = brought(unit, issued(10));
        Actors.run(approving, () -> register.approve(seal, 1));
        return seal;
    }

    public SealRow row(long seal) {
        return Actors.as(bringing, register::seals).stream().filter(one -> one.id() == seal).findFirst().orElseThrow();
    }

    public void revoke(long seal) {
        Actors.run(bringing, () -> register.revoke(seal, row(seal).version(), RevocationReason.KEY_LOST));
    }
}
