package org.hejie.wage.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.matter.PeopleBeside;
import org.hejie.org.UnitId;
import org.hejie.party.PartyId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.wage.ClaimDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes claims and clues. The people of a claim come to be seen with its matter. */
@Component
class ClaimStore implements PeopleBeside {

    private final JdbcClient jdbc;
    private final Ids ids;

    ClaimStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** What of a matter a claim needs. */
    record Ground(List<String> categories, boolean open, long[] keys) {
    }

    Optional<Ground> ground(MatterId matter) {
        return jdbc.sql("select category, secondary_category, open, visible_to from matter.matter where id = :id")
                .param("id", matter.value())
                .query((row, number) -> new Ground(
                        Arrays.asList(row.getString(1), row.getString(2)), row.getBoolean(3), keys((Long[]) row.getArray(4).getArray())))
                .optional();
    }

    long insert(MatterId matter, ClaimDraft draft, @Nullable PartyId foreman, Instant at, long by) {
        long id = ids.next();
        bind(jdbc.sql("""
                insert into wage.claim (id, matter_id, project, developer, general_contractor, subcontractor, team, foreman, facts,
                    evidence, account, deposit, opened_at, opened_by, stage, version)
                values (:id, :matter, :project, :developer, :contractor, :subcontractor, :team, :foreman, :facts,
                    :evidence, :account, :deposit, :at, :by, 'REGISTERED', 1)
                """), draft).param("id", id).param("matter", matter.value()).param("foreman", foreman == null ? null : foreman.value())
                .param("at", Times.utc(at)).param("by", by).update();
        return id;
    }

    void change(Held claim, ClaimDraft draft, @Nullable PartyId foreman) {
        bind(jdbc.sql("""
                update wage.claim
                   set project = :project, developer = :developer, general_contractor = :contractor, subcontractor = :subcontractor,
                       team = :team, foreman = :foreman, facts = :facts, evidence = :evidence, account = :account, deposit = :deposit,
                       version = version + 1
                 where id = :id
                """), draft).param("id", claim.id()).param("foreman", foreman == null ? claim.foreman() : (Long) foreman.value()).update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, ClaimDraft draft) {
        return statement.param("project", draft.project()).param("developer", draft.developer())
                .param("contractor", draft.generalContractor()).param("subcontractor", draft.subcontractor())
                .param("team", draft.team()).param("facts", names(draft.facts())).param("evidence", names(draft.evidence()))
                .param("account", draft.account().name()).param("deposit", draft.deposit().name());
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /** The claim, locked until the transaction ends. @throws Problem NOT_FOUND */
    Held lock(long id) {
        return held("where c.id = :id for no key update of c", id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    Optional<Held> read(long id) {
        return held("where c.id = :id", id);
    }

    /** The claim of a worker, locked. @throws Problem NOT_FOUND */
    Held lockOfWorker(long worker) {
        return held("where c.id = (select w.claim_id from wage.worker w where w.id = :id) for no key update of c", worker)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    /** The claim of a clue, locked. @throws Problem NOT_FOUND */
    Held lockOfClue(long clue) {
        return held("where c.id = (select k.claim_id from wage.clue k where k.id = :id) for no key update of c", clue)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private Optional<Held> held(String which, long id) {
        return jdbc.sql("""
                select c.id, c.matter_id, m.open, m.visible_to, c.last_row, c.workers, c.foreman, c.version
                  from wage.claim c
                  join matter.matter m on m.id = c.matter_id
                """ + which).param("id", id)
                .query((row, number) -> new Held(row.getLong("id"), new MatterId(row.getLong("matter_id")), row.getBoolean("open"),
                        keys((Long[]) row.getArray("visible_to").getArray()), row.getInt("last_row"), row.getInt("workers"),
                        row.getObject("foreman", Long.class), row.getInt("version")))
                .optional();
    }

    /** Sums the claim's rows up anew and tells its stage by them. @param lastRow the highest number given */
    void recount(long claim, int lastRow) {
        jdbc.sql("""
                update wage.claim c
                   set last_row = :lastRow, workers = s.workers, unverified = s.unverified, claimed = s.claimed, verified = s.verified,
                       recovered = s.recovered, version = c.version + 1,
                       stage = case when s.workers = 0 or s.recovered = 0 and s.unverified > 0 then 'REGISTERED'
                                    when s.recovered = 0 then 'VERIFIED'
                                    when s.unverified = 0 and s.recovered = s.verified then 'PAID'
                                    else 'PARTLY_PAID' end
                  from (select count(*) as workers, count(*) filter (where verified is null) as unverified,
                               coalesce(sum(claimed), 0) as claimed, coalesce(sum(verified), 0) as verified,
                               coalesce(sum(recovered), 0) as recovered
                          from wage.worker where claim_id = :id and withdrawn_at is null) s
                 where c.id = :id
                """).param("id", claim).param("lastRow", lastRow).update();
    }

    boolean clueWaits(long claim) {
        return jdbc.sql("select exists (select 1 from wage.clue where claim_id = :id and state = 'SENT')").param("id", claim)
                .query(Boolean.class).single();
    }

    long insertClue(long claim, String text, UnitId to, Instant at, long by) {
        long id = ids.next();
        jdbc.sql("""
                insert into wage.clue (id, claim_id, text, sent_at, sent_by, to_unit, state)
                values (:id, :claim, :text, :at, :by, :to, 'SENT')
                """).param("id", id).param("claim", claim).param("text", text).param("at", Times.utc(at)).param("by", by)
                .param("to", to.value()).update();
        return id;
    }

    /** False if it was answered before. */
    boolean answerClue(long clue, boolean takenUp, @Nullable String text, Instant at, long by) {
        return jdbc.sql("""
                update wage.clue set state = :state, answer = :text, answered_at = :at, answered_by = :by
                 where id = :id and state = 'SENT'
                """).param("id", clue).param("state", takenUp ? "TAKEN_UP" : "NOT_TAKEN_UP").param("text", text)
                .param("at", Times.utc(at)).param("by", by).update() == 1;
    }

    @Override
    public List<PartyId> of(MatterId matter) {
        return jdbc.sql("""
                select c.foreman as party_id from wage.claim c where c.matter_id = :id and c.foreman is not null
                union all
                select w.party_id from wage.worker w join wage.claim c on c.id = w.claim_id where c.matter_id = :id
                """).param("id", matter.value()).query((row, number) -> new PartyId(row.getLong(1))).list();
    }

    private static long[] keys(Long[] keys) {
        return Arrays.stream(keys).mapToLong(Long::longValue).toArray();
    }
}
