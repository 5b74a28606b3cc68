package org.hejie.matter.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hejie.matter.MatterStatus;
import org.springframework.stereotype.Component;

/**
 * Merges a duplicate into its master and takes that back, in memory. The duplicate keeps everything it has: its step,
 * parties, papers and numbers; it only rests, and its clocks stand. Whoever sees the master sees it too, and its
 * reporter's door opens on the master as well.
 *
 * <p>Un-merging puts back what {@link Before} kept. The deadlines are then what they would have been without the merge:
 * a mistake of the centre gives it no more time. Source: domain.md §5.6 (un-merge must be possible), §5.3.
 */
@Component
class Merging {

    private static final Set<MatterStatus> HANDLED = EnumSet.of(MatterStatus.REGISTERED, MatterStatus.ACCEPTED,
            MatterStatus.TRIAGED, MatterStatus.ASSIGNED, MatterStatus.IN_PROGRESS, MatterStatus.SUSPENDED,
            MatterStatus.EXT_PENDING, MatterStatus.ADJUDICATION, MatterStatus.REOPENED);

    private final Timing timing;

    Merging(Timing timing) {
        this.timing = timing;
    }

    /**
     * What un-merging restores.
     *
     * @param status     of the duplicate
     * @param clocks     that ran, as {@code key/run}
     * @param twinKeys   keys that came to the duplicate
     * @param masterKeys keys that came to the master
     */
    record Before(MatterStatus status, List<String> clocks, List<Long> twinKeys, List<Long> masterKeys) {
    }

    /** @throws org.hejie.shared.web.Problem if one of the two is no longer, or not any more, being handled */
    Before merge(Matter twin, Matter master, Instant at) {
        if (master.status == MatterStatus.MERGED) {
            throw Refusal.guarded("MERGE_INTO_MERGED");
        }
        if (!HANDLED.contains(twin.status)) {
            throw Refusal.guarded("MERGE_TOO_LATE");
        }
        if (!HANDLED.contains(master.status) && master.status != MatterStatus.RESULT_SUBMITTED) {
            throw Refusal.guarded("MERGE_INTO_ENDED");
        }
        List<String> clocks = new ArrayList<>();
        twin.clocks.stream().filter(ClockRun::running).forEach(clock -> {
            clocks.add(name(clock));
            clock.stop(at);
        });
        var before = new Before(twin.status, clocks, gained(twin, master.visibleTo, true), gained(master, twin.visibleTo, false));
        twin.status = MatterStatus.MERGED;
        twin.show(before.twinKeys());
        master.visibleTo.addAll(before.masterKeys());
        return before;
    }

    /** Puts the duplicate back where it stood. */
    void unmerge(Matter twin, Matter master, Before before) {
        if (master.status == MatterStatus.MERGED) {
            throw Refusal.guarded("MASTER_MERGED_ITSELF");
        }
        twin.status = before.status();
        twin.clocks.stream().filter(clock -> before.clocks().contains(name(clock))).forEach(clock -> {
            clock.stoppedAt = null;
            clock.recompute(timing.calendar(clock.schedule));
        });
        before.twinKeys().forEach(twin.visibleTo::remove);
        before.masterKeys().forEach(master.visibleTo::remove);
    }

    /** The keys of the one that the other lacks: those of units, or those of reporters' doors. */
    private static List<Long> gained(Matter matter, Set<Long> keys, boolean units) {
        return keys.stream().filter(key -> units == key > 0).filter(key -> !matter.visibleTo.contains(key)).toList();
    }

    private static String name(ClockRun clock) {
        return clock.key + "/" + clock.run;
    }
}
