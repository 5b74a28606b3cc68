package org.hejie.intake.internal;

import java.time.LocalDate;
import java.util.List;
import org.hejie.matter.SourceLine;
import org.hejie.notify.NewMessage;
import org.hejie.notify.Outbox;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What we ask of a line's system: {@code {"ask": "RESEND", "on": "2026-11-23", "outsideNos": ["…"]}}, to its address for answers. */
@Component
class Requests {

    /** Subject of such a message, where an answer has the code of a matter. */
    static final String SUBJECT = "RESEND";
    /** Numbers have up to 100 characters, a message 4,000. */
    private static final int IN_ONE = 30;

    private final Outbox outbox;
    private final JsonMapper json;

    Requests(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    private record Request(String ask, LocalDate on, List<String> outsideNos) {
    }

    void write(SourceLine line, LocalDate day, List<String> numbers, List<Long> visibleTo) {
        for (int at = 0; at < numbers.size(); at += IN_ONE) {
            var request = new Request(SUBJECT, day, numbers.subList(at, Math.min(at + IN_ONE, numbers.size())));
            outbox.add(new NewMessage(LineAnswers.destination(line), "day-" + day, SUBJECT, json.writeValueAsString(request), visibleTo));
        }
    }
}
