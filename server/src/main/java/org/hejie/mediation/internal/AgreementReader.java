package org.hejie.mediation.internal;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hejie.matter.MatterId;
import org.hejie.mediation.AgreementRow;
import org.hejie.mediation.AgreementView.Answer;
import org.hejie.mediation.AgreementView.Confirmation;
import org.hejie.mediation.Obligation;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads agreements. */
@Component
class AgreementReader {

    private static final String ROWS = """
            select a.id, a.mediation_id, a.year, a.number, k.sign, a.form, a.state, a.total, a.signed_on,
                   (select min(o.due_on) from mediation.obligation o where o.agreement_id = a.id and o.status <> 'PERFORMED') as next_due,
                   (select count(*) from mediation.obligation o where o.agreement_id = a.id) as owed,
                   (select count(*) from mediation.obligation o where o.agreement_id = a.id and o.status = 'PERFORMED') as performed
              from mediation.agreement a
              join mediation.committee k on k.id = a.committee_id
            """;

    private final JdbcClient jdbc;

    AgreementReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An agreement as kept. */
    record Kept(long id, Case one, AgreementRow.State state, AgreementRow.Form form, String facts, String terms,
            @Nullable LocalDate signedOn, @Nullable LocalDate effectiveOn, @Nullable Long document, @Nullable String voidWhy, String category,
            String matterCode, String matterTitle, long committeeId, String committee, int version) {

        long mediation() {
            return one.id();
        }

        MatterId matter() {
            return one.matter();
        }

        /** @throws Problem STALE if it has been written in since */
        void requireVersion(int seen) {
            if (version != seen) {
                throw Problem.of(ProblemType.STALE);
            }
        }
    }

    /** What is owed under an agreement whose matter is locked. */
    record Owed(int position, Obligation.Status status, LocalDate dueOn) {
    }

    /**
     * An agreement whose matter is locked.
     *
     * @param owed    by position
     * @param planned whether a session is still planned
     */
    record Held(Kept kept, List<Owed> owed, boolean planned) {
    }

    /** With its matter locked. */
    Optional<Held> lock(long id) {
        return jdbc.sql("select * from mediation.agreement_held(:id) where of_case is not null").param("id", id)
                .query((row, number) -> new Held(kept(row, true), owed(row), row.getBoolean("planned"))).optional();
    }

    private static List<Owed> owed(ResultSet row) throws SQLException {
        Array positions = row.getArray("positions");
        if (positions == null) {
            return List.of();
        }
        Integer[] numbers = (Integer[]) positions.getArray();
        String[] statuses = (String[]) row.getArray("statuses").getArray();
        Date[] dues = (Date[]) row.getArray("dues").getArray();
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> new Owed(numbers[i], Obligation.Status.valueOf(statuses[i]), dues[i].toLocalDate())).toList();
    }

    Optional<Kept> kept(long id) {
        return jdbc.sql("""
                select a.*, m.category, m.code, m.title, k.name as committee_name,
                """ + CaseStore.COLUMNS + """

                  from mediation.agreement a
                  join mediation.mediation c on c.id = a.mediation_id
                  join matter.matter m on m.id = c.matter_id
                  join mediation.committee k on k.id = a.committee_id
                 where a.id = :id
                """).param("id", id).query((row, number) -> kept(row, false)).optional();
    }

    private static Kept kept(ResultSet row, boolean locked) throws SQLException {
        return new Kept(row.getLong("id"), CaseStore.row(row, locked),
                AgreementRow.State.valueOf(row.getString("state")), AgreementRow.Form.valueOf(row.getString("form")),
                row.getString("facts"), row.getString("terms"), row.getObject("signed_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class), row.getObject("document_id", Long.class),
                row.getString("void_why"), row.getString("category"), row.getString("code"), row.getString("title"),
                row.getLong("committee_id"), row.getString("committee_name"), row.getInt("version"));
    }

    List<AgreementRow> of(long mediation) {
        return jdbc.sql(ROWS + " where a.mediation_id = :id order by a.id").param("id", mediation).query(AgreementReader::row).list();
    }

    Optional<AgreementRow> one(long id) {
        return jdbc.sql(ROWS + " where a.id = :id").param("id", id).query(AgreementReader::row).optional();
    }

    private static AgreementRow row(ResultSet row, int number) throws SQLException {
        return new AgreementRow(row.getLong("id"), row.getLong("mediation_id"),
                "（" + row.getInt("year") + "）" + row.getString("sign") + "第" + row.getInt("number") + "号",
                AgreementRow.Form.valueOf(row.getString("form")), AgreementRow.State.valueOf(row.getString("state")),
                row.getObject("total", BigDecimal.class), row.getObject("signed_on", LocalDate.class),
                row.getObject("next_due", LocalDate.class), row.getInt("owed"), row.getInt("performed"));
    }

    /** What is owed, with the parties' numbers for names. */
    List<Obligation> owed(long agreement) {
        return jdbc.sql("""
                select position, obligor, obligee, kind, amount, due_on, method, status, performed_on
                  from mediation.obligation where agreement_id = :id order by position
                """).param("id", agreement)
                .query((row, number) -> new Obligation(row.getInt(1), row.getLong(2), "", row.getLong(3), "",
                        Obligation.Kind.valueOf(row.getString(4)), row.getObject(5, BigDecimal.class), row.getObject(6, LocalDate.class),
                        row.getString(7), Obligation.Status.valueOf(row.getString(8)), row.getObject(9, LocalDate.class))).list();
    }

    Optional<Confirmation> confirmation(long agreement) {
        return jdbc.sql("select applied_on, court, answer, answered_on, document_no from mediation.confirmation where agreement_id = :id")
                .param("id", agreement)
                .query((row, number) -> new Confirmation(row.getObject(1, LocalDate.class), row.getString(2),
                        row.getString(3) == null ? null : Answer.valueOf(row.getString(3)), row.getObject(4, LocalDate.class),
                        row.getString(5))).optional();
    }
}
