package org.hejie.wage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.wage.PayMethod;
import org.hejie.wage.WageFigures;
import org.hejie.wage.WorkerRow;
import org.hejie.wage.WorkerRow.Payment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads workers and payments together with the masked columns and the blind index of {@code party}: one worker of two claims
 * counts once.
 */
@Service
class WorkerReader implements WageFigures {

    private final JdbcClient jdbc;
    private final WageRules rules;
    private final Clock clock;

    WorkerReader(JdbcClient jdbc, WageRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    Page<WorkerRow> list(long claim, @Nullable String cursor, int limit) {
        long after = cursor == null ? 0 : ClaimReader.number(Cursor.decode(cursor, 1).getFirst());
        LocalDate today = Times.dateOf(clock.instant());
        Map<Long, List<Payment>> payments = payments(claim);
        List<WorkerRow> rows = jdbc.sql("""
                select w.id, w.row_no, w.party_id, p.masked_name, p.masked_document, p.masked_phone, w.trade, w.owed_from, w.owed_to,
                       w.left_on, w.claimed, w.verified, w.recovered, w.withdrawn_why
                  from wage.worker w
                  join party.party p on p.id = w.party_id
                 where w.claim_id = :claim and w.row_no > :after
                 order by w.row_no
                 limit :rows
                """).param("claim", claim).param("after", after).param("rows", limit + 1)
                .query((row, number) -> worker(row, payments.getOrDefault(row.getLong("id"), List.of()), today)).list();
        return Page.of(rows, limit, row -> Cursor.encode(row.row()), null);
    }

    private WorkerRow worker(ResultSet row, List<Payment> payments, LocalDate today) throws SQLException {
        LocalDate left = row.getObject("left_on", LocalDate.class);
        return new WorkerRow(row.getLong("id"), row.getInt("row_no"), row.getLong("party_id"), row.getString("masked_name"),
                row.getString("masked_document"), row.getString("masked_phone"), row.getString("trade"),
                row.getObject("owed_from", LocalDate.class), row.getObject("owed_to", LocalDate.class), left, rules.limitOn(left),
                rules.limit(left, today), row.getBigDecimal("claimed"), row.getBigDecimal("verified"), row.getBigDecimal("recovered"),
                payments, row.getString("withdrawn_why"));
    }

    private Map<Long, List<Payment>> payments(long claim) {
        Map<Long, List<Payment>> found = new HashMap<>();
        jdbc.sql("""
                select y.worker_id, y.id, y.amount, y.paid_on, y.method, y.voucher, y.withdrawn_why
                  from wage.payment y
                  join wage.worker w on w.id = y.worker_id
                 where w.claim_id = :claim
                 order by y.paid_on, y.id
                """).param("claim", claim)
                .query(row -> {
                    found.computeIfAbsent(row.getLong("worker_id"), id -> new ArrayList<>()).add(new Payment(row.getLong("id"),
                            row.getBigDecimal("amount"), row.getObject("paid_on", LocalDate.class),
                            PayMethod.valueOf(row.getString("method")), row.getObject("voucher", Long.class), row.getString("withdrawn_why")));
                });
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public Recovered recovered(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select count(distinct coalesce(encode(p.document_index, 'hex'), p.id::text)) as people, coalesce(sum(y.amount), 0) as amount,
                       count(*) as payments, count(distinct w.claim_id) as claims
                  from wage.payment y
                  join wage.worker w on w.id = y.worker_id
                  join party.party p on p.id = w.party_id
                 where y.withdrawn_at is null and y.paid_on between :from and :to
                """).param("from", from).param("to", to)
                .query((row, number) -> new Recovered(from, to, row.getInt("people"), row.getBigDecimal("amount"), row.getInt("payments"),
                        row.getInt("claims"))).single();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<PaidRow> rows(LocalDate from, LocalDate to, @Nullable String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : ClaimReader.number(Cursor.decode(cursor, 1).getFirst());
        List<PaidRow> rows = jdbc.sql("""
                select y.id, y.paid_on, y.amount, y.method, p.masked_name, c.id as claim_id, c.project, m.id as matter_id, m.code
                  from wage.payment y
                  join wage.worker w on w.id = y.worker_id
                  join party.party p on p.id = w.party_id
                  join wage.claim c on c.id = w.claim_id
                  join matter.matter m on m.id = c.matter_id
                 where y.withdrawn_at is null and y.paid_on between :from and :to and y.id < :before
                 order by y.id desc
                 limit :rows
                """).param("from", from).param("to", to).param("before", before).param("rows", limit + 1)
                .query((row, number) -> new PaidRow(row.getLong("id"), row.getObject("paid_on", LocalDate.class), row.getBigDecimal("amount"),
                        PayMethod.valueOf(row.getString("method")), row.getString("masked_name"), row.getLong("claim_id"),
                        row.getString("project"), row.getLong("matter_id"), row.getString("code")))
                .list();
        return Page.of(rows, limit, row -> Cursor.encode(row.id()), null);
    }
}
