package org.hejie.matter.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterOnce;
import org.hejie.matter.Registered;
import org.hejie.org.Actors;
import org.hejie.shared.Times;
import org.hejie.shared.crypto.Sm3;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers which key made which matter, in the transaction that made it. */
@Service
class KeyedRegistration implements RegisterOnce {

    private final Matters matters;
    private final Doors doors;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeyedRegistration(Matters matters, Doors doors, JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.matters = matters;
        this.doors = doors;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Registered register(@Nullable String key, RegisterMatter matter) {
        if (key == null) {
            return matters.register(matter);
        }
        if (key.length() < 8 || key.length() > 100) {
            throw Problem.field("Idempotency-Key", "LENGTH");
        }
        byte[] content = Sm3.hash(matter.toString().getBytes(StandardCharsets.UTF_8));
        return transaction.execute(status -> known(key, content)).or(() -> {
            try {
                return Optional.of(transaction.execute(status -> remember(key, content, matters.register(matter))));
            } catch (DuplicateKeyException twin) {
                return transaction.execute(status -> known(key, content));
            }
        }).orElseThrow(() -> Problem.of(ProblemType.ALREADY_EXISTS));
    }

    private record Known(long matter, byte[] content) {
    }

    private Optional<Registered> known(String key, byte[] content) {
        Optional<Known> known = jdbc.sql("select matter_id, content from matter.request_key where actor = :actor and key = :key")
                .param("actor", Actors.current().id()).param("key", key)
                .query((row, number) -> new Known(row.getLong(1), row.getBytes(2))).optional();
        known.filter(found -> !MessageDigest.isEqual(found.content(), content)).ifPresent(other -> {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "KEY_USED");
        });
        return known.flatMap(found -> matters.standing(new MatterId(found.matter()))).map(standing ->
                new Registered(standing.id(), standing.code(), standing.status(), standing.version(), doors.make(standing.id(), 1)));
    }

    private Registered remember(String key, byte[] content, Registered registered) {
        jdbc.sql("""
                insert into matter.request_key (actor, key, content, matter_id, at)
                values (:actor, :key, :content, :matter, :at)
                """)
                .param("actor", Actors.current().id()).param("key", key).param("content", content)
                .param("matter", registered.id().value()).param("at", Times.utc(clock.instant())).update();
        return registered;
    }
}
