package org.hejie.mediation.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hejie.mediation.AgreementDraft;
import org.hejie.mediation.AgreementDraft.Owed;
import org.hejie.mediation.AgreementView.Answer;
import org.hejie.mediation.Obligation.Status;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes agreements and obligations. */
@Component
class AgreementStore {

    private final JdbcClient jdbc;
    private final Ids ids;

    AgreementStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * The next number of the committee and year. The counter's row stays locked until the transaction ends, so that a number
     * taken by one that fails is given to the next: no gap, no double.
     */
    int next(long committee, int year) {
        return jdbc.sql("""
                insert into mediation.counter (committee_id, year, last) values (:committee, :year, 1)
                on conflict (committee_id, year) do update set last = mediation.counter.last + 1
                returning last
                """).param("committee", committee).param("year", year).query(Integer.class).single();
    }

    long insert(Case one, AgreementDraft draft, int year, Instant at, long by) {
        long id = ids.next();
        jdbc.sql("""
                insert into mediation.agreement (id, mediation_id, committee_id, year, number, form, state, facts, terms, total, drawn_at,
                                                 drawn_by, version)
                values (:id, :mediation, :committee, :year, :number, :form, 'DRAFT', :facts, :terms, :total, :at, :by, 1)
                """)
                .param("id", id).param("mediation", one.id()).param("committee", one.committee()).param("year", year)
                .param("number", next(one.committee(), year)).param("form", draft.form().name()).param("facts", draft.facts())
                .param("terms", draft.terms()).param("total", draft.total()).param("at", Times.utc(at)).param("by", by).update();
        owe(id, draft.owed());
        return id;
    }

    void rewrite(long id, int seen, AgreementDraft draft) {
        changed(jdbc.sql("""
                update mediation.agreement set form = :form, facts = :facts, terms = :terms, total = :total, version = version + 1
                 where id = :id and version = :seen
                """).param("form", draft.form().name()).param("facts", draft.facts()).param("terms", draft.terms())
                .param("total", draft.total()).param("id", id).param("seen", seen).update());
        jdbc.sql("delete from mediation.obligation where agreement_id = :id").param("id", id).update();
        owe(id, draft.owed());
    }

    /** All in one statement. */
    private void owe(long agreement, List<Owed> owed) {
        jdbc.sql("""
                insert into mediation.obligation (id, agreement_id, position, obligor, obligee, kind, amount, due_on, method, status)
                select n.id, :agreement, n.position, n.obligor, n.obligee, n.kind, n.amount, n.due, n.method, 'DUE'
                  from unnest(:ids::bigint[], :obligors::bigint[], :obligees::bigint[], :kinds::text[], :amounts::numeric[], :dues::date[],
                              :methods::text[]) with ordinality n (id, obligor, obligee, kind, amount, due, method, position)
                """)
                .param("agreement", agreement).param("ids", owed.stream().map(one -> ids.next()).toArray(Long[]::new))
                .param("obligors", owed.stream().map(Owed::obligor).toArray(Long[]::new))
                .param("obligees", owed.stream().map(Owed::obligee).toArray(Long[]::new))
                .param("kinds", owed.stream().map(one -> String.valueOf(one.kind())).toArray(String[]::new))
                .param("amounts", owed.stream().map(Owed::amount).toArray(BigDecimal[]::new))
                .param("dues", owed.stream().map(one -> String.valueOf(one.dueOn())).toArray(String[]::new))
                .param("methods", owed.stream().map(one -> one.method() == null ? "" : one.method().strip()).toArray(String[]::new)).update();
    }

    void sign(long id, int seen, LocalDate on, @Nullable Long scan) {
        changed(jdbc.sql("""
                update mediation.agreement
                   set state = 'SIGNED', signed_on = :on, effective_on = :on, document_id = :scan, version = version + 1
                 where id = :id and version = :seen
                """).param("on", on).param("scan", scan).param("id", id).param("seen", seen).update());
    }

    /** That it bears a seal now. */
    void sealed(long id, int seen) {
        changed(jdbc.sql("update mediation.agreement set version = version + 1 where id = :id and version = :seen").param("id", id)
                .param("seen", seen).update());
    }

    void cancel(long id, int seen, String why) {
        changed(jdbc.sql("update mediation.agreement set state = 'VOID', void_why = :why, version = version + 1 where id = :id and version = :seen")
                .param("why", why).param("id", id).param("seen", seen).update());
    }

    /** What an obligation was before it was performed. @param all whether nothing of the agreement is owed any more */
    record Performed(Status before, boolean all) {
    }

    /** Marks the obligation performed, and the agreement with it if nothing else is owed; empty if it was performed already. */
    Optional<Performed> perform(long agreement, int position, LocalDate on, @Nullable Long voucher) {
        return jdbc.sql("""
                with owed as (select id, status from mediation.obligation
                               where agreement_id = :id and position = :position and status <> 'PERFORMED' for update),
                     paid as (update mediation.obligation o set status = 'PERFORMED', performed_on = :on, voucher = :voucher
                                from owed where o.id = owed.id
                              returning owed.status),
                     done as (update mediation.agreement a set state = 'PERFORMED', version = version + 1
                               where a.id = :id and exists (select 1 from paid)
                                 and not exists (select 1 from mediation.obligation o
                                                  where o.agreement_id = :id and o.position <> :position and o.status <> 'PERFORMED')
                              returning 1)
                select status, exists (select 1 from done) from paid
                """).param("on", on).param("voucher", voucher).param("id", agreement).param("position", position)
                .query((row, number) -> new Performed(Status.valueOf(row.getString(1)), row.getBoolean(2))).optional();
    }

    void apply(long agreement, LocalDate on, String court) {
        jdbc.sql("insert into mediation.confirmation (agreement_id, applied_on, court) values (:id, :on, :court)")
                .param("id", agreement).param("on", on).param("court", court).update();
    }

    boolean answer(long agreement, Answer answer, LocalDate on, @Nullable String documentNo) {
        return jdbc.sql("""
                update mediation.confirmation set answer = :answer, answered_on = :on, document_no = :no
                 where agreement_id = :id and answer is null
                """).param("answer", answer.name()).param("on", on).param("no", documentNo).param("id", agreement).update() == 1;
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw Problem.of(ProblemType.STALE);
        }
    }
}
