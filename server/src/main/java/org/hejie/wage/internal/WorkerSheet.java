package org.hejie.wage.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hejie.document.sheet.Sheet;
import org.hejie.document.sheet.SheetFormat;
import org.hejie.document.sheet.TimeText;
import org.hejie.party.PartyDraft;
import org.hejie.party.PartyKind;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.wage.WageWorkers;
import org.hejie.wage.WorkerDraft;
import org.jspecify.annotations.Nullable;

/** A spreadsheet of workers; its columns are known by their headings in Chinese or English, in any order. Others are left out. */
final class WorkerSheet {

    /** Largest part of a fen that comes from how spreadsheets keep numbers. */
    private static final BigDecimal NOISE = new BigDecimal("0.00001");

    /** What a column may hold. */
    enum Column {
        NAME("name", "姓名", "name"),
        DOCUMENT("documentNumber", "证件号码", "身份证号", "身份证号码", "document"),
        PHONE("phone", "电话", "联系电话", "手机号", "phone"),
        TRADE("trade", "工种", "trade"),
        OWED_FROM("owedFrom", "欠薪起", "from"),
        OWED_TO("owedTo", "欠薪止", "to"),
        LEFT_ON("leftOn", "离岗日期", "left"),
        CLAIMED("claimed", "拖欠金额", "欠薪金额", "claimed");

        final String field;
        final List<String> headings;

        Column(String field, String... headings) {
            this.field = field;
            this.headings = List.of(headings);
        }

        /** In both languages, as the file that leaves has it. */
        String heading() {
            return headings.getFirst() + " " + headings.getLast();
        }

        private boolean is(String heading) {
            String bare = heading.toLowerCase(Locale.ROOT);
            return bare.equals(heading().toLowerCase(Locale.ROOT)) || headings.contains(bare);
        }
    }

    private static final Set<Column> NEEDED = Set.of(Column.NAME, Column.CLAIMED);

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<FieldError> wrong = new ArrayList<>();
    private final LocalDate today;

    private WorkerSheet(List<String> headings, LocalDate today) {
        this.today = today;
        for (Column column : Column.values()) {
            for (int i = 0; i < headings.size(); i++) {
                if (column.is(headings.get(i))) {
                    places.putIfAbsent(column, i);
                }
            }
            if (NEEDED.contains(column) && !places.containsKey(column)) {
                wrong.add(new FieldError("columns." + column.field, "REQUIRED"));
            }
        }
    }

    /** @param today in Asia/Shanghai. @throws Problem 415; INVALID_FIELDS naming columns or rows */
    static List<WorkerDraft> read(byte[] file, LocalDate today) {
        try (Sheet sheet = SheetFormat.of(file).open(new ByteArrayInputStream(file))) {
            var reading = new WorkerSheet(sheet.columns(), today);
            reading.refuse();
            List<WorkerDraft> workers = reading.rows(sheet);
            reading.refuse();
            return workers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuse() {
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong.stream().limit(200).toList());
        }
    }

    private List<WorkerDraft> rows(Sheet sheet) throws IOException {
        List<WorkerDraft> workers = new ArrayList<>();
        for (Sheet.Row row = sheet.next(); row != null; row = sheet.next()) {
            if (workers.size() == WageWorkers.MOST) {
                throw Problem.field("rows", "TOO_MANY");
            }
            workers.add(worker(row));
        }
        return workers;
    }

    private WorkerDraft worker(Sheet.Row row) {
        String path = WageWorkers.Path.ROWS.of(row.number());
        var person = new PartyDraft(PartyKind.PERSON, text(row, Column.NAME), null, text(row, Column.DOCUMENT), null,
                text(row, Column.PHONE), null, null, null, null, Set.of());
        int before = wrong.size();
        var worker = new WorkerDraft(person, text(row, Column.TRADE), day(row, path, Column.OWED_FROM), day(row, path, Column.OWED_TO),
                day(row, path, Column.LEFT_ON), amount(row, path));
        List<FieldError> unread = List.copyOf(wrong.subList(before, wrong.size()));
        worker.errors(path, today).stream().filter(error -> unread.stream().noneMatch(known -> known.path().equals(error.path())))
                .forEach(wrong::add);
        return worker;
    }

    private @Nullable String text(Sheet.Row row, Column column) {
        Integer place = places.get(column);
        String cell = place == null || place >= row.cells().size() ? "" : row.cells().get(place).strip();
        return cell.isEmpty() ? null : cell;
    }

    private @Nullable LocalDate day(Sheet.Row row, String path, Column column) {
        String text = text(row, column);
        if (text == null) {
            return null;
        }
        Optional<LocalDate> day = TimeText.parse(text).map(time -> Times.dateOf(time.toInstant()));
        if (day.isEmpty()) {
            wrong.add(new FieldError(path + column.field, "INVALID"));
        }
        return day.orElse(null);
    }

    private @Nullable BigDecimal amount(Sheet.Row row, String path) {
        String text = text(row, Column.CLAIMED);
        if (text == null) {
            return null;
        }
        try {
            BigDecimal amount = new BigDecimal(text.replaceAll("[,，¥￥元\\s]", ""));
            BigDecimal fen = amount.setScale(2, RoundingMode.HALF_UP);
            return fen.subtract(amount).abs().compareTo(NOISE) < 0 ? fen : amount;
        } catch (NumberFormatException e) {
            wrong.add(new FieldError(path + Column.CLAIMED.field, "INVALID"));
            return null;
        }
    }
}
