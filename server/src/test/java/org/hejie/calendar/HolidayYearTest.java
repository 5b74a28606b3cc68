package org.hejie.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolidayYearTest {

    private static final List<String> PAPER = List.of("https://example.org/paper");
    private static final Holiday NEW_YEAR =
            new Holiday("元旦", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 3));

    @Test
    void sevenYearsAreBundled() {
        assertThat(BundledYears.all()).extracting(HolidayYear::year)
                .containsExactly(2020, 2021, 2022, 2023, 2024, 2025, 2026);
    }

    @Test
    void aDayBothOffAndWorkedIsRefusedByName() {
        refused(List.of(NEW_YEAR), List.of(new MakeUpDay("元旦", LocalDate.of(2027, 1, 2))), PAPER, "2027-01-02");
    }

    @Test
    void aDayInTwoHolidaysIsRefusedByName() {
        var other = new Holiday("春节", LocalDate.of(2027, 1, 3), LocalDate.of(2027, 1, 5));
        refused(List.of(NEW_YEAR, other), List.of(), PAPER, "2027-01-03");
    }

    @Test
    void aDayOfAnotherYearIsRefusedByName() {
        refused(List.of(NEW_YEAR), List.of(new MakeUpDay("元旦", LocalDate.of(2028, 1, 2))), PAPER, "2028-01-02");
    }

    @Test
    void newYearMayReachIntoTheDecemberBefore() {
        var longer = new Holiday("元旦", LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 2));

        assertThat(new HolidayYear(2027, PAPER, List.of(longer), List.of()).days()).hasSize(3);
    }

    @Test
    void aYearWithoutItsPaperIsRefused() {
        refused(List.of(NEW_YEAR), List.of(), List.of(), "2027");
    }

    @Test
    void aHolidayThatEndsBeforeItBeginsIsRefused() {
        assertThatExceptionOfType(InvalidHolidayYear.class)
                .isThrownBy(() -> new Holiday("元旦", LocalDate.of(2027, 1, 3), LocalDate.of(2027, 1, 1)));
    }

    private static void refused(List<Holiday> off, List<MakeUpDay> worked, List<String> papers, String named) {
        assertThatExceptionOfType(InvalidHolidayYear.class)
                .isThrownBy(() -> new HolidayYear(2027, papers, off, worked))
                .withMessageContaining(named);
    }
}
