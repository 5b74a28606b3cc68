package org.hejie.matter.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hejie.calendar.DayKind;
import org.hejie.calendar.InvalidSchedule;
import org.hejie.calendar.Schedule;
import org.hejie.calendar.ScheduleId;
import org.hejie.calendar.TimeSpan;
import org.hejie.calendar.WorkingHours;
import org.hejie.rules.RuleFinding;

/**
 * All schedules as CSV, a row for each span of hours: {@code schedule, name, from, days, opens, closes}. 00:00 as the end means 24:00;
 * a kind of day without a row is closed.
 */
final class HoursTable {

    private final List<RuleFinding> findings = new ArrayList<>();
    private final Map<String, Building> building = new LinkedHashMap<>();

    private static final class Building {
        private final String name;
        private final long line;
        private final Map<LocalDate, Map<DayKind, List<TimeSpan>>> spans = new TreeMap<>();

        Building(String name, long line) {
            this.name = name;
            this.line = line;
        }
    }

    /** What was read. @param schedules those without a fault, by id @param findings what is wrong, with its line */
    record Read(Map<String, Schedule> schedules, List<RuleFinding> findings) {
    }

    private HoursTable() {
    }

    static String write(Collection<Schedule> schedules) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord("schedule", "name", "from", "days", "opens", "closes");
            for (var schedule : schedules) {
                schedule.hours().forEach(hours -> new TreeMap<>(hours.spans()).forEach((days, spans) -> spans.forEach(span ->
                        csv.writeRecord(schedule.id().value(), schedule.name(), hours.from().toString(), days.name(),
                                time(span.opensMinute()), time(span.closesMinute())))));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute).toString();
    }

    static Read read(String text) {
        var table = new HoursTable();
        try (var records = CsvReader.builder().ofNamedCsvRecord(text)) {
            records.forEach(table::add);
        } catch (CsvParseException | NoSuchElementException | IOException malformed) {
            return new Read(Map.of(), List.of(RuleFinding.error("MALFORMED", "", "表格格式不对", "The table is malformed")));
        }
        Map<String, Schedule> schedules = new LinkedHashMap<>();
        table.building.forEach((id, one) -> table.unlessWrong(id, one.line, () -> new Schedule(new ScheduleId(id), one.name, hours(one)))
                .forEach(schedule -> schedules.put(id, schedule)));
        return new Read(schedules, table.findings);
    }

    private static List<WorkingHours> hours(Building one) {
        return one.spans.entrySet().stream().map(from -> new WorkingHours(from.getKey(), from.getValue())).toList();
    }

    private void add(NamedCsvRecord line) {
        String id = line.getField("schedule").strip();
        String name = line.getField("name").strip();
        long at = line.getStartingLineNumber();
        unlessWrong(id, at, () -> {
            var one = building.computeIfAbsent(id, none -> new Building(name, at));
            if (!one.name.equals(name)) {
                throw new IllegalArgumentException("NAMES");
            }
            one.spans.computeIfAbsent(LocalDate.parse(line.getField("from").strip()), none -> new TreeMap<>())
                    .computeIfAbsent(DayKind.valueOf(line.getField("days").strip()), none -> new ArrayList<>())
                    .add(TimeSpan.of(LocalTime.parse(line.getField("opens").strip()), LocalTime.parse(line.getField("closes").strip())));
            return one;
        });
    }

    /** What the work gives; empty where it found a fault, which is noted. */
    private <T> List<T> unlessWrong(String id, long line, Supplier<T> work) {
        try {
            return List.of(work.get());
        } catch (InvalidSchedule invalid) {
            note(id, line, invalid.fault().name(), zh(invalid.fault()), en(invalid.fault()));
        } catch (DateTimeParseException noTime) {
            note(id, line, "BAD_TIME", "日期须像 2026-11-01，时间须像 08:30", "A day is written as 2026-11-01, a time as 08:30");
        } catch (IllegalArgumentException wrong) {
            if (Objects.equals(wrong.getMessage(), "NAMES")) {
                note(id, line, "NAMES", "同一编号写了两个名称", "One id has two names");
            } else {
                note(id, line, "BAD_ROW", "编号须是小写字母、数字和连字符；日子须是 WORKDAY、SATURDAY、SUNDAY 或 HOLIDAY",
                        "The id is small letters, digits and hyphens; the days are WORKDAY, SATURDAY, SUNDAY or HOLIDAY");
            }
        }
        return List.of();
    }

    private void note(String id, long line, String code, String zh, String en) {
        findings.add(RuleFinding.error(code, id, zh, en).atLine((int) line));
    }

    private static String zh(InvalidSchedule.Fault fault) {
        return switch (fault) {
            case BAD_NAME -> "名称为空或过长";
            case NO_HOURS -> "没有写任何时间";
            case CLOSED_ON_WORKDAYS -> "工作日没有办公时间";
            case OVERLAP -> "同一天的时段相接或重叠";
            case BAD_SPAN -> "下班不晚于上班";
            case SAME_DAY_TWICE -> "同一天起的时间写了两次";
        };
    }

    private static String en(InvalidSchedule.Fault fault) {
        return switch (fault) {
            case BAD_NAME -> "The name is empty or too long";
            case NO_HOURS -> "There are no hours at all";
            case CLOSED_ON_WORKDAYS -> "Workdays have no hours";
            case OVERLAP -> "Hours of one day touch or overlap";
            case BAD_SPAN -> "It closes before it opens";
            case SAME_DAY_TWICE -> "Hours from the same day are there twice";
        };
    }
}
