package org.hejie.intake.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.SourceLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of which statuses each line is told; what another node changed is known within seconds. */
@Component
class AnsweredStatuses {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private final LoadingCache<SourceLine, Set<MatterStatus>> known =
            Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).build(this::read);

    AnsweredStatuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<MatterStatus> of(SourceLine line) {
        return known.get(line);
    }

    /** Told to one line at least. */
    Set<MatterStatus> ofAny() {
        Set<MatterStatus> any = EnumSet.noneOf(MatterStatus.class);
        for (SourceLine line : SourceLine.values()) {
            any.addAll(of(line));
        }
        return any;
    }

    private Set<MatterStatus> read(SourceLine line) {
        Set<MatterStatus> statuses = EnumSet.noneOf(MatterStatus.class);
        jdbc.sql("select status from intake.answered_status where line = :line").param("line", line.digit())
                .query(String.class).list().forEach(status -> statuses.add(MatterStatus.valueOf(status)));
        return statuses;
    }

    void set(SourceLine line, Collection<MatterStatus> statuses) {
        String[] names = statuses.stream().map(Enum::name).toArray(String[]::new);
        jdbc.sql("delete from intake.answered_status where line = :line and status <> all (:statuses::text[])")
                .param("line", line.digit()).param("statuses", names).update();
        jdbc.sql("""
                insert into intake.answered_status (line, status, basis, verified)
                select :line, status, '本县设定', true from unnest(:statuses::text[]) status
                on conflict do nothing
                """).param("line", line.digit()).param("statuses", names).update();
        known.invalidate(line);
    }
}
