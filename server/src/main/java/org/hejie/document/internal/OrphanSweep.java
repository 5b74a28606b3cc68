package org.hejie.document.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what lies in a store and in no row: uploads that were rolled back. */
class OrphanSweep {

    /** Older than any upload that may still be committed. */
    private static final Duration SETTLED = Duration.ofDays(1);

    private final ContentStore store;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrphanSweep(ContentStore store, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many more were {@link ContentStore#setAside set aside}. */
    int sweep() {
        LocalDate today = Times.dateOf(clock.instant());
        var aside = new AtomicInteger();
        store.settled(clock.instant().minus(SETTLED), keys -> {
            List<String> orphans = orphans(keys);
            if (!orphans.isEmpty()) {
                aside.addAndGet(store.setAside(orphans, today));
            }
        });
        return aside.get();
    }

    private List<String> orphans(List<String> keys) {
        Set<String> known = jdbc.sql("select encode(address, 'hex') from document.stored_content where address = any(:addresses)")
                .param("addresses", keys.stream().flatMap(key -> Address.ofKey(key).stream()).map(Address::bytes).toArray(byte[][]::new))
                .query(String.class).list().stream().map(hex -> new Address(hex).key()).collect(Collectors.toSet());
        return keys.stream().filter(key -> !known.contains(key)).toList();
    }
}
