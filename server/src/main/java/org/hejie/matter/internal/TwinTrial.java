package org.hejie.matter.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hejie.matter.MatterId;
import org.hejie.matter.twin.Twin;
import org.hejie.rules.Trial.Aspect;
import org.hejie.rules.Trial.TrialLabel;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.hejie.rules.TrialTally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for the twins of the newest matters with other points: which pairs would be kept for review that are not, and which no longer.
 * Pairs told apart already are left out, as in the search itself. Each matter takes some milliseconds, so only so many are tried.
 */
@Component
class TwinTrial {

    static final int MOST = 2_000;
    private static final TrialLabel KEPT = new TrialLabel("列入核对", "kept for review");
    private static final TrialLabel NOT_KEPT = new TrialLabel("不列入", "not kept");
    private static final TrialLabel PAIRS = new TrialLabel("列入核对的对数", "pairs kept for review");

    private final JdbcClient jdbc;
    private final CountyTwins twins;

    TwinTrial(JdbcClient jdbc, CountyTwins twins) {
        this.jdbc = jdbc;
        this.twins = twins;
    }

    private record Tried(long id, Instant registeredAt) {}

    private record Pair(long one, long other) {

        static Pair of(long one, long other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }
    }

    @Transactional(readOnly = true)
    Trial run(TwinPoints inForce, TwinPoints draft, int most, Consumer<TrialRow> rows) {
        var tally = new TrialTally(rows);
        Set<Pair> seen = new HashSet<>();
        for (var matter : newest(Math.min(most, MOST))) {
            tally.matter(matter.registeredAt());
            var found = twins.by(new MatterId(matter.id()), List.of(inForce, draft));
            var before = kept(found.get(0), inForce);
            var after = kept(found.get(1), draft);
            Set<Long> others = new HashSet<>(before);
            others.addAll(after);
            for (long other : others) {
                if (seen.add(Pair.of(matter.id(), other))) {
                    note(tally, matter.id(), other, before.contains(other), after.contains(other));
                }
            }
        }
        return tally.done();
    }

    private static void note(TrialTally tally, long matter, long other, boolean before, boolean after) {
        tally.sum(PAIRS, before ? 1 : 0, after ? 1 : 0);
        if (before != after) {
            tally.pairOtherwise(Aspect.PAIR, before ? KEPT : NOT_KEPT, after ? KEPT : NOT_KEPT, matter, other);
        }
    }

    private static Set<Long> kept(List<Twin> found, TwinPoints points) {
        return found.stream().filter(twin -> twin.score() >= points.keptFrom()).map(Twin::matterId).collect(Collectors.toSet());
    }

    private List<Tried> newest(int most) {
        return jdbc.sql("""
                select id, registered_at
                  from matter.matter
                 where status <> 'MERGED'
                 order by registered_at desc, id desc
                 limit :most
                """).param("most", most)
                .query((row, n) -> new Tried(row.getLong("id"), row.getObject("registered_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
