package org.hejie.mediation.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterId;
import org.hejie.mediation.ObligationDefaulted;
import org.hejie.notify.NewNotice;
import org.hejie.notify.NoticeEvent;
import org.hejie.notify.Notices;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at what is owed: a reminder three days before, a default the day after. Source: domain.md §5.3 (obligation due −3 d). */
@Component
class PerformanceRounds {

    private static final int AHEAD = 3;

    private final JdbcClient jdbc;
    private final Units units;
    private final Notices notices;
    private final MatterChronicle chronicle;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PerformanceRounds(JdbcClient jdbc, Units units, Notices notices, MatterChronicle chronicle, ApplicationEventPublisher events,
            TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.notices = notices;
        this.chronicle = chronicle;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** When they are made. */
    @Configuration(proxyBeanMethods = false)
    static class Timing {

        @Bean
        RecurringTask<Void> mediationPerformance(PerformanceRounds rounds) {
            return Tasks.recurring("mediation-performance", FixedDelay.of(Duration.ofMinutes(10))).execute((task, context) -> rounds.go());
        }
    }

    private record Owed(long id, long agreement, int position, MatterId matter, String code, @Nullable Long mediator, long unit) {
    }

    /** Goes round once; safe to run twice. */
    void go() {
        Actors.run(Actor.system("mediation-performance", List.of(units.county().id().value())), () -> transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            LocalDate today = Times.dateOf(now);
            owed("o.reminded_at is null and o.due_on <= :until and o.due_on >= :today", today.plusDays(AHEAD), today)
                    .forEach(one -> remind(one, now));
            owed("o.due_on < :today and o.due_on <= :until", today, today).forEach(one -> fail(one, now));
        }));
    }

    /** Locked with their matters, the matter first as everywhere; whom somebody is at work on waits for the next round. */
    private List<Owed> owed(String which, LocalDate until, LocalDate today) {
        return jdbc.sql("""
                select o.id, o.agreement_id, o.position, c.matter_id, m.code, c.staff_id, k.unit_id
                  from mediation.obligation o
                  join mediation.agreement a on a.id = o.agreement_id and a.state = 'SIGNED'
                  join mediation.mediation c on c.id = a.mediation_id
                  join matter.matter m on m.id = c.matter_id
                  join mediation.committee k on k.id = c.committee_id
                 where o.status = 'DUE' and """ + " " + which + " order by o.id limit 1000 for no key update of m, o skip locked").param("until", until)
                .param("today", today)
                .query((row, number) -> new Owed(row.getLong(1), row.getLong(2), row.getInt(3), new MatterId(row.getLong(4)), row.getString(5),
                        row.getObject(6, Long.class), row.getLong(7))).list();
    }

    private void remind(Owed one, Instant now) {
        jdbc.sql("update mediation.obligation set reminded_at = :at where id = :id").param("at", Times.utc(now)).param("id", one.id()).update();
        tell(NoticeEvent.OBLIGATION_NEAR, one);
    }

    private void fail(Owed one, Instant now) {
        jdbc.sql("update mediation.obligation set status = 'DEFAULTED' where id = :id").param("id", one.id()).update();
        chronicle.write(one.matter(), new Happening(MatterAction.RECORD_OBLIGATION, "DEFAULTED", null,
                Map.of("agreement", one.agreement(), "position", one.position())));
        events.publishEvent(new ObligationDefaulted(one.matter(), one.agreement(), one.position(), one.mediator(), now));
        tell(NoticeEvent.OBLIGATION_DEFAULTED, one);
    }

    private void tell(NoticeEvent event, Owed one) {
        notices.tell(new NewNotice(event, one.code(), "/agreements/" + one.agreement(), new UnitId(one.unit()),
                Set.of(Role.MEDIATOR, Role.DISPATCHER, Role.TOWN_DIRECTOR), null, event.name() + "-" + one.id()));
    }
}
