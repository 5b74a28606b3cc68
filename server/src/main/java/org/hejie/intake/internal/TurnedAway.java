package org.hejie.intake.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hejie.intake.Submissions.Unreadable;
import org.hejie.matter.SourceLine;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts, for the reconciliation, what was turned away and what came again alike: numbers and codes, never what was told. */
@Component
class TurnedAway {

    private static final int LONGEST_NUMBER = 100;
    private static final int MOST_CODES = 10;
    private static final int LONGEST_CODE = 80;

    private final JdbcClient jdbc;
    private final LineScope scope;
    private final Clock clock;

    TurnedAway(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.scope = new LineScope(units);
        this.clock = clock;
    }

    /** Whether it could not be taken, or had been taken already. */
    enum Kind { REFUSED, REPEATED }

    private static final class Tally {
        private int times;
        private final Set<String> codes = new TreeSet<>();
    }

    void note(SourceLine line, Kind kind, List<Unreadable> ones) {
        if (ones.isEmpty()) {
            return;
        }
        TreeMap<String, Tally> tallies = new TreeMap<>(); // in one order, so that two batches never wait for each other
        for (Unreadable one : ones) {
            Tally tally = tallies.computeIfAbsent(number(one.outsideNo()), key -> new Tally());
            tally.times++;
            one.errors().stream().map(TurnedAway::code).forEach(tally.codes::add);
        }
        write(line, kind, tallies);
    }

    private void write(SourceLine line, Kind kind, TreeMap<String, Tally> tallies) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into intake.turned_away as t (line, day, kind, outside_no, codes, times, last_at, visible_to)
                select :line, :day, :kind, no, string_to_array(codes, ' '), times, :now, :visibleTo
                  from unnest(:numbers::text[], :codes::text[], :times::int[]) as given (no, codes, times)
                on conflict (line, day, kind, outside_no) do update
                   set times = t.times + excluded.times, codes = excluded.codes, last_at = excluded.last_at
                """)
                .param("line", line.digit()).param("day", Times.dateOf(now)).param("kind", kind.name())
                .param("now", Times.utc(now)).param("visibleTo", scope.keys(line))
                .param("numbers", tallies.keySet().toArray(String[]::new))
                .param("codes", tallies.values().stream()
                        .map(tally -> String.join(" ", tally.codes.stream().limit(MOST_CODES).toList())).toArray(String[]::new))
                .param("times", tallies.values().stream().map(tally -> tally.times).toArray(Integer[]::new))
                .update();
    }

    private static String number(@Nullable String outsideNo) {
        String number = outsideNo == null ? "" : outsideNo.strip();
        return number.length() > LONGEST_NUMBER ? "" : number.replace("\0", "");
    }

    /** The path is of our own fields; what a sender makes up is cut. */
    private static String code(FieldError error) {
        String code = (error.path() + ":" + error.code()).replaceAll("[^A-Za-z0-9_.:\\[\\]-]", "");
        return code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code;
    }
}
