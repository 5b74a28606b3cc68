package org.hejie.joint.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hejie.joint.JointSessions;
import org.hejie.joint.NewSession;
import org.hejie.joint.NewTask;
import org.hejie.joint.ResponseRow;
import org.hejie.joint.SessionRow;
import org.hejie.joint.JointSession;
import org.hejie.matter.MatterId;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Joint sessions: called, answered, attended, recorded, signed. */
@RestController
@RequestMapping("/api/v1")
class JointController {

    private final JointSessions sessions;

    JointController(JointSessions sessions) {
        this.sessions = sessions;
    }

    record SessionRequest(@Nullable List<Long> unitIds, @Nullable String reason, @Nullable Instant meetsAt, @Nullable String place) {

        NewSession read() {
            return new NewSession(unitIds == null ? List.of() : unitIds.stream().map(UnitId::new).toList(),
                    reason == null ? "" : reason, Asked.required("meetsAt", meetsAt), place == null ? "" : place);
        }
    }

    record AnswerRequest(@Nullable String answer, @Nullable String note) {
    }

    /** @param attendee who came; null with {@code came} false */
    record AttendanceRequest(@Nullable Long unitId, @Nullable Boolean came, @Nullable String attendee, @Nullable Instant arrivedAt) {
    }

    record OpinionRequest(@Nullable Long unitId, @Nullable String text, @Nullable Boolean dissents) {
    }

    record TaskRequest(@Nullable Long unitId, @Nullable String responsible, @Nullable String text, @Nullable String limit,
            @Nullable LocalDate dueOn) {

        NewTask read() {
            return NewTask.of(unitId, responsible, text, limit, dueOn);
        }
    }

    record SessionText(@Nullable String text) {
    }

    record SessionReason(@Nullable String reason) {
    }

    /** Number of what was made. */
    record JointMade(long id) {
    }

    record JointVersion(long id, int version) {
    }

    @PostMapping("/matters/{id}/joint-sessions")
    @ResponseStatus(HttpStatus.CREATED)
    JointMade call(@PathVariable long id, @RequestBody SessionRequest request) {
        return new JointMade(sessions.call(new MatterId(id), request.read()));
    }

    /** @param on only those of that day */
    @GetMapping("/joint-sessions")
    Page<SessionRow> list(@RequestParam(required = false) @Nullable Long matter,
            @RequestParam(required = false) @Nullable LocalDate on, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        return sessions.list(matter, on, cursor, Asked.within(limit));
    }

    @GetMapping("/joint-sessions/{id}")
    ResponseEntity<JointSession> find(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        JointSession view = sessions.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return ResponseEntity.ok().eTag(Integer.toString(view.version())).body(view);
    }

    @GetMapping("/joint-responses")
    Page<ResponseRow> responses(@RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        return sessions.responses(from, to, cursor, Asked.within(limit));
    }

    @PostMapping("/joint-sessions/{id}/answers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable long id, @RequestBody AnswerRequest request) {
        sessions.answer(id, Asked.one(JointSession.Answer.class, "answer", request.answer()), request.note());
    }

    @PostMapping("/joint-sessions/{id}/attendance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void attend(@PathVariable long id, @RequestBody AttendanceRequest request) {
        var unit = new UnitId(Asked.required("unitId", request.unitId()));
        if (Asked.required("came", request.came())) {
            sessions.arrived(id, unit, request.attendee() == null ? "" : request.attendee(),
                    Asked.required("arrivedAt", request.arrivedAt()));
        } else {
            sessions.absent(id, unit);
        }
    }

    @PostMapping("/joint-sessions/{id}/opinions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opinion(@PathVariable long id, @RequestBody OpinionRequest request) {
        sessions.opinion(id, new UnitId(Asked.required("unitId", request.unitId())), request.text() == null ? "" : request.text(),
                Boolean.TRUE.equals(request.dissents()));
    }

    @PostMapping("/joint-sessions/{id}/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    JointMade task(@PathVariable long id, @RequestBody TaskRequest request) {
        return new JointMade(sessions.task(id, request.read()));
    }

    @PutMapping("/joint-sessions/{id}/minutes")
    ResponseEntity<JointVersion> minutes(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody SessionText body) {
        return answer(id, sessions.minutes(id, Asked.version(seen), body.text() == null ? "" : body.text()));
    }

    @PostMapping("/joint-sessions/{id}/signature")
    ResponseEntity<JointVersion> sign(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen) {
        return answer(id, sessions.sign(id, Asked.version(seen)));
    }

    @PostMapping("/joint-sessions/{id}/addenda")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable long id, @RequestBody SessionText body) {
        sessions.add(id, body.text() == null ? "" : body.text());
    }

    @PostMapping("/joint-sessions/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id, @RequestBody SessionReason body) {
        sessions.cancel(id, body.reason() == null ? "" : body.reason());
    }

    private static ResponseEntity<JointVersion> answer(long id, int version) {
        return ResponseEntity.ok().eTag(Integer.toString(version)).body(new JointVersion(id, version));
    }
}
