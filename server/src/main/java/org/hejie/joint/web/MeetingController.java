package org.hejie.joint.web;

import java.time.LocalDate;
import java.util.List;
import org.hejie.joint.MeetingView;
import org.hejie.joint.MorningMeetings;
import org.hejie.joint.NewTask;
import org.hejie.joint.web.JointController.JointMade;
import org.hejie.joint.web.JointController.JointVersion;
import org.hejie.joint.web.JointController.SessionText;
import org.hejie.matter.MatterId;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
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

/** Morning meetings: the agenda, the decisions, the minutes. */
@RestController
@RequestMapping("/api/v1/morning-meetings")
class MeetingController {

    private final MorningMeetings meetings;

    MeetingController(MorningMeetings meetings) {
        this.meetings = meetings;
    }

    /** @param meeting null before it has begun: then {@code agenda} is what would lie before it now */
    record Today(@Nullable MeetingView meeting, List<MeetingView.AgendaItem> agenda) {
    }

    record DecisionRequest(@Nullable Long matterId, @Nullable Long unitId, @Nullable String responsible, @Nullable String text,
            @Nullable String limit, @Nullable LocalDate dueOn) {
    }

    @GetMapping("/today")
    Today today() {
        MeetingView meeting = meetings.today().orElse(null);
        return new Today(meeting, meeting == null ? meetings.agenda() : meeting.items());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    JointMade begin() {
        return new JointMade(meetings.begin());
    }

    @GetMapping
    Page<MeetingView.MeetingRow> list(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        return meetings.list(cursor, Asked.within(limit));
    }

    @GetMapping("/{id}")
    ResponseEntity<MeetingView> find(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        MeetingView view = meetings.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return ResponseEntity.ok().eTag(Integer.toString(view.version())).body(view);
    }

    @PostMapping("/{id}/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    JointMade decide(@PathVariable long id, @RequestBody DecisionRequest request) {
        return new JointMade(meetings.decide(id, new MatterId(Asked.required("matterId", request.matterId())),
                NewTask.of(request.unitId(), request.responsible(), request.text(), request.limit(), request.dueOn())));
    }

    @PutMapping("/{id}/minutes")
    ResponseEntity<JointVersion> minutes(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody SessionText body) {
        return answer(id, meetings.minutes(id, Asked.version(seen), body.text() == null ? "" : body.text()));
    }

    @PostMapping("/{id}/signature")
    ResponseEntity<JointVersion> sign(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen) {
        return answer(id, meetings.sign(id, Asked.version(seen)));
    }

    @PostMapping("/{id}/addenda")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable long id, @RequestBody SessionText body) {
        meetings.add(id, body.text() == null ? "" : body.text());
    }

    private static ResponseEntity<JointVersion> answer(long id, int version) {
        return ResponseEntity.ok().eTag(Integer.toString(version)).body(new JointVersion(id, version));
    }
}
