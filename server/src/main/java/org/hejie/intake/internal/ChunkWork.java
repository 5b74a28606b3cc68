package org.hejie.intake.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hejie.document.sheet.Sheet;
import org.hejie.intake.Incoming;
import org.hejie.intake.Submissions.Origin;
import org.hejie.intake.Submissions.Unreadable;
import org.hejie.intake.Taken;
import org.hejie.intake.internal.RowReading.Read;
import org.hejie.shared.web.Problem.FieldError;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Registers a chunk of rows and says what became of each. */
@Component
class ChunkWork {

    private final RowReading reading;
    private final TakenSubmissions submissions;
    private final JsonMapper json;

    ChunkWork(RowReading reading, TakenSubmissions submissions, JsonMapper json) {
        this.reading = reading;
        this.submissions = submissions;
        this.json = json;
    }

    /** @param turn when which part of the work may be done; all that is left when this returns is the chunk's to do */
    ChunkResult register(ImportRow given, Mapping mapping, List<Sheet.Row> rows, Turn turn) {
        Map<Integer, List<FieldError>> errors = new TreeMap<>();
        List<Incoming> incoming = new ArrayList<>(rows.size());
        List<Unreadable> unreadable = new ArrayList<>();
        for (Sheet.Row row : rows) {
            Read read = read(given, mapping, row);
            if (read.errors().isEmpty()) {
                incoming.add(new Incoming(read.submission(), asItCame(given.columns(), row), null, row.number(), List.of()));
            } else {
                errors.put(row.number(), read.errors());
                unreadable.add(new Unreadable(read.submission().outsideNo(), read.errors()));
            }
        }
        List<Taken> taken = submissions.take(given.line(), Origin.ofImport(given.id().value()), incoming, turn);
        submissions.turnAway(given.line(), unreadable);
        int accepted = 0;
        int repeated = 0;
        for (int i = 0; i < taken.size(); i++) {
            int row = incoming.get(i).row();
            switch (taken.get(i)) {
                case Taken.Registered registered when registered.repeated() -> repeated++;
                case Taken.Registered registered -> accepted++;
                case Taken.Conflict() -> errors.put(row, List.of(new FieldError(Field.OUTSIDE_NO.key(), "CONFLICT")));
                case Taken.Refused(List<FieldError> refused) -> errors.put(row, named(refused));
            }
        }
        return new ChunkResult(rows.getLast().number(), accepted, repeated, errors);
    }

    private Read read(ImportRow given, Mapping mapping, Sheet.Row row) {
        Read read = reading.read(given.line(), mapping, row.cells());
        return row.cells().size() <= given.columns().size() ? read
                : new Read(read.submission(), List.of(new FieldError("row", "TOO_MANY_CELLS")));
    }

    private String asItCame(List<String> columns, Sheet.Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.put(columns.get(i), row.cells().get(i));
        }
        return json.writeValueAsString(cells);
    }

    /** A row has columns where a submission has parties. */
    static List<FieldError> named(List<FieldError> errors) {
        return errors.stream().map(error -> error.at(path(error.path()))).toList();
    }

    private static String path(String path) {
        return switch (path) {
            case "category" -> Field.CATEGORY.key();
            case "parties[0].name" -> Field.APPLICANT_NAME.key();
            case "parties[0].phone" -> Field.APPLICANT_PHONE.key();
            case "parties[0].documentNumber" -> Field.APPLICANT_DOCUMENT.key();
            case "parties[1].name" -> Field.RESPONDENT_NAME.key();
            default -> path;
        };
    }
}
