package org.hejie.subsidy;

import java.util.List;
import javax.sql.DataSource;
import org.hejie.matter.MatterId;
import org.hejie.mediation.Agreements;
import org.hejie.mediation.Mediated;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.subsidy.SubsidyClaim.Step;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mediations that were agreed, performed and archived, and claims for them, for tests. */
public final class Subsidised {

    private final Mediated mediated;
    private final Agreements agreements;
    private final SubsidyClaims claims;
    private final JdbcClient owner;

    public Subsidised(Mediated mediated, Agreements agreements, SubsidyClaims claims, DataSource owner) {
        this.mediated = mediated;
        this.agreements = agreements;
        this.claims = claims;
        this.owner = JdbcClient.create(owner);
    }

    /** @return the mediation */
    public long performed() {
        return performed(mediated.dispute());
    }

    private long performed(MatterId matter) {
        long agreement = mediated.signed(matter);
        for (int position : List.of(1, 2)) {
            Actors.run(mediated.mediator.actor(), () -> agreements.perform(agreement, position, Mediated.today(), null));
        }
        return Actors.as(mediated.dispatcher, () -> agreements.find(agreement)).orElseThrow().agreement().mediationId();
    }

    /** @return the mediation */
    public long archived() {
        return archived(mediated.dispute());
    }

    public long archived(MatterId matter) {
        long mediation = performed(matter);
        owner.sql("update matter.matter set status = 'ARCHIVED', save_seq = save_seq + 1 where id = :id").param("id", matterOf(mediation)).update();
        return mediation;
    }

    public long matterOf(long mediation) {
        return owner.sql("select matter_id from mediation.mediation where id = :id").param("id", mediation).query(Long.class).single();
    }

    public long claimed() {
        return claimed(archived());
    }

    public long claimed(long mediation) {
        return Actors.as(mediated.mediator.actor(), () -> claims.claim(mediation));
    }

    /** Enough points for the whole amount, whatever the dossier lacked. */
    public long complete() {
        long claim = claimed();
        points(claim, 100);
        return claim;
    }

    public void points(long claim, int points) {
        owner.sql("update subsidy.claim set points = :points, amount = 50 where id = :id").param("points", points).param("id", claim).update();
    }

    public void decide(Actor by, long claim, Step step, boolean passed, String why) {
        Actors.run(by, () -> claims.decide(claim, claims.find(claim).orElseThrow().version(), step, passed, why));
    }

    /** Both have passed it. */
    public long approved(Actor town, Actor county) {
        long claim = complete();
        decide(town, claim, Step.TOWN, true, "已核对");
        decide(county, claim, Step.COUNTY, true, "已核对");
        return claim;
    }

    /** The time for objections is over. */
    public void over(long list) {
        owner.sql("""
                update subsidy.public_list set published_at = published_at - interval '30 days', objections_due = now() - interval '1 minute'
                 where id = :id
                """).param("id", list).update();
    }

    /** The two matters are about the same cause. */
    public void linked(long one, long other) {
        owner.sql("""
                insert into matter.link (id, kind, from_matter, to_matter, reason, added_at)
                values (:id, 'SAME_CAUSE', :one, :other, '同一起因', now())
                """).param("id", one + other).param("one", one).param("other", other).update();
    }

    public SubsidyClaim seen(long claim) {
        return Actors.as(mediated.dispatcher, () -> claims.find(claim)).orElseThrow();
    }
}
