package org.hejie.wage.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hejie.party.PartyId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.wage.WageWorkers.PaymentOrder;
import org.hejie.wage.WageWorkers.Share;
import org.hejie.wage.WageWorkers.Verification;
import org.hejie.wage.WorkerDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes workers and what they were paid. */
@Component
class WorkerStore {

    private final JdbcClient jdbc;
    private final Ids ids;

    WorkerStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    List<Long> insert(Held claim, List<WorkerDraft> workers, List<PartyId> people, Instant at, long by) {
        int size = workers.size();
        Long[] given = new Long[size];
        for (int i = 0; i < size; i++) {
            given[i] = ids.next();
        }
        jdbc.sql("""
                insert into wage.worker (id, claim_id, row_no, party_id, trade, owed_from, owed_to, left_on, claimed, added_at, added_by)
                select w.id, :claim, :last + w.n, w.party, w.trade, w.owed_from, w.owed_to, w.left_on, w.claimed, :at, :by
                  from unnest(:ids::bigint[], :parties::bigint[], :trades::text[], :from::date[], :to::date[], :left::date[],
                              :claimed::numeric[])
                       with ordinality as w (id, party, trade, owed_from, owed_to, left_on, claimed, n)
                """)
                .param("claim", claim.id()).param("last", claim.lastRow()).param("at", Times.utc(at)).param("by", by)
                .param("ids", given).param("parties", people.stream().map(PartyId::value).toArray(Long[]::new))
                .param("trades", workers.stream().map(WorkerDraft::trade).toArray(String[]::new))
                .param("from", days(workers.stream().map(WorkerDraft::owedFrom).toArray(LocalDate[]::new)))
                .param("to", days(workers.stream().map(WorkerDraft::owedTo).toArray(LocalDate[]::new)))
                .param("left", days(workers.stream().map(WorkerDraft::leftOn).toArray(LocalDate[]::new)))
                .param("claimed", workers.stream().map(worker -> Objects.requireNonNull(worker.claimed())).toArray(BigDecimal[]::new))
                .update();
        return List.of(given);
    }

    /** The PostgreSQL driver cannot bind an array of {@link LocalDate}. */
    private static @Nullable String[] days(@Nullable LocalDate[] days) {
        @Nullable String[] texts = new String[days.length];
        for (int i = 0; i < days.length; i++) {
            LocalDate day = days[i];
            texts[i] = day == null ? null : day.toString();
        }
        return texts;
    }

    /** A row whose worker the claim has in an earlier row. */
    record Twice(int row, int earlier, boolean byDocument) {
    }

    /**
     * Rows after the given one whose person stands in an earlier row: by the blind index of the document, or where one of both
     * has none, of the phone.
     */
    List<Twice> twice(long claim, int after) {
        return jdbc.sql("""
                with people as (
                    select w.row_no, p.document_index, p.phone_index
                      from wage.worker w
                      join party.party p on p.id = w.party_id
                     where w.claim_id = :claim and w.withdrawn_at is null)
                select later.row_no, min(earlier.row_no) as earlier, bool_or(later.document_index = earlier.document_index) as by_document
                  from people later
                  join people earlier on earlier.row_no < later.row_no
                       and (earlier.document_index = later.document_index
                            or earlier.phone_index = later.phone_index
                               and (earlier.document_index is null or later.document_index is null))
                 where later.row_no > :after
                 group by later.row_no
                 order by later.row_no
                """).param("claim", claim).param("after", after)
                .query((row, number) -> new Twice(row.getInt(1), row.getInt(2), row.getBoolean(3))).list();
    }

    /** A row that counts, as far as its sums go. */
    record Sum(BigDecimal claimed, @Nullable BigDecimal verified, BigDecimal recovered) {
    }

    /** Those of the workers that are in the claim and not withdrawn. */
    Map<Long, Sum> sums(long claim, Collection<Long> workers) {
        Map<Long, Sum> found = new HashMap<>();
        jdbc.sql("""
                select id, claimed, verified, recovered from wage.worker
                 where claim_id = :claim and id = any (:ids) and withdrawn_at is null
                """).param("claim", claim).param("ids", workers.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong(1), new Sum(row.getBigDecimal(2), row.getBigDecimal(3), row.getBigDecimal(4)));
                });
        return found;
    }

    void verify(List<Verification> rows, Instant at, long by) {
        jdbc.sql("""
                update wage.worker w set verified = v.amount, verified_at = :at, verified_by = :by
                  from unnest(:ids::bigint[], :amounts::numeric[]) as v (id, amount)
                 where w.id = v.id
                """).param("at", Times.utc(at)).param("by", by).param("ids", rows.stream().map(Verification::worker).toArray(Long[]::new))
                .param("amounts", rows.stream().map(Verification::verified).toArray(BigDecimal[]::new)).update();
    }

    void pay(PaymentOrder order, Instant at, long by) {
        Long[] workers = order.rows().stream().map(Share::worker).toArray(Long[]::new);
        Long[] given = new Long[workers.length];
        for (int i = 0; i < given.length; i++) {
            given[i] = ids.next();
        }
        jdbc.sql("""
                insert into wage.payment (id, worker_id, amount, paid_on, method, voucher, recorded_at, recorded_by)
                select p.id, p.worker, p.amount, :paidOn, :method, :voucher::bigint, :at, :by
                  from unnest(:ids::bigint[], :workers::bigint[], :amounts::numeric[]) as p (id, worker, amount)
                """).param("paidOn", order.paidOn()).param("method", order.method().name()).param("voucher", order.voucher())
                .param("at", Times.utc(at)).param("by", by).param("ids", given).param("workers", workers)
                .param("amounts", order.rows().stream().map(Share::amount).toArray(BigDecimal[]::new)).update();
        recovered(workers);
    }

    /** Sums the payments of workers up anew. */
    private void recovered(Long[] workers) {
        jdbc.sql("""
                update wage.worker w
                   set recovered = (select coalesce(sum(p.amount), 0) from wage.payment p
                                     where p.worker_id = w.id and p.withdrawn_at is null)
                 where w.id = any (:ids)
                """).param("ids", workers).update();
    }

    /** False if it had been withdrawn before. */
    boolean withdraw(long worker, String why, Instant at, long by) {
        return jdbc.sql("""
                update wage.worker set withdrawn_at = :at, withdrawn_by = :by, withdrawn_why = :why
                 where id = :id and withdrawn_at is null
                """).param("id", worker).param("at", Times.utc(at)).param("by", by).param("why", why).update() == 1;
    }

    Optional<Long> workerOf(long payment) {
        return jdbc.sql("select worker_id from wage.payment where id = :id").param("id", payment).query(Long.class).optional();
    }

    /** False if it had been withdrawn before. */
    boolean withdrawPayment(long payment, long worker, String why, Instant at, long by) {
        boolean done = jdbc.sql("""
                update wage.payment set withdrawn_at = :at, withdrawn_by = :by, withdrawn_why = :why
                 where id = :id and withdrawn_at is null
                """).param("id", payment).param("at", Times.utc(at)).param("by", by).param("why", why).update() == 1;
        recovered(new Long[] {worker});
        return done;
    }
}
