package org.hejie.intake.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hejie.intake.Answer;
import org.hejie.intake.Answers;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterId;
import org.hejie.matter.MatterMoved;
import org.hejie.matter.SourceLine;
import org.hejie.notify.Endpoint;
import org.hejie.notify.Endpoints;
import org.hejie.notify.KeptDay;
import org.hejie.notify.NewMessage;
import org.hejie.notify.Outbox;
import org.hejie.notify.WrittenMessage;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.Role;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer with each move that a line is to know of. A matter without a number of a line costs nothing. */
@Service
class LineAnswers implements Answers {

    /** A county's line has some hundreds of moves a day; this bounds the memory of one file. */
    private static final int MOST = 50_000;

    private final Outbox outbox;
    private final Endpoints endpoints;
    private final AnsweredStatuses statuses;
    private final LineScope scope;
    private final JdbcClient jdbc;
    private final StaffDirectory staff;
    private final AuditLog audit;
    private final JsonMapper json;

    LineAnswers(Outbox outbox, Endpoints endpoints, AnsweredStatuses statuses, Units units, StaffDirectory staff,
            JdbcClient jdbc, AuditLog audit, JsonMapper json) {
        this.outbox = outbox;
        this.endpoints = endpoints;
        this.statuses = statuses;
        this.scope = new LineScope(units);
        this.jdbc = jdbc;
        this.staff = staff;
        this.audit = audit;
        this.json = json;
    }

    /** In the transaction of the move. */
    @EventListener
    void on(MatterMoved moved) {
        if (moved.from() == moved.to()) {
            return;
        }
        if (moved.outsideNo() != null && statuses.of(moved.line()).contains(moved.to())) {
            write(moved, new Merged(moved.id().value(), moved.code().value(), moved.line(), moved.outsideNo()), null);
        }
        if (moved.master() && statuses.ofAny().contains(moved.to()) && moved.action() != MatterAction.MERGE && moved.action() != MatterAction.UNMERGE) {
            mergedInto(moved.id()).stream().filter(twin -> statuses.of(twin.line()).contains(moved.to()))
                    .forEach(twin -> write(moved, twin, moved.code().value()));
        }
    }

    /** A matter that waits for an answer under its line's number. */
    private record Merged(long matter, String code, SourceLine line, String outsideNo) {
    }

    private void write(MatterMoved moved, Merged told, @Nullable String via) {
        var answer = new Answer(told.outsideNo(), told.code(), moved.to(), moved.at().atZone(Times.ZONE).toOffsetDateTime(),
                moved.result(), via);
        outbox.add(new NewMessage(destination(told.line()), Long.toString(told.matter()), told.code(),
                json.writeValueAsString(answer), scope.keyList(told.line())));
    }

    /** What was merged into it, over however many, and waits for an answer of its own. */
    private List<Merged> mergedInto(MatterId master) {
        return jdbc.sql("select matter_id, code, line, outside_no from intake.merged_numbers(:master)").param("master", master.value())
                .query((row, number) -> new Merged(row.getLong(1), row.getString(2), SourceLine.ofDigit(row.getInt(3)).orElseThrow(),
                        row.getString(4))).list();
    }

    @Override
    public List<Told> ofDay(SourceLine line, LocalDate day) {
        Actor actor = Actors.current();
        if (actor.is(Role.LINE_CLIENT)) {
            actor.requireTokenScope("line:" + line.slug() + ":read");
        } else {
            actor.require(Permission.MATTER_READ);
        }
        List<Told> told = outbox.ofDay(destination(line), day, MOST).stream()
                .filter(message -> !message.subject().equals(Requests.SUBJECT))
                .map(message -> new Told(message, json.readValue(message.content(), Answer.class), handedBy(message))).toList();
        audit.record(AuditEntry.of(AuditKind.EXPORT, "ANSWERS_FETCHED").by(actor.auditActor()).on("line", line.digit()));
        return told;
    }

    private @Nullable String handedBy(WrittenMessage message) {
        Long by = message.handedBy();
        return by == null ? null : staff.displayName(new StaffId(by)).orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<KeptDay> notHandedOver(SourceLine line) {
        scope.requireReader(Actors.current(), line);
        return outbox.kept(destination(line));
    }

    @Override
    @Transactional
    public int handOver(SourceLine line, LocalDate day) {
        Actor actor = Actors.current();
        actor.require(Role.WINDOW, Role.DISPATCHER, Role.CENTER_DIRECTOR);
        scope.requireReader(actor, line);
        int count = outbox.handOver(destination(line), day, actor.id());
        if (count == 0) {
            throw Problem.of(ProblemType.WRONG_STATE, "NOTHING_TO_HAND_OVER");
        }
        audit.record(AuditEntry.of(AuditKind.CHANGE, "ANSWERS_HANDED_OVER").by(actor.auditActor()).on("line", line.digit()));
        return count;
    }

    @Override
    @Transactional(readOnly = true)
    public Settings settings(SourceLine line) {
        Actor actor = Actors.current();
        if (!actor.may(Permission.MATTER_READ)) {
            actor.require(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
        }
        return new Settings(line, endpoints.find(destination(line)).orElse(null), statuses.of(line));
    }

    @Override
    @Transactional
    public Optional<String> change(SourceLine line, NewSettings asked) {
        Actor actor = Actors.current();
        actor.require(Role.SYSTEM_ADMIN);
        String destination = destination(line);
        URI address = address(asked.address());
        URI before = endpoints.find(destination).map(Endpoint::address).orElse(null);
        Optional<String> secret = Optional.empty();
        if (address == null) {
            endpoints.end(actor, destination);
        } else if (!address.equals(before)) {
            secret = Optional.of(endpoints.set(actor, destination, address));
        }
        statuses.set(line, asked.statuses());
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "ANSWERED_STATUSES_SET").by(actor.auditActor()).on("line", line.digit()));
        return secret;
    }

    private static @Nullable URI address(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : new URI(text.strip());
        } catch (URISyntaxException e) {
            throw Problem.field("address", "MALFORMED");
        }
    }

    static String destination(SourceLine line) {
        return "line-" + line.slug();
    }
}
