package org.hejie.matter.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hejie.matter.MatterMoved;
import org.hejie.notify.Live;
import org.hejie.notify.NewNotice;
import org.hejie.notify.NoticeEvent;
import org.hejie.notify.Notices;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the people of a unit what has come to them, and all pages that the lists have changed. Source: domain.md §5.3. */
@Component
class MatterNotices {

    /** One day before it falls due. */
    private static final Duration NEAR = Duration.ofDays(1);
    private static final int BATCH = 1_000;

    private final Notices notices;
    private final Live live;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MatterNotices(Notices notices, Live live, Units units, JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.notices = notices;
        this.live = live;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** In the transaction of the move. */
    @EventListener
    void on(MatterMoved moved) {
        live.changed(Live.MATTERS);
        if (moved.from() == moved.to()) {
            return;
        }
        switch (moved.to()) {
            case ASSIGNED -> {
                if (moved.lead() != null) {
                    tell(NoticeEvent.DISPATCHED, moved, new UnitId(moved.lead()), Set.of());
                }
            }
            case TRIAGED -> tell(NoticeEvent.RETURNED, moved, units.countyCenter().id(), Set.of(Role.DISPATCHER));
            case ADJUDICATION -> tell(NoticeEvent.ADJUDICATION, moved, units.countyCenter().id(), Set.of(Role.CENTER_DIRECTOR));
            case REOPENED -> tell(NoticeEvent.REOPENED, moved, units.countyCenter().id(), Set.of(Role.DISPATCHER));
            case REGISTERED, ACCEPTED, IN_PROGRESS, SUSPENDED, EXT_PENDING, RESULT_SUBMITTED, CLOSED, REVISIT, EVALUATED, ARCHIVED,
                    REJECTED, GUIDED, TRANSFERRED_OUT, WITHDRAWN, MERGED -> { }
        }
    }

    /** The lists have changed though no matter moved. */
    void changed() {
        live.changed(Live.MATTERS);
    }

    /** Tells the unit in whose hands the matter is. */
    void tellOfRedRisk(Matter matter) {
        tell(NoticeEvent.RED_RISK, matter.id.value(), matter.code.value(),
                new UnitId(matter.leadUnit == null ? matter.homeUnit : matter.leadUnit), Set.of(),
                Actors.current().staffId().orElse(null), null);
    }

    private void tell(NoticeEvent event, MatterMoved moved, UnitId at, Set<Role> roles) {
        StaffId by = Actors.present() ? Actors.current().staffId().orElse(null) : null;
        tell(event, moved.id().value(), moved.code().value(), at, roles, by, null);
    }

    private void tell(NoticeEvent event, long matter, String code, UnitId at, Set<Role> roles, @Nullable StaffId by, @Nullable String once) {
        notices.tell(new NewNotice(event, code, "/matters/" + matter, at, roles, by, once));
    }

    private record Near(long matter, String code, long unit, String limit) {
    }

    /** Tells of limits of handling that run out within a day, each once. Answers for how many it looked. */
    int tellOfDeadlines() {
        if (units.all().isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        return Actors.as(Actor.system("deadline-notices", List.of(units.county().id().value())), () -> transaction.execute(status -> {
            List<Near> near = jdbc.sql("""
                    select m.id as matter, m.code, coalesce(m.lead_unit, m.home_unit) as unit,
                           c.run || '/' || to_char(c.due_at, 'YYYYMMDDHH24MISS') as limit
                      from matter.clock c
                      join matter.matter m on m.id = c.matter_id
                     where c.stopped_at is null and c.paused_at is null and c.due_at >= :now and c.due_at < :until
                       and c.key = 'handle' and coalesce(m.lead_unit, m.home_unit) is not null
                       and m.open and case when m.due_at is null then 'infinity' else m.due_at end < :until
                     order by c.due_at
                     limit :batch
                    """).param("now", Times.utc(now)).param("until", Times.utc(now.plus(NEAR))).param("batch", BATCH)
                    .query(Near.class).list();
            near.forEach(one -> tell(NoticeEvent.DEADLINE_NEAR, one.matter(), one.code(), new UnitId(one.unit()), Set.of(), null,
                    one.matter() + "/" + one.limit()));
            return near.size();
        }));
    }
}
