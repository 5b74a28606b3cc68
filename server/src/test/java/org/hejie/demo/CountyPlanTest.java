package org.hejie.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hejie.calendar.BundledYears;
import org.hejie.calendar.WorkCalendar;
import org.junit.jupiter.api.Test;

class CountyPlanTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 22);
    private static final LocalDate SECOND = LAST.minusYears(1).plusDays(1);

    private static final List<Spec> PLAN = plan(620123);

    @Test
    void eachYearHasTheAmountsOfTheArticle() {
        for (boolean second : List.of(false, true)) {
            Map<Stream, Long> amounts = PLAN.stream().filter(spec -> spec.day().isBefore(SECOND) != second)
                    .collect(Collectors.groupingBy(Spec::stream, Collectors.counting()));

            assertThat(amounts).containsEntry(Stream.GRID, 18_000L).containsEntry(Stream.COURT, 8_784L)
                    .containsEntry(Stream.POLICE, 5_064L).containsEntry(Stream.PETITION, 168L).containsEntry(Stream.HAZARD, 3_145L);
        }
    }

    /** Source: domain.md §1 no. 11, 3.2万. */
    @Test
    void theEightLinesSumToThirtyTwoThousand() {
        long year = PLAN.stream().filter(spec -> !spec.day().isBefore(SECOND) && spec.stream() != Stream.HAZARD).count();

        assertThat(Math.round(year / 1000.0)).isEqualTo(32);
    }

    /** Source: domain.md §1 no. 25. */
    @Test
    void familiesAndNeighboursQuarrelLess() {
        assertThat(change("01")).isCloseTo(-0.12, within(0.005));
        assertThat(change("02")).isCloseTo(-0.16, within(0.005));
    }

    @Test
    void theCourtSendsNothingOnADayOff() {
        WorkCalendar county = BundledYears.county();

        assertThat(PLAN).filteredOn(spec -> spec.stream() == Stream.COURT).allMatch(spec -> county.isWorkday(spec.day()));
    }

    @Test
    void theSameSeedPlansTheSame() {
        assertThat(plan(620123)).isEqualTo(PLAN);
        assertThat(plan(620124)).isNotEqualTo(PLAN);
    }

    private static double change(String group) {
        long first = PLAN.stream().filter(spec -> spec.day().isBefore(SECOND) && of(spec, group)).count();
        long second = PLAN.stream().filter(spec -> !spec.day().isBefore(SECOND) && of(spec, group)).count();
        return (second - first) / (double) first;
    }

    private static boolean of(Spec spec, String group) {
        return spec.stream() != Stream.HAZARD && spec.category().startsWith(group);
    }

    private static List<Spec> plan(long seed) {
        return new CountyPlan(seed, new Rhythm(BundledYears.county()), new Texts()).specs(LAST, 1, Map.of());
    }
}
