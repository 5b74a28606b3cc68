package org.hejie.intake.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hejie.document.sheet.Sheet;
import org.hejie.document.sheet.SheetFile;
import org.hejie.document.sheet.SheetFormat;
import org.hejie.intake.ImportId;
import org.hejie.intake.ImportState;
import org.hejie.intake.ImportView;
import org.hejie.intake.Imports;
import org.hejie.intake.PreviewRow;
import org.hejie.intake.internal.ImportWorkers.Background;
import org.hejie.intake.internal.RowReading.Read;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.hejie.shared.Ids;
import org.hejie.shared.crypto.Sm3;
import org.hejie.shared.export.ExportOrder;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.export.ExportedCell;
import org.hejie.shared.export.Exports;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports with their files in the database. */
@Service
class KeptImports implements Imports {

    private static final int SAMPLE = 5;
    private static final int PREVIEW = 20;
    private static final int LONGEST_NAME = 100;

    private final ImportRows imports;
    private final ImportParts parts;
    private final RowErrors errors;
    private final RowReading reading;
    private final Drafts drafts;
    private final ImportWords words;
    private final Background background;
    private final Units units;
    private final Ids ids;
    private final Clock clock;
    private final Exports exports;
    private final TransactionTemplate transaction;

    KeptImports(ImportRows imports, ImportParts parts, RowErrors errors, RowReading reading, Drafts drafts, ImportWords words,
            Background background, Units units, Ids ids, Clock clock, Exports exports, PlatformTransactionManager transactions) {
        this.imports = imports;
        this.parts = parts;
        this.errors = errors;
        this.reading = reading;
        this.drafts = drafts;
        this.words = words;
        this.background = background;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
        this.exports = exports;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional
    public ImportView upload(SourceLine line, String fileName, byte[] file) {
        if (file.length > MAX_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        SheetFormat format = SheetFormat.of(file);
        try (Sheet sheet = format.open(new ByteArrayInputStream(file))) {
            List<List<String>> sample = new ArrayList<>();
            int rows = count(sheet, sample);
            byte[] fingerprint = Sm3.hash(String.join("\u001f", sheet.columns()).getBytes(StandardCharsets.UTF_8));
            Map<String, String> mapping = imports.remembered(line, fingerprint)
                    .orElseGet(() -> Mapping.guess(sheet.columns()).named(sheet.columns()));
            var row = new ImportRow(new ImportId(ids.next()), line, shortened(fileName), format, sheet.columns(), mapping,
                    ImportState.UPLOADED, rows, 0, 0, 0, 0, clock.instant(), null, false);
            Actor actor = Actors.current();
            imports.insert(row, fingerprint, actor.id(), keys(actor));
            parts.write(row.id(), file);
            return row.view(sample);
        } catch (IOException e) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, "TABLE_BROKEN");
        }
    }

    private static int count(Sheet sheet, List<List<String>> sample) throws IOException {
        int rows = 0;
        for (Sheet.Row row = sheet.next(); row != null; row = sheet.next()) {
            rows = row.number();
            if (sample.size() < SAMPLE) {
                sample.add(row.cells());
            }
            if (rows > MAX_ROWS) {
                throw Problem.field("file", "TOO_MANY_ROWS");
            }
        }
        if (rows == 0) {
            throw Problem.field("file", "NO_ROWS");
        }
        return rows;
    }

    @Override
    @Transactional
    public ImportView map(ImportId id, Map<String, String> mapping) {
        ImportRow row = get(id);
        if (row.state() != ImportState.UPLOADED && row.state() != ImportState.MAPPED) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
        imports.map(row, Mapping.of(mapping, row.columns()).named(row.columns()), Actors.current().id());
        return get(id).view(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public List<PreviewRow> preview(ImportId id) {
        ImportRow given = get(id);
        Mapping mapping = given.fields();
        List<PreviewRow> preview = new ArrayList<>();
        forFirst(given, PREVIEW, row -> {
            Read read = reading.read(given.line(), mapping, row.cells());
            List<FieldError> wrong = read.errors().isEmpty()
                    ? ChunkWork.named(drafts.of(given.line(), read.submission(), List.of()).errors()) : read.errors();
            Map<String, String> values = new LinkedHashMap<>();
            mapping.columns().keySet().stream().sorted().forEach(field -> {
                String cell = mapping.cell(field, row.cells());
                if (cell != null) {
                    values.put(field.key(), cell);
                }
            });
            preview.add(new PreviewRow(row.number(), values, wrong));
        });
        return preview;
    }

    private interface RowUse {
        void of(Sheet.Row row);
    }

    private void forFirst(ImportRow given, int most, RowUse use) {
        try (Sheet sheet = given.format().open(parts.open(given.id()))) {
            Sheet.Row row = sheet.next();
            for (int i = 0; i < most && row != null; i++, row = sheet.next()) {
                use.of(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start(ImportId id) {
        move(id, ImportState.MAPPED);
    }

    @Override
    public void resume(ImportId id) {
        ImportRow row = transaction.execute(status -> get(id));
        if (row.state() == ImportState.RUNNING && row.abandoned()) {
            background.run(id);
        } else {
            move(id, ImportState.FAILED);
        }
    }

    private void move(ImportId id, ImportState from) {
        transaction.executeWithoutResult(status -> {
            get(id).fields();
            if (!imports.start(id, ImportRun.BELIEVED, from)) {
                throw Problem.of(ProblemType.WRONG_STATE);
            }
        });
        background.run(id);
    }

    @Override
    @Transactional(readOnly = true)
    public ImportView view(ImportId id) {
        ImportRow given = get(id);
        List<List<String>> sample = new ArrayList<>();
        if (given.state() == ImportState.UPLOADED || given.state() == ImportState.MAPPED) {
            forFirst(given, SAMPLE, row -> sample.add(row.cells()));
        }
        return given.view(sample);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ImportView> page(@Nullable String cursor, int limit) {
        Long before = cursor == null ? null : before(cursor);
        List<ImportView> views = imports.before(before, limit + 1).stream().map(row -> row.view(List.of())).toList();
        return Page.of(views, limit, last -> Cursor.encode(last.id()), null);
    }

    private static long before(String cursor) {
        try {
            return Long.parseLong(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public void writeErrors(ImportId id, boolean xlsx, Locale locale, ExportStamp stamp, OutputStream out) {
        ImportRow given = get(id);
        Map<Integer, List<FieldError>> wrong = errors.of(id);
        Integer card = given.fields().columns().get(Field.APPLICANT_DOCUMENT);
        try (Sheet sheet = given.format().open(parts.open(id)); SheetFile file = SheetFile.to(out, xlsx, "错误 Errors")) {
            file.row(with(given.columns(), given.columns().size(), words.heading(locale), ExportStamp.HEADING));
            for (Sheet.Row row = sheet.next(); row != null; row = sheet.next()) {
                List<FieldError> found = wrong.get(row.number());
                if (found != null) {
                    file.row(with(exported(row.cells(), card), given.columns().size(), words.of(found, locale), stamp.mark()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public ExportStamp export(ImportId id, boolean xlsx) {
        ImportRow given = get(id);
        int wrong = errors.of(id).size();
        return exports.open(new ExportOrder("import-errors",
                "/imports/" + given.id().value() + "/errors." + (xlsx ? "xlsx" : "csv"), wrong, wrong));
    }

    /** Numbers of identity cards never leave in a file: the column of documents is left empty, others are masked. */
    private static List<String> exported(List<String> cells, @Nullable Integer card) {
        List<String> kept = new ArrayList<>(cells.stream().map(ExportedCell::withoutIdNumbers).toList());
        if (card != null && card < kept.size()) {
            kept.set(card, "");
        }
        return kept;
    }

    private static List<String> with(List<String> cells, int width, String... last) {
        List<String> row = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (row.size() < width) {
            row.add("");
        }
        row.addAll(List.of(last));
        return row;
    }

    private ImportRow get(ImportId id) {
        return imports.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private long[] keys(Actor actor) {
        Set<Long> keys = new TreeSet<>(actor.scopeKeys());
        keys.add(units.county().id().value());
        return keys.stream().mapToLong(Long::longValue).toArray();
    }

    private static String shortened(String name) {
        String bare = name.replaceFirst("^.*[/\\\\]", "").replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        return bare.isEmpty() ? "table" : bare.substring(0, Math.min(bare.length(), LONGEST_NAME));
    }
}
