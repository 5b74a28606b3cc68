package org.hejie.org.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hejie.org.Actors;
import org.hejie.org.DeviceSession;
import org.hejie.org.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own open sessions. The security administrator ends others' by the same door. */
@RestController
@RequestMapping("/api/v1/sessions")
class OwnSessionController {

    record SessionList(List<DeviceSession> items) {
    }

    private final Sessions sessions;

    OwnSessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    SessionList own(HttpServletRequest request) {
        return new SessionList(sessions.own(SessionCookie.require(request)));
    }

    /** Ends one. */
    @PostMapping("/{id}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id) {
        sessions.end(Actors.current(), id);
    }

    /** Ends all but the one that asks. */
    @PostMapping("/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(HttpServletRequest request) {
        sessions.endOthers(SessionCookie.require(request));
    }
}
