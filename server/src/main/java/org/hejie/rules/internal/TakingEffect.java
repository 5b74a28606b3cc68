package org.hejie.rules.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.hejie.rules.RulesTookEffect;
import org.hejie.rules.Trials;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes when a version's time has come and tells it once. Questions are answered by the version in force at the time of asking in any
 * case; this is for what must be done once, such as reckoning deadlines again.
 */
@Component
class TakingEffect {

    private static final Duration EVERY = Duration.ofSeconds(20);

    private final RuleRows rows;
    private final TrialRows tried;
    private final FirstVersions first;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakingEffect(RuleRows rows, TrialRows tried, FirstVersions first, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.tried = tried;
        this.first = first;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Looks whose time has come, whether there is a new set, and which trials nobody asks for any more. */
    @Transactional
    public void look() {
        first.keepNew();
        tried.dropOld(clock.instant().minus(Duration.ofDays(Trials.KEPT_DAYS)));
        for (var version : rows.takeEffect(clock.instant())) {
            rows.step(version.id(), "TOOK_EFFECT", clock.instant(), null, null);
            audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "RULES_TOOK_EFFECT").by(AuditActor.SYSTEM)
                    .on("rule-version", version.id()));
            events.publishEvent(new RulesTookEffect(version.set().kind(), version.set().name(), version.number()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Timer {

        @Bean
        RecurringTask<Void> rulesTakeEffect(TakingEffect taking) {
            return Tasks.recurring("rules-take-effect", FixedDelay.of(EVERY)).execute((task, context) -> taking.look());
        }
    }
}
