package org.hejie.intake.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hejie.intake.LineDay;
import org.hejie.matter.SourceLine;
import org.hejie.notify.NewNotice;
import org.hejie.notify.NoticeEvent;
import org.hejie.notify.Notices;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the dispatchers of gaps and of days that changed behind a signature, each state of a day once. A list that the line
 * has only just given is left alone for a while: what it names may still be on its way.
 */
@Component
class ReconciliationWatch {

    private static final int DAYS = 31;
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

    private final CountyReconciliation reconciliation;
    private final StatementRows statements;
    private final Notices notices;
    private final Units units;
    private final LineScope scope;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReconciliationWatch(CountyReconciliation reconciliation, StatementRows statements, Notices notices, Units units, Clock clock,
            PlatformTransactionManager transactions) {
        this.reconciliation = reconciliation;
        this.statements = statements;
        this.notices = notices;
        this.units = units;
        this.scope = new LineScope(units);
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Looks through the days of which a line or a person has said something. Answers how many were told. */
    int look() {
        if (units.all().isEmpty()) {
            return 0;
        }
        return Actors.as(Actor.system("reconciliation", List.of(units.county().id().value())), () -> {
            int told = 0;
            for (SourceLine line : SourceLine.values()) {
                told += transaction.execute(status -> look(line));
            }
            return told;
        });
    }

    private int look(SourceLine line) {
        int told = 0;
        for (LocalDate day : statements.days(line, Times.dateOf(clock.instant()).minusDays(DAYS))) {
            LineDay found = reconciliation.reckon(line, day);
            told += switch (found.state()) {
                case OPEN -> found.figures().missing() > 0 && !fresh(found) && tell(found, NoticeEvent.LINE_GAP, "GAP") ? 1 : 0;
                case CHANGED -> tell(found, NoticeEvent.LINE_CHANGED, "CHANGED") ? 1 : 0;
                case SIGNED -> 0;
            };
        }
        return told;
    }

    private boolean fresh(LineDay day) {
        return day.statement() != null && day.statement().at().plus(ON_ITS_WAY).isAfter(clock.instant());
    }

    private boolean tell(LineDay day, NoticeEvent event, String kind) {
        boolean first = statements.tell(day.line(), day.day(), kind, day.figures().told(), clock.instant(), scope.keys(day.line()));
        if (first) {
            String subject = day.line().slug() + " " + day.day();
            notices.tell(new NewNotice(event, subject, "/reconciliation/" + day.line().slug() + "/" + day.day(), units.countyCenter().id(),
                    Set.of(Role.DISPATCHER, Role.CENTER_DIRECTOR), null, null));
        }
        return first;
    }

    /** When days are looked at. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        private static final Duration EVERY = Duration.ofMinutes(5);

        @Bean
        RecurringTask<Void> reconciliationLook(ReconciliationWatch watch) {
            return Tasks.recurring("intake-reconciliation", FixedDelay.of(EVERY)).execute((task, context) -> watch.look());
        }
    }
}
