package org.hejie.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hejie.org.StaffId;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers how far the demo county is loaded. */
@Component
class Marker {

    private final JdbcClient jdbc;
    private final Clock clock;

    Marker(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The county that was begun.
     *
     * @param lastDay last day that is told
     */
    record Begun(long seed, DemoProperties.Size size, LocalDate lastDay, boolean done) {
    }

    @Transactional(readOnly = true)
    Optional<Begun> begun() {
        return jdbc.sql("select seed, size, last_day, done_at is not null as done from demo.loading")
                .query((row, number) -> new Begun(row.getLong("seed"), DemoProperties.Size.valueOf(row.getString("size")),
                        row.getObject("last_day", LocalDate.class), row.getBoolean("done")))
                .optional();
    }

    @Transactional
    Begun begin(long seed, DemoProperties.Size size, LocalDate lastDay) {
        jdbc.sql("insert into demo.loading (seed, size, last_day, started_at) values (:seed, :size, :lastDay, :at)")
                .param("seed", seed).param("size", size.name()).param("lastDay", lastDay).param("at", Times.utc(clock.instant()))
                .update();
        return new Begun(seed, size, lastDay, false);
    }

    /** The batches whose matters are there. */
    @Transactional(readOnly = true)
    Set<Integer> batches() {
        return new HashSet<>(jdbc.sql("select number from demo.batch").query(Integer.class).list());
    }

    /** In the transaction that writes the batch. */
    void batch(int number, int matters) {
        jdbc.sql("insert into demo.batch (number, matters, written_at) values (:number, :matters, :at)")
                .param("number", number).param("matters", matters).param("at", Times.utc(clock.instant())).update();
    }

    @Transactional(readOnly = true)
    Map<String, StaffId> staff() {
        Map<String, StaffId> staff = new HashMap<>();
        jdbc.sql("select username, staff from demo.staff")
                .query(row -> {
                    staff.put(row.getString("username"), new StaffId(row.getLong("staff")));
                });
        return staff;
    }

    /** In the transaction that adds them, where there is one. */
    @Transactional
    void staff(Map<String, StaffId> added) {
        jdbc.sql("insert into demo.staff (username, staff) select * from unnest(:usernames::text[], :staff::bigint[])")
                .param("usernames", added.keySet().toArray(String[]::new))
                .param("staff", added.values().stream().mapToLong(StaffId::value).toArray())
                .update();
    }

    @Transactional
    void done() {
        jdbc.sql("update demo.loading set done_at = :at").param("at", Times.utc(clock.instant())).update();
    }
}
