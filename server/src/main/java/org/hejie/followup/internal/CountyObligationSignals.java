package org.hejie.followup.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.hejie.followup.ObligationSignal;
import org.hejie.followup.ObligationSignals;
import org.hejie.followup.VisitMode;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterId;
import org.hejie.mediation.ObligationDefaulted;
import org.hejie.mediation.ObligationMadeGood;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.StaffId;
import org.hejie.org.Units;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes note of what was not kept and of the visits made for it. Hearing of one twice is the same as once. */
@Service
class CountyObligationSignals implements ObligationSignals {

    private static final String ROWS = """
            select s.id, s.matter_id, m.code, m.title, s.agreement_id, s.position, s.raised_at, s.visit_due_on, s.settled_at, s.visited_on,
                   s.mode, s.finding, s.opinion, s.staff_id
              from followup.obligation_signal s
              join matter.matter m on m.id = s.matter_id
            """;

    private final JdbcClient jdbc;
    private final MatterChronicle chronicle;
    private final Units units;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Lock one = new ReentrantLock();
    private final int visitWithin;

    /** @param visitWithin days until somebody has been there; no law says how many (to be verified on site) */
    CountyObligationSignals(JdbcClient jdbc, MatterChronicle chronicle, Units units, Ids ids, Clock clock, TransactionTemplate transaction,
            @Value("${hejie.followup.days-to-visit-a-default:3}") int visitWithin) {
        this.jdbc = jdbc;
        this.chronicle = chronicle;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
        this.visitWithin = visitWithin;
    }

    @Async
    @TransactionalEventListener
    void on(ObligationDefaulted news) {
        asSystem(() -> jdbc.sql("""
                insert into followup.obligation_signal (id, matter_id, agreement_id, position, staff_id, raised_at, visit_due_on, version)
                values (:id, :matter, :agreement, :position, :staff, :at, :due, 1)
                on conflict (agreement_id, position) do nothing
                """)
                .param("id", ids.next()).param("matter", news.matter().value()).param("agreement", news.agreement())
                .param("position", news.position()).param("staff", news.mediator()).param("at", Times.utc(news.at()))
                .param("due", Times.dateOf(news.at()).plusDays(visitWithin)).update());
    }

    @Async
    @TransactionalEventListener
    void on(ObligationMadeGood news) {
        asSystem(() -> jdbc.sql("""
                update followup.obligation_signal set settled_at = :at, version = version + 1
                 where agreement_id = :agreement and position = :position and settled_at is null
                """).param("at", Times.utc(news.at())).param("agreement", news.agreement()).param("position", news.position()).update());
    }

    /** One at a time: a round of the mediations may tell of hundreds, which together would take every connection there is. */
    private void asSystem(Runnable work) {
        one.lock();
        try {
            Actors.run(Actor.system("obligation-signals", List.of(units.county().id().value())),
                    () -> transaction.executeWithoutResult(status -> work.run()));
        } finally {
            one.unlock();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ObligationSignal> open(boolean mine, @Nullable String cursor, int limit) {
        Cursors.Day after = Cursors.day(cursor);
        List<ObligationSignal> rows = jdbc.sql(ROWS + """
                 where s.visited_on is null and s.settled_at is null and (:own::bigint is null or s.staff_id = :own)
                   and (s.visit_due_on, s.id) > (:day, :id)
                 order by s.visit_due_on, s.id
                 limit :rows
                """).param("own", mine ? self() : null).param("day", after.on()).param("id", after.id()).param("rows", limit + 1)
                .query(this::row).list();
        return Page.of(rows, limit, row -> Cursor.encode(row.visitDueOn(), row.id()), null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ObligationSignal> of(MatterId matter) {
        return jdbc.sql(ROWS + " where s.matter_id = :id order by s.id desc").param("id", matter.value()).query(this::row).list();
    }

    private ObligationSignal row(ResultSet row, int number) throws SQLException {
        LocalDate due = row.getObject("visit_due_on", LocalDate.class);
        LocalDate visited = row.getObject("visited_on", LocalDate.class);
        Instant settled = Times.instant(row.getObject("settled_at", OffsetDateTime.class));
        return new ObligationSignal(row.getLong("id"), new MatterId(row.getLong("matter_id")), row.getString("code"), row.getString("title"),
                row.getLong("agreement_id"), row.getInt("position"), row.getObject("raised_at", OffsetDateTime.class).toInstant(), due,
                visited == null && settled == null && due.isBefore(today()), settled,
                visited == null ? null : new ObligationVisit(visited, VisitMode.valueOf(row.getString("mode")),
                        Finding.valueOf(row.getString("finding")), row.getString("opinion")));
    }

    private record Standing(MatterId matter, long agreement, int position, @Nullable Long staff, LocalDate raisedOn, boolean visited) {
    }

    @Override
    @Transactional
    public void visit(long id, ObligationVisit visit) {
        Standing standing = jdbc.sql("""
                select matter_id, agreement_id, position, staff_id, raised_at, visited_on is not null
                  from followup.obligation_signal where id = :id for no key update
                """).param("id", id)
                .query((row, number) -> new Standing(new MatterId(row.getLong(1)), row.getLong(2), row.getInt(3), row.getObject(4, Long.class),
                        Times.dateOf(row.getObject(5, OffsetDateTime.class).toInstant()), row.getBoolean(6)))
                .optional().orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        allowed(standing.staff());
        if (standing.visited()) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
        new Problem.Fields().reject(visit.doneOn().isAfter(today()), "doneOn", "FUTURE")
                .reject(visit.doneOn().isBefore(standing.raisedOn()), "doneOn", "BEFORE_DEFAULT").done();
        jdbc.sql("""
                update followup.obligation_signal
                   set visited_on = :on, mode = :mode, finding = :finding, opinion = :opinion, visited_by = :by, recorded_at = :now,
                       version = version + 1
                 where id = :id
                """).param("on", visit.doneOn()).param("mode", visit.mode().name()).param("finding", visit.finding().name())
                .param("opinion", visit.opinion()).param("by", self()).param("now", Times.utc(clock.instant())).param("id", id).update();
        chronicle.write(standing.matter(), new Happening(MatterAction.RECORD_OBLIGATION, "VISITED_" + visit.finding(), visit.opinion(),
                Map.of("agreement", standing.agreement(), "position", standing.position(), "signal", id)));
    }

    /** Whoever handles or dispatches the matter, and the mediator. */
    private static void allowed(@Nullable Long mediator) {
        Actor actor = Actors.current();
        if (!actor.may(Permission.MATTER_HANDLE) && !actor.may(Permission.MATTER_DISPATCH) && !Objects.equals(self(), mediator)) {
            throw Problem.of(ProblemType.FORBIDDEN, "OBLIGATION_VISIT");
        }
    }

    private static @Nullable Long self() {
        return Actors.current().staffId().map(StaffId::value).orElse(null);
    }

    private LocalDate today() {
        return Times.dateOf(clock.instant());
    }
}
