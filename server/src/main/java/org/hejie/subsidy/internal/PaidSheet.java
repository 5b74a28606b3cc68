package org.hejie.subsidy.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hejie.document.sheet.Sheet;
import org.hejie.document.sheet.SheetFormat;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.subsidy.SubsidyPayments.Paid;

/** Reads the sheet in which the finance bureau marked what it paid: the sheet that went out, with days filled in. */
final class PaidSheet {

    /** As the sheet that leaves has them. */
    static final String CLAIM = "编号 claim";
    static final String PAID = "支付日期 paid";

    private static final int NAMED = 200;

    private final Set<Long> open;
    private final LocalDate today;
    private final List<FieldError> wrong = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();

    private PaidSheet(Set<Long> open, LocalDate today) {
        this.open = open;
        this.today = today;
    }

    /** Rows without a day are left out. @param open claims of the batch not yet paid. @throws Problem naming columns or rows */
    static List<Paid> read(byte[] file, Set<Long> open, LocalDate today) {
        try (Sheet sheet = SheetFormat.of(file).open(new ByteArrayInputStream(file))) {
            int claim = column(sheet.columns(), CLAIM);
            int paid = column(sheet.columns(), PAID);
            new Problem.Fields().reject(claim < 0, "columns.claim", "REQUIRED").reject(paid < 0, "columns.paid", "REQUIRED").done();
            return new PaidSheet(open, today).rows(sheet, claim, paid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int column(List<String> columns, String heading) {
        List<String> names = List.of(heading, heading.split(" ")[0], heading.split(" ")[1]);
        for (int i = 0; i < columns.size(); i++) {
            if (names.contains(columns.get(i).strip())) {
                return i;
            }
        }
        return -1;
    }

    private List<Paid> rows(Sheet sheet, int claim, int paid) throws IOException {
        List<Paid> rows = new ArrayList<>();
        int number = 0;
        for (Sheet.Row row = sheet.next(); row != null; row = sheet.next()) {
            number++;
            String day = cell(row, paid);
            if (!day.isEmpty()) {
                read(rows, number, cell(row, claim), day);
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong.stream().limit(NAMED).toList());
        }
        if (rows.isEmpty()) {
            throw Problem.field("rows", "REQUIRED");
        }
        return rows;
    }

    private void read(List<Paid> rows, int number, String claim, String day) {
        String at = "rows[" + number + "].";
        Long id = claim.matches("\\d{1,18}") ? Long.valueOf(claim) : null;
        if (id == null || !open.contains(id)) {
            wrong.add(new FieldError(at + "claim", "UNKNOWN"));
        } else if (!seen.add(id)) {
            wrong.add(new FieldError(at + "claim", "TWICE"));
        } else {
            try {
                LocalDate on = LocalDate.parse(day.length() > 10 ? day.substring(0, 10) : day);
                if (on.isAfter(today)) {
                    wrong.add(new FieldError(at + "paid", "FUTURE"));
                }
                rows.add(new Paid(id, on));
            } catch (DateTimeParseException e) {
                wrong.add(new FieldError(at + "paid", "INVALID"));
            }
        }
    }

    private static String cell(Sheet.Row row, int column) {
        return column < row.cells().size() ? row.cells().get(column).strip() : "";
    }
}
