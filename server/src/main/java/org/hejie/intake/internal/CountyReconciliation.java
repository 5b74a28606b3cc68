package org.hejie.intake.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.hejie.document.sheet.Sheet;
import org.hejie.document.sheet.SheetFormat;
import org.hejie.intake.LineDay.State;
import org.hejie.intake.LineDay.Statement;
import org.hejie.intake.LineDay;
import org.hejie.intake.LineFigures;
import org.hejie.intake.ReconciledKind;
import org.hejie.intake.ReconciledRow;
import org.hejie.intake.Reconciliation;
import org.hejie.intake.internal.LineDayRows.Question;
import org.hejie.intake.internal.StatementRows.Said;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.Units;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reckons days from what is there, and keeps what was said and signed. */
@Service
class CountyReconciliation implements Reconciliation {

    private final LineDayRows days;
    private final StatementRows statements;
    private final SheetRows sheets;
    private final Requests requests;
    private final StaffDirectory staff;
    private final LineScope scope;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    CountyReconciliation(LineDayRows days, StatementRows statements, SheetRows sheets, Requests requests, StaffDirectory staff,
            Units units, AuditLog audit, Ids ids, Clock clock) {
        this.days = days;
        this.statements = statements;
        this.sheets = sheets;
        this.requests = requests;
        this.staff = staff;
        this.scope = new LineScope(units);
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<LineDay> day(LocalDate day) {
        return lines(Actors.current()).stream().map(line -> reckon(line, day)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<LineDay> open(int days) {
        LocalDate since = Times.dateOf(clock.instant()).minusDays(days);
        List<LineDay> open = new ArrayList<>();
        for (SourceLine line : lines(Actors.current())) {
            statements.days(line, since).stream().map(day -> reckon(line, day)).filter(CountyReconciliation::calls).forEach(open::add);
        }
        open.sort(Comparator.comparing(LineDay::day).reversed().thenComparing(LineDay::line));
        return open;
    }

    private static boolean calls(LineDay day) {
        return switch (day.state()) {
            case OPEN -> day.figures().missing() > 0;
            case CHANGED -> true;
            case SIGNED -> false;
        };
    }

    private List<SourceLine> lines(Actor actor) {
        actor.require(Permission.MATTER_READ);
        List<SourceLine> whole = Arrays.stream(SourceLine.values()).filter(line -> scope.seesWhole(actor, line)).toList();
        if (whole.isEmpty()) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return whole;
    }

    @Override
    @Transactional(readOnly = true)
    public LineDay of(SourceLine line, LocalDate day) {
        scope.requireReader(Actors.current(), line);
        return reckon(line, day);
    }

    /** The day as it stands, for whoever asks. */
    LineDay reckon(SourceLine line, LocalDate day) {
        Said said = statements.inForce(line, day).orElse(null);
        LineFigures figures = days.figures(question(line, day, said));
        List<LineDay.Sheet> signed = sheets.of(line, day);
        State state = signed.isEmpty() ? State.OPEN
                : signed.getFirst().figures().standsFor(figures) ? State.SIGNED : State.CHANGED;
        return new LineDay(line, day, state, figures, said == null ? null : statement(said), signed);
    }

    private Statement statement(Said said) {
        return new Statement(said.count(), said.numbers() == null ? null : said.numbers().size(), said.source(),
                staff.displayName(new StaffId(said.by())).orElse(null), said.at());
    }

    private Question question(SourceLine line, LocalDate day, @Nullable Said said) {
        List<String> named = said == null || said.numbers() == null ? List.of() : said.numbers();
        return new Question(line, day, said == null ? null : said.count(), named, days.holes(line, day));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ReconciledRow> rows(SourceLine line, LocalDate day, @Nullable Integer revision, @Nullable ReconciledKind kind,
            @Nullable String cursor, int limit) {
        scope.requireReader(Actors.current(), line);
        if (revision != null) {
            return sheets.rows(line, day, revision, kind, cursor, limit);
        }
        Question question = question(line, day, statements.inForce(line, day).orElse(null));
        return Page.of(days.page(question, kind, RowPlace.after(cursor), limit + 1), limit, RowPlace::cursor, null);
    }

    @Override
    @Transactional
    public LineDay say(SourceLine line, LocalDate day, @Nullable Integer count, @Nullable List<String> numbers, LineDay.Source source) {
        Actor actor = Actors.current();
        scope.requireTeller(actor, line);
        Set<String> named = numbers == null ? Set.of() : stripped(numbers);
        new Problem.Fields()
                .reject(count == null && numbers == null, "count", "REQUIRED")
                .reject(count != null && (count < 0 || count > 100_000), "count", "RANGE")
                .reject(count != null && numbers != null && !named.isEmpty() && count != named.size(), "count", "COUNT_DIFFERS")
                .reject(named.size() > MOST_NUMBERS, "outsideNos", "TOO_MANY")
                .reject(named.stream().anyMatch(number -> number.length() > 100), "outsideNos", "LENGTH")
                .reject(day.isAfter(Times.dateOf(clock.instant())), "day", "FUTURE")
                .done();
        statements.add(line, day, new Said(count == null ? named.size() : count,
                numbers == null || named.isEmpty() && count != null && count > 0 ? null : List.copyOf(named), source, actor.id(),
                clock.instant()), scope.keys(line));
        audit.record(AuditEntry.of(AuditKind.CHANGE, "LINE_SAID").by(actor.auditActor()).on("line", line.digit()));
        return reckon(line, day);
    }

    private static Set<String> stripped(List<String> numbers) {
        Set<String> named = new LinkedHashSet<>();
        numbers.stream().map(number -> number.replace("\0", "").strip()).filter(number -> !number.isEmpty()).forEach(named::add);
        return named;
    }

    @Override
    public List<String> numbersIn(byte[] file) {
        List<String> numbers = new ArrayList<>();
        try (Sheet sheet = SheetFormat.of(file).open(new ByteArrayInputStream(file))) {
            String heading = sheet.columns().isEmpty() ? "" : sheet.columns().getFirst();
            if (heading.chars().anyMatch(sign -> sign >= '0' && sign <= '9')) {
                numbers.add(heading); // a file without a heading
            }
            for (Sheet.Row row = sheet.next(); row != null && numbers.size() <= MOST_NUMBERS; row = sheet.next()) {
                if (!row.cells().isEmpty()) {
                    numbers.add(row.cells().getFirst());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbers;
    }

    @Override
    @Transactional
    public int askAgain(SourceLine line, LocalDate day, @Nullable List<String> numbers) {
        Actor actor = Actors.current();
        scope.requireSigner(actor, line);
        List<String> missing = days.missing(question(line, day, statements.inForce(line, day).orElse(null)));
        List<String> asked = numbers == null ? missing : List.copyOf(stripped(numbers));
        if (!missing.containsAll(asked)) {
            throw Problem.field("outsideNos", "NOT_MISSING");
        }
        if (asked.isEmpty()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "NOTHING_MISSING");
        }
        statements.ask(line, day, asked, actor.id(), clock.instant(), scope.keys(line));
        requests.write(line, day, asked, scope.keyList(line));
        audit.record(AuditEntry.of(AuditKind.CHANGE, "LINE_ASKED_AGAIN").by(actor.auditActor()).on("line", line.digit()));
        return asked.size();
    }

    @Override
    @Transactional
    public LineDay sign(SourceLine line, LocalDate day, String seen, @Nullable String note) {
        Actor actor = Actors.current();
        scope.requireSigner(actor, line);
        String words = note == null || note.isBlank() ? null : note.strip();
        sheets.lock(line, day);
        LineDay now = reckon(line, day);
        new Problem.Fields()
                .reject(words != null && words.length() > 200, "note", "LENGTH")
                .reject(words == null && now.figures().missing() > 0, "note", "REQUIRED")
                .reject(day.isAfter(Times.dateOf(clock.instant())), "day", "FUTURE")
                .done();
        if (!now.figures().told().equals(seen)) {
            throw Problem.of(ProblemType.STALE);
        }
        if (now.state() == State.SIGNED) {
            throw Problem.of(ProblemType.WRONG_STATE, "DAY_SIGNED");
        }
        long id = ids.next();
        int revision = now.signed().isEmpty() ? 1 : now.signed().getFirst().revision() + 1;
        sheets.add(id, question(line, day, statements.inForce(line, day).orElse(null)), revision, now.figures(), words, actor.id(),
                clock.instant(), scope.keys(line));
        audit.record(AuditEntry.of(AuditKind.CHANGE, "LINE_DAY_SIGNED").by(actor.auditActor()).on("line_sheet", id));
        return reckon(line, day);
    }

    @Override
    @Transactional(readOnly = true)
    public OptionalInt runningDigits(SourceLine line) {
        scope.requireReader(Actors.current(), line);
        return days.runningDigits(line);
    }

    @Override
    @Transactional
    public void setRunningDigits(SourceLine line, @Nullable Integer digits) {
        Actor actor = Actors.current();
        scope.requireSigner(actor, line);
        if (digits != null && (digits < 2 || digits > 9)) {
            throw Problem.field("digits", "RANGE");
        }
        statements.setRunningDigits(line, digits, actor.id(), clock.instant());
        audit.record(AuditEntry.of(AuditKind.CHANGE, "LINE_NUMBERING_SET").by(actor.auditActor()).on("line", line.digit()));
    }
}
