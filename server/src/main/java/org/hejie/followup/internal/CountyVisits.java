package org.hejie.followup.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hejie.followup.DueVisit;
import org.hejie.followup.NewVisit;
import org.hejie.followup.VisitMode;
import org.hejie.followup.Visits;
import org.hejie.matter.Act;
import org.hejie.matter.Evaluation;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps visits in the transaction that moves their matter. */
@Service
class CountyVisits implements Visits {

    private static final int WEEK = 6;

    /** Face to face for red risk, domestic violence, and what was agreed and is not performed: domain.md §5.2. */
    private static final String IN_PERSON = """
            (m.red_risk or m.never_mediate
             or m.result_kind in ('AGREEMENT_WRITTEN', 'AGREEMENT_ORAL') and m.performed_at is null)""";

    private final JdbcClient jdbc;
    private final Matters matters;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate nested;

    CountyVisits(JdbcClient jdbc, Matters matters, Ids ids, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.ids = ids;
        this.clock = clock;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    private record Facts(boolean inPerson, @Nullable Instant closedAt) {
    }

    @Override
    @Transactional(readOnly = true)
    public Page<DueVisit> due(Due due, @Nullable String cursor, int limit) {
        LocalDate today = Times.dateOf(clock.instant());
        Cursors.Day after = Cursors.day(cursor);
        List<DueVisit> rows = jdbc.sql("""
                select m.id, m.code, m.title, m.status, p.key, p.due_on, m.closed_at, m.version, %s as in_person
                  from followup.plan p
                  join matter.matter m on m.id = p.matter_id
                 where p.visit_id is null and p.dropped_at is null and p.due_on between :from and :to
                   and (p.due_on, p.matter_id) > (:day, :id) and m.closed_at = p.closed_at
                 order by p.due_on, p.matter_id
                 limit :rows
                """.formatted(IN_PERSON))
                .param("from", due == Due.TODAY ? today : LocalDate.EPOCH)
                .param("to", switch (due) {
                    case TODAY -> today;
                    case OVERDUE -> today.minusDays(1);
                    case WEEK -> today.plusDays(WEEK);
                })
                .param("day", after.on()).param("id", after.id()).param("rows", limit + 1)
                .query((row, number) -> {
                    LocalDate on = row.getObject("due_on", LocalDate.class);
                    return new DueVisit(row.getLong("id"), row.getString("code"), row.getString("title"), row.getString("status"),
                            row.getString("key"), on, on.isBefore(today), row.getBoolean("in_person"),
                            row.getObject("closed_at", OffsetDateTime.class).toInstant(), row.getInt("version"));
                }).list();
        return Page.of(rows, limit, row -> Cursor.encode(row.dueOn(), row.id()), null);
    }

    @Override
    @Transactional
    public Matters.Standing make(MatterId id, int seen, NewVisit visit) {
        Facts facts = jdbc.sql("select " + IN_PERSON + " as in_person, m.closed_at from matter.matter m where m.id = :id")
                .param("id", id.value())
                .query((row, number) -> new Facts(row.getBoolean("in_person"),
                        Times.instant(row.getObject("closed_at", OffsetDateTime.class))))
                .optional().orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        check(visit, facts);
        Matters.Standing after = matters.act(id, seen, new Act.Visit(visit.relapse(), visit.opinion()));
        keep(id, visit);
        if (visit.relapse() || visit.satisfaction() == Evaluation.DISSATISFIED) {
            return reopened(after, visit.relapse() ? "RELAPSE" : "DISSATISFIED");
        }
        return after;
    }

    private void check(NewVisit visit, Facts facts) {
        if (visit.doneOn().isAfter(Times.dateOf(clock.instant()))) {
            throw Problem.field("doneOn", "FUTURE");
        }
        if (facts.closedAt() != null && visit.doneOn().isBefore(Times.dateOf(facts.closedAt()))) {
            throw Problem.field("doneOn", "BEFORE_CLOSING");
        }
        if (facts.inPerson() && visit.mode() != VisitMode.FACE_TO_FACE) {
            throw Problem.of(ProblemType.RULE_REFUSED, "VISIT_IN_PERSON");
        }
    }

    private void keep(MatterId id, NewVisit visit) {
        long visitId = ids.next();
        jdbc.sql("""
                insert into followup.visit (id, matter_id, done_on, mode, fulfilled, satisfaction, relapse, opinion, visited_by,
                                            recorded_at)
                values (:visit, :id, :on, :mode, :fulfilled, :satisfaction, :relapse, :opinion, :by, :now)
                """)
                .param("visit", visitId).param("id", id.value()).param("on", visit.doneOn()).param("mode", visit.mode().name())
                .param("fulfilled", visit.fulfilled()).param("satisfaction", visit.satisfaction().name())
                .param("relapse", visit.relapse()).param("opinion", visit.opinion())
                .param("by", Actors.current().staffId().map(staff -> staff.value()).orElse(null))
                .param("now", Times.utc(clock.instant()))
                .update();
        jdbc.sql("""
                update followup.plan set visit_id = :visit
                 where (matter_id, closed_at, key) in (
                       select p.matter_id, p.closed_at, p.key from followup.plan p
                        where p.matter_id = :id and p.visit_id is null and p.dropped_at is null
                        order by p.due_on limit 1)
                """).param("visit", visitId).param("id", id.value()).update();
    }

    /** Reopens where the procedure lets the system; a procedure that does not leaves it to a person. */
    private Matters.Standing reopened(Matters.Standing visited, String reason) {
        try {
            Actor system = Actor.system("reopening", Actors.current().scopeKeys());
            return Actors.as(system, () -> nested.execute(status ->
                    matters.act(visited.id(), visited.version(), new Act.Reopen(reason, null))));
        } catch (Problem refused) {
            return visited;
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Made> of(MatterId matter) {
        return jdbc.sql("""
                select id, done_on, mode, fulfilled, satisfaction, relapse, opinion
                  from followup.visit
                 where matter_id = :id
                 order by done_on desc, id desc
                """).param("id", matter.value())
                .query((row, number) -> new Made(row.getLong("id"), new NewVisit(row.getObject("done_on", LocalDate.class),
                        VisitMode.valueOf(row.getString("mode")), row.getObject("fulfilled", Boolean.class),
                        Evaluation.valueOf(row.getString("satisfaction")), row.getBoolean("relapse"), row.getString("opinion"))))
                .list();
    }
}
