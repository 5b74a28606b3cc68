package org.hejie.mediation.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hejie.mediation.SessionWish;
import org.hejie.mediation.SessionWish.Answer;
import org.hejie.mediation.SessionWish.Decision;
import org.hejie.mediation.SessionWish.Reason;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what residents say of sessions. */
@Component
class WishStore {

    private final JdbcClient jdbc;
    private final Ids ids;

    WishStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    private record Of(long session, SessionWish wish) {
    }

    /** The latest of each session of the mediation that has one. */
    Map<Long, SessionWish> latest(long mediation) {
        return jdbc.sql("""
                select distinct on (w.session_id) w.session_id, w.id, w.answer, w.proposed_at, w.reason, w.said_at, w.decision
                  from mediation.session_wish w
                  join mediation.session s on s.id = w.session_id
                 where s.mediation_id = :id
                 order by w.session_id, w.id desc
                """).param("id", mediation)
                .query((row, number) -> new Of(row.getLong(1), new SessionWish(row.getLong(2), Answer.valueOf(row.getString(3)),
                        Times.instant(row.getObject(4, OffsetDateTime.class)), row.getString(5) == null ? null : Reason.valueOf(row.getString(5)),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7) == null ? null : Decision.valueOf(row.getString(7))))).list()
                .stream().collect(Collectors.toMap(Of::session, Of::wish, (a, b) -> a));
    }

    Optional<SessionWish> latest(long mediation, long session) {
        return Optional.of(latest(mediation)).map(all -> all.get(session));
    }

    void insert(long session, Answer answer, @Nullable Instant proposedAt, @Nullable Reason reason, Instant at) {
        jdbc.sql("""
                insert into mediation.session_wish (id, session_id, answer, proposed_at, reason, said_at)
                values (:id, :session, :answer, :proposed, :reason, :at)
                """).param("id", ids.next()).param("session", session).param("answer", answer.name())
                .param("proposed", Times.utc(proposedAt)).param("reason", reason == null ? null : reason.name()).param("at", Times.utc(at)).update();
    }

    /** Whether there was one to decide. @param by null for the resident himself */
    boolean decide(long session, Decision decision, @Nullable Long movedTo, Instant at, @Nullable Long by) {
        return jdbc.sql("""
                update mediation.session_wish set decision = :decision, decided_at = :at, decided_by = :by, moved_to = :to
                 where session_id = :session and answer = 'MOVE' and decision is null
                """).param("decision", decision.name()).param("at", Times.utc(at)).param("by", by).param("to", movedTo)
                .param("session", session).update() == 1;
    }
}
