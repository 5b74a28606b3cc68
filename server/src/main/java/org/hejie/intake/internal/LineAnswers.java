package org.hejie.intake.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.intake.Answer;
import org.hejie.intake.Answers;
import org.hejie.matter.MatterMoved;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.Matters;
import org.hejie.matter.Matters.MergedTwin;
import org.hejie.matter.SourceLine;
import org.hejie.notify.Endpoint;
import org.hejie.notify.Endpoints;
import org.hejie.notify.NewMessage;
import org.hejie.notify.Outbox;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.Role;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer with each move that a line is to know of. A matter without a number of a line costs nothing. */
@Service
class LineAnswers implements Answers {

    /** A county's line has some hundreds of moves a day; this bounds the memory of one file. */
    private static final int MOST = 50_000;

    /** What ends a master, or opens it again. */
    private static final Set<MatterStatus> HEARD_BY_TWINS = EnumSet.of(MatterStatus.CLOSED, MatterStatus.REJECTED,
            MatterStatus.GUIDED, MatterStatus.TRANSFERRED_OUT, MatterStatus.WITHDRAWN, MatterStatus.REOPENED);

    private final Outbox outbox;
    private final Endpoints endpoints;
    private final AnsweredStatuses statuses;
    private final ObjectProvider<Matters> matters;
    private final Units units;
    private final AuditLog audit;
    private final JsonMapper json;

    LineAnswers(Outbox outbox, Endpoints endpoints, AnsweredStatuses statuses,
            ObjectProvider<Matters> matters, Units units, AuditLog audit, JsonMapper json) {
        this.outbox = outbox;
        this.endpoints = endpoints;
        this.statuses = statuses;
        this.matters = matters;
        this.units = units;
        this.audit = audit;
        this.json = json;
    }

    /** In the transaction of the move. What is merged into the matter hears how its master ends. */
    @EventListener
    void on(MatterMoved moved) {
        if (moved.from() == moved.to()) {
            return;
        }
        if (moved.outsideNo() != null) {
            tell(new MergedTwin(moved.id(), moved.code(), moved.line(), moved.outsideNo()), moved);
        }
        if (HEARD_BY_TWINS.contains(moved.to())) {
            matters.getObject().mergedInto(moved.id()).forEach(twin -> tell(twin, moved));
        }
    }

    private void tell(MergedTwin one, MatterMoved moved) {
        if (!statuses.of(one.line()).contains(moved.to())) {
            return;
        }
        var answer = new Answer(one.outsideNo(), one.code().value(), moved.to(),
                moved.at().atZone(Times.ZONE).toOffsetDateTime(), moved.result());
        outbox.add(new NewMessage(destination(one.line()), Long.toString(one.id().value()), one.code().value(),
                json.writeValueAsString(answer), keys(one.line())));
    }

    private List<Long> keys(SourceLine line) {
        List<Long> keys = new ArrayList<>(List.of(units.county().id().value()));
        units.ofLine(line.digit()).ifPresent(unit -> keys.add(unit.id().value()));
        return keys;
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
                .map(message -> new Told(message, json.readValue(message.content(), Answer.class))).toList();
        audit.record(AuditEntry.of(AuditKind.EXPORT, "ANSWERS_FETCHED").by(actor.auditActor()).on("line", line.digit()));
        return told;
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
