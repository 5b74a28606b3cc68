package org.hejie.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import org.hejie.calendar.WorkCalendar;

/** When things happen: in the year, in the week, in the day. All of it assumed; see docs/demo.md. */
final class Rhythm {

    private final WorkCalendar calendar;

    Rhythm(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** How much of a stream's category falls on the day; 1 is an ordinary workday. */
    double weight(Stream stream, String category, LocalDate day) {
        return ofWeek(stream, day) * ofYear(category, day.getMonth());
    }

    /** A time of the day at which such a thing comes in. */
    LocalTime time(Stream stream, Dice dice) {
        int seconds = switch (stream) {
            case COURT, PETITION, SUPERIOR, WINDOW -> dice.chance(0.55) ? span(8, 35, 11, 50, dice) : span(14, 35, 17, 30, dice);
            case POLICE -> dice.chance(0.5) ? span(17, 0, 23, 30, dice) : span(0, 10, 23, 30, dice);
            case HOTLINE, CITIZEN -> span(7, 0, 22, 30, dice);
            case GRID, HAZARD -> dice.chance(0.8) ? span(8, 0, 18, 30, dice) : span(18, 30, 20, 30, dice);
        };
        return LocalTime.ofSecondOfDay(seconds);
    }

    private static int span(int fromHour, int fromMinute, int toHour, int toMinute, Dice dice) {
        return dice.between(LocalTime.of(fromHour, fromMinute).toSecondOfDay(), LocalTime.of(toHour, toMinute).toSecondOfDay());
    }

    private double ofWeek(Stream stream, LocalDate day) {
        boolean work = calendar.isWorkday(day);
        return switch (stream) {
            case COURT, PETITION, SUPERIOR, WINDOW -> work ? day.getDayOfWeek() == DayOfWeek.MONDAY ? 1.3 : 1 : 0;
            case POLICE -> work ? 1 : 1.25;
            case HOTLINE, CITIZEN -> work ? 1 : 0.6;
            case GRID, HAZARD -> work ? 1 : 0.45;
        };
    }

    /** Wages before the Spring Festival, water in spring, heating in winter, noise in summer, families after the holidays. */
    private static double ofYear(String category, Month month) {
        return switch (category.substring(0, 2)) {
            case "04" -> switch (month) {
                case DECEMBER -> 2.2;
                case JANUARY -> 3;
                case FEBRUARY -> 1.2;
                case MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER -> 0.8;
            };
            case "05" -> month.getValue() >= 3 && month.getValue() <= 6 ? 1.6 : 0.8;
            case "07" -> month.getValue() >= 11 || month.getValue() <= 3 ? 1.5 : 0.8;
            case "02" -> month.getValue() >= 6 && month.getValue() <= 8 ? 1.3 : 0.95;
            case "01" -> month == Month.FEBRUARY || month == Month.MARCH ? 1.4 : 0.95;
            default -> 1;
        };
    }
}
