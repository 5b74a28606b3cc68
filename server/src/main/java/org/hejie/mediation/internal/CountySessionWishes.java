package org.hejie.mediation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterId;
import org.hejie.mediation.MediationSessionRow;
import org.hejie.mediation.MediationSessionRow.Kind;
import org.hejie.mediation.MediationSessionRow.State;
import org.hejie.mediation.MediationSessions;
import org.hejie.mediation.NewMediationSession;
import org.hejie.mediation.SessionWish.Answer;
import org.hejie.mediation.SessionWish.Decision;
import org.hejie.mediation.SessionWish.Reason;
import org.hejie.mediation.SessionWishes;
import org.hejie.mediation.internal.SittingStore.Sitting;
import org.hejie.notify.NewNotice;
import org.hejie.notify.NoticeEvent;
import org.hejie.notify.Notices;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Says with the resident's key for one matter; decides with the mediator's. */
@Service
class CountySessionWishes implements SessionWishes {

    private static final Duration FARTHEST = Duration.ofDays(180);

    private final WishStore wishes;
    private final SittingStore sittings;
    private final CaseStore cases;
    private final CaseReader reader;
    private final MediationSessions sessions;
    private final MatterChronicle chronicle;
    private final Notices notices;
    private final Units units;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CountySessionWishes(WishStore wishes, SittingStore sittings, CaseStore cases, CaseReader reader, MediationSessions sessions,
            MatterChronicle chronicle, Notices notices, Units units, TransactionTemplate transaction, Clock clock) {
        this.wishes = wishes;
        this.sittings = sittings;
        this.cases = cases;
        this.reader = reader;
        this.sessions = sessions;
        this.chronicle = chronicle;
        this.notices = notices;
        this.units = units;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void say(MatterId followed, long session, Answer answer, @Nullable Instant proposedAt, @Nullable Reason reason) {
        NewNotice notice = Actors.as(Actor.resident(followed.value()), () -> transaction.execute(status ->
                said(followed, session, answer, proposedAt, reason)));
        if (answer == Answer.MOVE) {
            Actors.run(Actor.system("session-wishes", List.of(units.county().id().value())),
                    () -> transaction.executeWithoutResult(status -> notices.tell(notice)));
        }
    }

    private NewNotice said(MatterId followed, long session, Answer answer, @Nullable Instant proposedAt, @Nullable Reason reason) {
        cases.take(followed);
        Sitting sitting = sittings.read(session).filter(found -> found.kind() != Kind.PRIVATE && found.one().matter().equals(followed))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        Case one = sitting.one();
        Instant now = clock.instant();
        if (sitting.state() != State.PLANNED || !sitting.startsAt().isAfter(now)) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
        boolean move = answer == Answer.MOVE;
        new Problem.Fields()
                .reject(move && proposedAt == null, "proposedAt", "REQUIRED")
                .reject(move && reason == null, "reason", "REQUIRED")
                .reject(move && proposedAt != null && !proposedAt.isAfter(now), "proposedAt", "PAST")
                .reject(move && proposedAt != null && proposedAt.isAfter(now.plus(FARTHEST)), "proposedAt", "RANGE")
                .reject(move && sitting.startsAt().equals(proposedAt), "proposedAt", "UNCHANGED").done();
        wishes.decide(session, Decision.TAKEN_BACK, null, now, null);
        wishes.insert(session, answer, move ? proposedAt : null, move ? reason : null, now);
        write(one, move ? "MOVE_ASKED" : "SUITS", session);
        MediationSessionRow row = reader.oneSession(session).orElseThrow();
        return new NewNotice(NoticeEvent.SESSION_MOVE_ASKED, row.matterCode(), "/mediation-sessions/" + session,
                new UnitId(cases.committeeUnit(one.committee())), Set.of(Role.MEDIATOR, Role.DISPATCHER, Role.TOWN_DIRECTOR), null,
                "SESSION_MOVE_ASKED-" + session + "-" + now.toEpochMilli());
    }

    private void write(Case one, String reason, long session) {
        chronicle.write(one.matter(), new Happening(MatterAction.PLAN_MEDIATION, reason, null,
                Map.of("mediation", one.id(), "mediationSession", session)));
    }

    @Override
    @Transactional
    public long move(long session, Instant startsAt, @Nullable Integer roomId) {
        Sitting sitting = sittings.lock(session).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)).sitting();
        MediationSessionRow row = reader.oneSession(session).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        sessions.cancel(session, "当事人请求改期");
        boolean inRoom = row.roomId() != null;
        Integer room = inRoom && roomId != null ? roomId : row.roomId();
        boolean apart = inRoom && sittings.twoDoors(row.roomId()).orElse(false) && room.equals(row.roomId());
        long moved = sessions.plan(sitting.mediation(), new NewMediationSession(row.kind(), sitting.party(), startsAt,
                startsAt.plus(Duration.between(row.startsAt(), row.endsAt())), room, row.place(), apart));
        decided(session, Decision.MOVED, moved);
        return moved;
    }

    @Override
    @Transactional
    public void keep(long session) {
        Sitting sitting = sittings.lock(session).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)).sitting();
        Case one = sitting.one();
        Powers.requireKeeping(one);
        decided(session, Decision.KEPT, null);
        write(one, "MOVE_KEPT", session);
    }

    private void decided(long session, Decision decision, @Nullable Long movedTo) {
        if (!wishes.decide(session, decision, movedTo, clock.instant(), Powers.self())) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
    }
}
