package org.hejie.mediation.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hejie.mediation.MediationSessionRow;
import org.hejie.mediation.MediationSessionView;
import org.hejie.mediation.MediationSessionView.MinutesLine;
import org.hejie.mediation.MediationSessions;
import org.hejie.mediation.NewMediationSession;
import org.hejie.mediation.RoomRow;
import org.hejie.mediation.Rooms;
import org.hejie.mediation.Rooms.Room;
import org.hejie.mediation.SessionWishes;
import org.hejie.mediation.web.MediatorController.MediationMade;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Asked;
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

/** Sessions of mediations and the rooms. */
@RestController
@RequestMapping("/api/v1")
class MediationSessionController {

    private final MediationSessions sessions;
    private final SessionWishes wishes;
    private final Rooms rooms;

    MediationSessionController(MediationSessions sessions, SessionWishes wishes, Rooms rooms) {
        this.sessions = sessions;
        this.wishes = wishes;
        this.rooms = rooms;
    }

    record MediationSessionRequest(MediationSessionRow.@Nullable Kind kind, @Nullable Long partyId, @Nullable Instant startsAt,
            @Nullable Instant endsAt, @Nullable Integer roomId, @Nullable String place, @Nullable Boolean unsafe) {

        NewMediationSession read() {
            return new NewMediationSession(Asked.required("kind", kind), partyId, Asked.required("startsAt", startsAt),
                    Asked.required("endsAt", endsAt), roomId, place, Boolean.TRUE.equals(unsafe));
        }
    }

    record PresenceRequest(@Nullable List<@Nullable Long> partyIds, @Nullable Boolean came) {
    }

    record InvitationAnswer(@Nullable Long partyId, @Nullable Boolean willCome) {
    }

    record MinuteLine(MediationSessionView.@Nullable Speaker speaker, @Nullable Long partyId, @Nullable String text) {
    }

    record MinutesRequest(@Nullable List<@Nullable MinuteLine> lines) {

        List<MinutesLine> read() {
            return lines == null ? List.of() : said(lines);
        }
    }

    /** @param lines the minutes as they were read; null for those kept already */
    record ReadBackRequest(MediationSessionRow.@Nullable Result result, @Nullable List<@Nullable MinuteLine> lines) {
    }

    record MediationReason(@Nullable String reason) {
    }

    record MediationVersion(long id, int version) {
    }

    /** @param roomId null for the same room */
    record MediationMove(@Nullable Instant startsAt, @Nullable Integer roomId) {
    }

    record RoomRequest(@Nullable String name, @Nullable String nameEn, Rooms.@Nullable Kind kind, @Nullable Integer capacity,
            @Nullable Boolean twoDoors, @Nullable Boolean recorder, @Nullable Boolean open) {

        Room read() {
            return new Room(Asked.text(name), Asked.text(nameEn), Asked.required("kind", kind), Asked.required("capacity", capacity),
                    Boolean.TRUE.equals(twoDoors), Boolean.TRUE.equals(recorder), !Boolean.FALSE.equals(open));
        }
    }

    record RoomList(List<RoomRow> items) {
    }

    @PostMapping("/mediations/{id}/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    MediationMade plan(@PathVariable long id, @RequestBody MediationSessionRequest request) {
        return new MediationMade(sessions.plan(id, request.read()));
    }

    @GetMapping("/mediation-sessions/{id}")
    ResponseEntity<MediationSessionView> find(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        MediationSessionView one = sessions.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return ResponseEntity.ok().eTag(Integer.toString(one.version())).body(one);
    }

    @PostMapping("/mediation-sessions/{id}/answers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable long id, @RequestBody InvitationAnswer request) {
        sessions.answer(id, Asked.required("partyId", request.partyId()), Asked.required("willCome", request.willCome()));
    }

    @PostMapping("/mediation-sessions/{id}/attendance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void attend(@PathVariable long id, @RequestBody PresenceRequest request) {
        sessions.attend(id, Asked.numbers("partyIds", request.partyIds()), Asked.required("came", request.came()));
    }

    @PutMapping("/mediation-sessions/{id}/minutes")
    ResponseEntity<MediationVersion> minutes(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody MinutesRequest request) {
        return answer(id, sessions.minutes(id, Asked.version(seen), request.read()));
    }

    @PostMapping("/mediation-sessions/{id}/read-back")
    ResponseEntity<MediationVersion> readBack(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody ReadBackRequest request) {
        return answer(id, sessions.readBack(id, Asked.version(seen), Asked.required("result", request.result()),
                request.lines() == null ? null : said(request.lines())));
    }

    @PostMapping("/mediation-sessions/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id, @RequestBody MediationReason request) {
        sessions.cancel(id, Asked.text(request.reason()));
    }

    /** The session is moved as its parties asked. */
    @PostMapping("/mediation-sessions/{id}/move")
    @ResponseStatus(HttpStatus.CREATED)
    MediationMade move(@PathVariable long id, @RequestBody MediationMove request) {
        return new MediationMade(wishes.move(id, Asked.required("startsAt", request.startsAt()), request.roomId()));
    }

    /** The time stays. */
    @PostMapping("/mediation-sessions/{id}/kept-time")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable long id) {
        wishes.keep(id);
    }

    @PostMapping("/mediation-rooms")
    @ResponseStatus(HttpStatus.CREATED)
    MediationMade room(@RequestBody RoomRequest request) {
        return new MediationMade(rooms.add(request.read()));
    }

    /** Changes or closes a room. */
    @PutMapping("/mediation-rooms/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void room(@PathVariable int id, @RequestBody RoomRequest request) {
        rooms.change(id, request.read());
    }

    /** The rooms with what is booked in the span. */
    @GetMapping("/mediation-rooms")
    RoomList rooms(@RequestParam Instant from, @RequestParam Instant to) {
        Actors.current().require(Permission.MATTER_READ);
        return new RoomList(sessions.rooms(from, to));
    }

    private static List<MinutesLine> said(List<@Nullable MinuteLine> lines) {
        List<MinutesLine> said = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String place = "lines[" + i + "]";
            MinuteLine line = Asked.required(place, lines.get(i));
            said.add(new MinutesLine(Asked.required(place + ".speaker", line.speaker()), line.partyId(), Asked.text(line.text()).strip()));
        }
        return said;
    }

    private static ResponseEntity<MediationVersion> answer(long id, int version) {
        return ResponseEntity.ok().eTag(Integer.toString(version)).body(new MediationVersion(id, version));
    }
}
