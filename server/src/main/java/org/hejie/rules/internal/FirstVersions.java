package org.hejie.rules.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hejie.rules.RuleBook.Shipped;
import org.hejie.rules.RuleState;
import org.hejie.rules.RuleVersion;
import org.hejie.shared.Ids;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what comes with the server as the first version of each set. A later release's text becomes a new version only where the
 * county has not written its own: nobody's rules are replaced by an upgrade.
 */
@Component
class FirstVersions {

    private static final String REASON = "随系统提供 Comes with the server";

    private final RuleRows rows;
    private final RuleBooks books;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;

    FirstVersions(RuleRows rows, RuleBooks books, Changes changes, Ids ids, Clock clock) {
        this.rows = rows;
        this.books = books;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void keep() {
        books.shipped().forEach(this::keep);
    }

    /** Keeps the first version of sets that came while the server runs, such as the next year with a new year. */
    @Transactional
    public void keepNew() {
        var known = rows.sets();
        books.shipped().stream().filter(shipped -> !known.contains(shipped.set())).forEach(this::keep);
    }

    private void keep(Shipped shipped) {
        rows.lockSet(shipped.set());
        var known = rows.of(shipped.set());
        Optional<RuleVersion> newest = known.stream().filter(version -> version.state() == RuleState.APPROVED).findFirst();
        if (newest.isPresent() && (newest.get().draftedBy() != null || newest.get().text().equals(shipped.text()))) {
            return;
        }
        int number = known.isEmpty() ? shipped.number() : Math.max(shipped.number(), known.getFirst().number() + 1);
        rows.insert(new RuleVersion(ids.next(), shipped.set(), number, RuleState.APPROVED, 1,
                books.of(shipped.set().kind()).numbered(shipped.text(), number), newest.map(RuleVersion::id).orElse(null), null,
                REASON, null, newest.isEmpty() ? Instant.EPOCH : clock.instant(), List.of()));
        changes.tellAfterCommit();
    }
}
