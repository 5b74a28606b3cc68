package org.hejie.matter.supervision.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.matter.supervision.CardBatch.CardBatchOutcome;
import org.hejie.matter.supervision.CardBatch.CardOnMatter;
import org.hejie.matter.supervision.CardBatch.CardRefusal;
import org.hejie.matter.supervision.CardBatch;
import org.hejie.matter.supervision.NewCard;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Issues cards one matter after the other, each in a transaction of its own, so that a refusal stops nobody else's. */
@Component
class CardBatches {

    private final JdbcClient jdbc;
    private final CardStore store;
    private final Issuing issuing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CardBatches(JdbcClient jdbc, CardStore store, Issuing issuing, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.issuing = issuing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws Problem INVALID_FIELDS: {@code replyBy}, before any is issued */
    CardBatchOutcome issue(CardBatch batch) {
        if (batch.replyBy() != null) {
            Issuing.endOf(batch.replyBy(), clock.instant());
        }
        List<CardOnMatter> issued = new ArrayList<>();
        List<CardRefusal> refused = new ArrayList<>();
        for (MatterId matter : batch.matters()) {
            try {
                issued.add(transaction.execute(status -> one(matter, batch)));
            } catch (Problem problem) {
                refused.add(new CardRefusal(matter.value(), code(problem)));
            }
        }
        return new CardBatchOutcome(issued, refused);
    }

    private static String code(Problem problem) {
        if (!problem.errors().isEmpty()) {
            return problem.errors().getFirst().code();
        }
        return problem.reasonCode() == null ? problem.type().name() : problem.reasonCode();
    }

    private CardOnMatter one(MatterId matter, CardBatch batch) {
        NewCard card = batch.to(leadOf(matter));
        store.lock(matter);
        if (isOpen(matter, card)) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "HAS_OPEN_CARD");
        }
        return new CardOnMatter(matter.value(), issuing.issue(Issuing.Order.byHand(matter, card)), card.unit().value());
    }

    private UnitId leadOf(MatterId matter) {
        return jdbc.sql("select id, lead_unit from matter.matter where id = :id").param("id", matter.value())
                .query((row, number) -> row.getObject("lead_unit", Long.class) == null ? List.<UnitId>of()
                        : List.of(new UnitId(row.getLong("lead_unit"))))
                .optional().orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)).stream().findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.RULE_REFUSED, "NO_LEAD_UNIT"));
    }

    /** What is asked for already need not be asked twice, also when the same batch is sent again. */
    private boolean isOpen(MatterId matter, NewCard card) {
        return jdbc.sql("""
                select exists (select from matter.card
                                where matter_id = :matter and unit_id = :unit and level = :level
                                  and state not in ('ACCEPTED', 'RECALLED'))
                """)
                .param("matter", matter.value()).param("unit", card.unit().value()).param("level", card.level().name())
                .query(Boolean.class).single();
    }
}
