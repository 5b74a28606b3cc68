package org.hejie.matter.internal;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.shared.database.AfterCommit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Matters as this server saved them last, so that the next move of one need not read all its parts again (ADR 101). Which state is
 * meant is told by the end of its history and the number of its saves, which also counts what comes and goes beside it: only a row in
 * the database that holds both is the matter that is kept here. Whether it is in the scope, PostgreSQL says each time.
 */
@Component
class RecentMatters {

    /** About three weeks of a county of 32,000 matters a year. */
    private static final int MOST = 2_000;

    /**
     * Those used last. A cache that also asks how often they were used would let the new ones go, for a matter has its few moves and is then
     * done with.
     */
    private final Map<MatterId, Matter> kept;

    @Autowired
    RecentMatters() {
        this(MOST);
    }

    RecentMatters(int most) {
        kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<MatterId, Matter> eldest) {
                return size() > most;
            }
        });
    }

    /** What a row says of its state. */
    record Stamp(byte[] headHash, int saveSeq) {

        boolean of(Matter matter) {
            return saveSeq == matter.saveSeq && Arrays.equals(headHash, matter.headHash);
        }
    }

    boolean has(MatterId id) {
        return kept.containsKey(id);
    }

    /** The matter as it was saved last, for the caller alone; empty if none is kept. */
    Optional<Matter> last(MatterId id) {
        return Optional.ofNullable(kept.get(id)).map(matter -> {
            Matter copy = copy(matter);
            copy.asKept = true;
            return copy;
        });
    }

    /** The matter in the state of that stamp, for the caller alone; empty if another one is kept, or none. */
    Optional<Matter> in(MatterId id, Stamp stamp) {
        @Nullable Matter matter = kept.get(id);
        if (matter == null || !stamp.of(matter)) {
            return Optional.empty();
        }
        return Optional.of(copy(matter));
    }

    private static Matter copy(Matter matter) {
        Matter copy = matter.asSaved();
        copy.stored = matter.stored;
        copy.hasFiles = matter.hasFiles;
        copy.hasDuplicates = matter.hasDuplicates;
        return copy;
    }

    /**
     * Keeps it from the commit on. Only a save that appended to its history may be kept: what writes no event and is undone may leave
     * its stamp to another save.
     */
    void keep(Matter matter) {
        if (matter.newEvents.isEmpty()) {
            throw new IllegalArgumentException("nothing was appended to the history");
        }
        Matter saved = matter.asSaved();
        saved.stored = MatterRows.changing(saved);
        saved.hasFiles = matter.hasFiles || !matter.newPapers.isEmpty();
        saved.hasDuplicates = matter.hasDuplicates;
        AfterCommit.run(() -> put(saved));
    }

    void put(Matter saved) {
        kept.put(saved.id, saved);
    }
}
