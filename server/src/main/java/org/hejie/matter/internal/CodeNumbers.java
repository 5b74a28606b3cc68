package org.hejie.matter.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hejie.matter.MatterCode;
import org.hejie.matter.SourceLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the daily numbers of the one-matter code. Blocks are taken apart from the caller's transaction, so that
 * registrations do not wait for one another, the larger the busier the line; a number whose registration fails, or
 * that was taken and not needed before a stop, is left out.
 */
@Component
class CodeNumbers {

    private static final int FIRST_BLOCK = 4;
    private static final int LARGEST_BLOCK = 512;
    private static final int DAYS_REMEMBERED = 64;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Map<Counter, Block> blocks = new ConcurrentHashMap<>();

    private record Counter(LocalDate day, SourceLine line) {
    }

    private record Block(int next, int end, int size) {
    }

    /** A line's day. */
    record Day(LocalDate day, SourceLine line) {
    }

    /** Gives the next of the numbers reserved. */
    @FunctionalInterface
    interface Reserved {
        MatterCode next(LocalDate day, SourceLine line);
    }

    CodeNumbers(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The next code of the line on the day (Asia/Shanghai). */
    MatterCode next(String county, LocalDate day, SourceLine line) {
        return next(county, day, line, FIRST_BLOCK);
    }

    /** As {@link #next}, when many are about to be needed. */
    MatterCode next(String county, LocalDate day, SourceLine line, int expected) {
        if (blocks.size() > DAYS_REMEMBERED) {
            blocks.keySet().removeIf(counter -> !counter.day().equals(day));
        }
        Block block = blocks.compute(new Counter(day, line), (counter, known) ->
                known == null ? take(counter, expected)
                        : known.next() == known.end() ? take(counter, Math.max(expected, Math.min(2 * known.size(), LARGEST_BLOCK)))
                        : new Block(known.next() + 1, known.end(), known.size()));
        return MatterCode.of(county, day, line, block.next());
    }

    /**
     * Reserves exactly these numbers in the transaction of the caller, without gaps: for matters with their past,
     * whose codes shall not depend on who else writes.
     */
    Reserved reserve(String county, Map<Day, Integer> wanted) {
        Map<Day, Integer> next = new HashMap<>();
        jdbc.sql("""
                insert into matter.code_counter as c (day, line, taken)
                select * from unnest(cast(:days as date[]), cast(:lines as smallint[]), cast(:sizes as int[]))
                 order by 1, 2
                on conflict (day, line) do update set taken = c.taken + excluded.taken
                returning day, line, taken
                """)
                .param("days", array(wanted.keySet(), day -> day.day().toString()))
                .param("lines", array(wanted.keySet(), day -> Integer.toString(day.line().digit())))
                .param("sizes", array(wanted.keySet(), day -> Integer.toString(wanted.get(day))))
                .query(row -> {
                    var day = new Day(row.getObject("day", LocalDate.class), SourceLine.ofDigit(row.getInt("line")).orElseThrow());
                    next.put(day, row.getInt("taken") - wanted.get(day));
                });
        return (day, line) -> MatterCode.of(county, day, line, next.merge(new Day(day, line), 1, Integer::sum));
    }

    private static String array(Collection<Day> days, Function<Day, String> text) {
        return days.stream().map(text).collect(Collectors.joining(",", "{", "}"));
    }

    private Block take(Counter counter, int size) {
        Integer taken = apart.execute(status -> jdbc.sql("""
                insert into matter.code_counter as c (day, line, taken) values (:day, :line, :size)
                on conflict (day, line) do update set taken = c.taken + :size
                returning taken
                """)
                .param("day", counter.day()).param("line", counter.line().digit()).param("size", size)
                .query(Integer.class).single());
        return new Block(taken - size + 1, taken, size);
    }
}
