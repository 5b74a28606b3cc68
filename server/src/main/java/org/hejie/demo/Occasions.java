package org.hejie.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hejie.demo.Ground.Spot;
import org.hejie.joint.JointSession.Answer;
import org.hejie.joint.JointSessions;
import org.hejie.joint.MorningMeetings;
import org.hejie.joint.NewSession;
import org.hejie.joint.NewTask;
import org.hejie.matter.MatterId;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.matter.supervision.CardOrigin;
import org.hejie.matter.supervision.CardSearch;
import org.hejie.matter.supervision.Cards;
import org.hejie.matter.supervision.NewCard;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Post;
import org.hejie.org.UnitId;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A few cards, two joint sessions and a town's morning meeting, made this morning through the same doors as in the office. */
@Component
class Occasions {

    private static final Duration SOON = Duration.ofHours(2);

    private final Cards cards;
    private final JointSessions sessions;
    private final MorningMeetings meetings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Occasions(Cards cards, JointSessions sessions, MorningMeetings meetings, JdbcClient jdbc, TransactionTemplate transaction,
            Clock clock) {
        this.cards = cards;
        this.sessions = sessions;
        this.meetings = meetings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes them, unless an earlier start has. */
    void make(World world, Spot spot) {
        UnitId county = world.ground().county();
        Actor committee = seeing(world.roster().named("committee"), county);
        boolean there = !Actors.as(committee, () -> cards.list(new CardSearch(null, null, null, null, null, null, null, null, null,
                null), null, 1, false)).items().isEmpty();
        if (there) {
            return;
        }
        Actor dispatcher = seeing(world.roster().named("dispatcher"), county);
        cards(world, spot, committee);
        sessions(world, spot, dispatcher);
        meeting(world, spot);
    }

    private void cards(World world, Spot spot, Actor committee) {
        UnitId housing = world.ground().unit("housing");
        overdue(committee, housing).ifPresent(matter -> {
            long card = issue(committee, matter, housing, CardLevel.YELLOW, "超期未办结，群众再次来电");
            Actor clerk = seeing(world.roster().named("department"), housing);
            Actors.as(clerk, () -> cards.acknowledge(card, 1, clerk.staffId().orElseThrow()));
            Actors.as(clerk, () -> cards.reply(card, 2, "已约物业和住户本周五到场，当日办结。"));
        });
        overdue(committee, spot.center()).ifPresent(matter -> issue(committee, matter, spot.center(), CardLevel.RED, "超期且多次催办未果"));
        UnitId labour = world.ground().unit("labour");
        overdue(committee, labour).ifPresent(matter -> {
            long card = issue(committee, matter, labour, CardLevel.NOTICE, "临近发薪日，请抓紧核实");
            Actor clerk = seeing(world.roster().named("labour"), labour);
            Actors.as(clerk, () -> cards.acknowledge(card, 1, clerk.staffId().orElseThrow()));
            Actors.as(clerk, () -> cards.reply(card, 2, "台账已核实，企业承诺三日内发放。"));
            Actors.as(committee, () -> cards.accept(card, 3, "按承诺时间复核。"));
        });
    }

    private long issue(Actor committee, MatterId matter, UnitId unit, CardLevel level, String reason) {
        return Actors.as(committee, () -> cards.issue(matter,
                new NewCard(unit, level, CardOrigin.INSPECTION, reason, "请说明原因和办结时间。", null)));
    }

    private void sessions(World world, Spot spot, Actor dispatcher) {
        UnitId labour = world.ground().unit("labour");
        UnitId police = world.ground().unit("police");
        UnitId housing = world.ground().unit("housing");
        inHand(dispatcher, labour).ifPresent(matter -> {
            long session = call(dispatcher, matter, List.of(labour, police, spot.center()), "欠薪引发冲突，需共同到场", SOON);
            Actors.run(seeing(world.roster().named("labour"), labour), () -> sessions.answer(session, Answer.WILL_COME, null));
            Actors.run(seeing(world.roster().named("police"), police), () -> sessions.answer(session, Answer.SUBSTITUTE, "值班民警参加"));
        });
        inHand(dispatcher, housing).ifPresent(matter -> {
            long session = call(dispatcher, matter, List.of(housing, spot.center()), "责任不清，需会商分工", Duration.ZERO);
            Actors.run(dispatcher, () -> sessions.arrived(session, housing, "住建局经办人（演示）", Times.kept(clock.instant())));
            Actors.run(dispatcher, () -> sessions.absent(session, spot.center()));
            Actors.run(dispatcher, () -> sessions.opinion(session, housing, "物业维修由我局督促，公共区域清理请属地配合。", false));
            Actors.as(dispatcher, () -> sessions.task(session, NewTask.of(housing.value(), null, "督促物业三日内维修", "3wd", null)));
            Actors.as(dispatcher, () -> sessions.minutes(session, 1, "问：谁负责维修？\n答：物业维修，住建局督促。\n结论：三个工作日内完成，属地配合清理。"));
        });
    }

    private long call(Actor dispatcher, MatterId matter, List<UnitId> units, String reason, Duration ahead) {
        return Actors.as(dispatcher, () -> sessions.call(matter,
                new NewSession(units, reason, clock.instant().plus(ahead), "县综治中心三号会商室")));
    }

    private void meeting(World world, Spot spot) {
        Actor director = seeing(world.roster().named("town-director"), spot.center());
        long meeting = Actors.as(director, meetings::begin);
        overdue(director, spot.center()).ifPresent(matter -> Actors.as(director, () -> meetings.decide(meeting, matter,
                NewTask.of(spot.center().value(), null, "今日内联系双方，约定调解时间", "1wd", null))));
        Actors.as(director, () -> meetings.minutes(meeting, 1, "逐件过了超期和退回事项，决定见上。"));
    }

    private Optional<MatterId> overdue(Actor reader, UnitId lead) {
        return one(reader, lead, "due_at < :now");
    }

    private Optional<MatterId> inHand(Actor reader, UnitId lead) {
        return one(reader, lead, "due_at >= :now");
    }

    /** The first such matter in the unit's hands. */
    private Optional<MatterId> one(Actor reader, UnitId lead, String due) {
        Instant now = clock.instant();
        Optional<MatterId> found = Actors.as(reader, () -> transaction.execute(status -> jdbc.sql(
                "select id from matter.matter where lead_unit = :lead and status = 'IN_PROGRESS' and not never_mediate and " + due
                        + " order by id limit 1")
                .param("lead", lead.value()).param("now", Times.utc(now)).query((row, number) -> new MatterId(row.getLong(1))).optional()));
        return found == null ? Optional.empty() : found;
    }

    /** The same person with the scope of his post. */
    static Actor seeing(Actor actor, UnitId scope) {
        Post post = actor.activePost();
        if (post == null) {
            throw new IllegalStateException("the roster holds people at posts");
        }
        return Actor.staff(post.holder(), actor.displayName(),
                new Post(post.id(), post.holder(), post.role(), post.unit(), scope, post.from(), post.to()));
    }
}
