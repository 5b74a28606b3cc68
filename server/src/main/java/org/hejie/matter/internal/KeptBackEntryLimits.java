package org.hejie.matter.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.hejie.matter.BackEntryLimits;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the limit in force today. */
@Service
class KeptBackEntryLimits implements BackEntryLimits {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptBackEntryLimits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean needsReason(Instant reportedAt) {
        LocalDate today = Times.dateOf(clock.instant());
        int days = jdbc.sql("""
                select days
                  from matter.back_entry_limit
                 where valid_from <= :today
                 order by valid_from desc
                 limit 1
                """).param("today", today).query(Integer.class).single();
        return Times.dateOf(reportedAt).isBefore(today.minusDays(days));
    }
}
