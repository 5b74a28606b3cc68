package org.hejie.mediation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.mediation.AgreementDraft;
import org.hejie.mediation.AgreementDraft.Owed;
import org.hejie.mediation.AgreementView.Answer;
import org.hejie.mediation.internal.AgreementReader.Kept;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.database.ColumnTypes;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes agreements and obligations. */
@Component
class AgreementStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ColumnTypes types;
    private final Ids ids;

    AgreementStore(JdbcClient jdbc, JdbcTemplate template, ColumnTypes types, Ids ids) {
        this.jdbc = jdbc;
        this.template = template;
        this.types = types;
        this.ids = ids;
    }

    /**
     * Draws it up under the next number of the committee and year. The counter's row stays locked until the transaction ends, so
     * that a number taken by one that fails is given to the next: no gap, no double.
     */
    long insert(Case one, AgreementDraft draft, int year, Instant at, long by) {
        long id = ids.next();
        types.statement().sql("with taken as (insert into mediation.counter (committee_id, year, last) values (")
                .value("bigint", one.committee()).sql(", ").value("int", year)
                .sql("""
                        , 1) on conflict (committee_id, year) do update set last = mediation.counter.last + 1 returning committee_id, year, last)
                        insert into mediation.agreement (id, mediation_id, matter_id, committee_id, year, number, state, version,
                                                         form, facts, terms, total, drawn_at, drawn_by)
                        select\s""")
                .value("bigint", id).sql(", ").value("bigint", one.id()).sql(", ").value("bigint", one.matter().value())
                .sql(", committee_id, year, last, 'DRAFT', 1, ").value("text", draft.form().name()).sql(", ").value("text", draft.facts())
                .sql(", ").value("text", draft.terms()).sql(", ").value("numeric", draft.total()).sql(", ")
                .value("timestamptz", Times.utc(at)).sql(", ").value("bigint", by).sql(" from taken").beforehand(template);
        owe(id, one.matter(), draft.owed());
        return id;
    }

    /** @param kept as it stands, its matter locked */
    void rewrite(Kept kept, int seen, AgreementDraft draft) {
        changed(jdbc.sql("""
                update mediation.agreement set form = :form, facts = :facts, terms = :terms, total = :total, version = version + 1
                 where id = :id and version = :seen
                """).param("form", draft.form().name()).param("facts", draft.facts()).param("terms", draft.terms())
                .param("total", draft.total()).param("id", kept.id()).param("seen", seen).update());
        jdbc.sql("delete from mediation.obligation where agreement_id = :id").param("id", kept.id()).update();
        owe(kept.id(), kept.matter(), draft.owed());
    }

    /** All in one statement, which nobody waits for. */
    private void owe(long agreement, MatterId matter, List<Owed> owed) {
        types.statement().sql("insert into mediation.obligation (id, agreement_id, matter_id, position, obligor, obligee, kind, amount, due_on,"
                        + " method, status) select n.id, ").value("bigint", agreement).sql(", ").value("bigint", matter.value())
                .sql(", n.position, n.obligor, n.obligee, n.kind, n.amount, n.due, n.method, 'DUE' from unnest(")
                .value("bigint[]", owed.stream().map(one -> ids.next()).toList()).sql(", ")
                .value("bigint[]", owed.stream().map(Owed::obligor).toList()).sql(", ")
                .value("bigint[]", owed.stream().map(Owed::obligee).toList()).sql(", ")
                .value("text[]", owed.stream().map(Owed::kind).toList()).sql(", ")
                .value("numeric[]", owed.stream().map(Owed::amount).toList()).sql(", ")
                .value("date[]", owed.stream().map(Owed::dueOn).toList()).sql(", ")
                .value("text[]", owed.stream().map(one -> Asked.text(one.method()).strip()).toList())
                .sql(") with ordinality n (id, obligor, obligee, kind, amount, due, method, position)").beforehand(template);
    }

    /** @param kept as it stands, its matter locked */
    void sign(Kept kept, int seen, LocalDate on, @Nullable Long scan) {
        kept.requireVersion(seen);
        types.statement().sql("update mediation.agreement set state = 'SIGNED', signed_on = ").value("date", on)
                .sql(", effective_on = ").value("date", on).sql(", document_id = ").value("bigint", scan)
                .sql(", version = version + 1 where id = ").value("bigint", kept.id()).beforehand(template);
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

    /** Marks an obligation performed; the matter is locked. @param all whether nothing else is owed: the agreement is performed too */
    void perform(long agreement, int position, LocalDate on, @Nullable Long voucher, boolean all) {
        types.statement().sql("update mediation.obligation set status = 'PERFORMED', performed_on = ").value("date", on)
                .sql(", voucher = ").value("bigint", voucher).sql(" where agreement_id = ").value("bigint", agreement)
                .sql(" and position = ").value("int", position).beforehand(template);
        if (all) {
            types.statement().sql("update mediation.agreement set state = 'PERFORMED', version = version + 1 where id = ")
                    .value("bigint", agreement).beforehand(template);
        }
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
