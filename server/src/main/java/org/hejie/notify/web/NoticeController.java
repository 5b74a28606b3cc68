package org.hejie.notify.web;

import java.util.List;
import org.hejie.notify.NoticeRow;
import org.hejie.notify.OwnNotices;
import org.hejie.notify.OwnNotices.NewWishes;
import org.hejie.notify.OwnNotices.Receipt;
import org.hejie.notify.OwnNotices.Subscription;
import org.hejie.notify.OwnNotices.Wishes;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One's own notices, how one wants to be told, and the stream that lets a page know that it should look again. */
@RestController
@RequestMapping("/api/v1")
class NoticeController {

    private static final int MOST = 100;

    private final OwnNotices notices;
    private final Streams streams;

    NoticeController(OwnNotices notices, Streams streams) {
        this.notices = notices;
        this.streams = streams;
    }

    /** @param fresh not yet seen, counted up to 100 */
    record NoticeCount(int fresh) {
    }

    record Seen(long upTo) {
    }

    /** @param phone null: as before; empty: none; @param mail null: as before; empty: none */
    record WishesRequest(@Nullable String language, @Nullable String phone, @Nullable String mail, @Nullable List<Subscription> subscriptions) {

        @Override
        public String toString() {
            return "WishesRequest[addresses hidden]";
        }
    }

    record ReceiptList(List<Receipt> items) {
    }

    @GetMapping("/notices")
    Page<NoticeRow> page(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "30") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.field("limit", "RANGE");
        }
        return notices.page(staff(), cursor, limit);
    }

    @GetMapping("/notices/count")
    NoticeCount count() {
        return new NoticeCount(notices.fresh(staff()));
    }

    /** Marks all up to a notice as seen. When is not kept. */
    @PutMapping("/notices/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@RequestBody Seen seen) {
        notices.seen(staff(), seen.upTo());
    }

    @GetMapping("/notices/wishes")
    Wishes wishes() {
        return notices.wishes(staff());
    }

    @PutMapping("/notices/wishes")
    Wishes change(@RequestBody WishesRequest request) {
        return notices.change(staff(), new NewWishes(request.language() == null ? "zh" : request.language(), request.phone(), request.mail(),
                request.subscriptions() == null ? List.of() : request.subscriptions()));
    }

    /** What became of one's own mails and text messages. */
    @GetMapping("/notices/receipts")
    ReceiptList receipts() {
        return new ReceiptList(notices.receipts(staff()));
    }

    /** Events {@code matters} and {@code notices}, without content: look again. Ends after some minutes; open it anew. */
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live() {
        return streams.open(staff());
    }

    private static Actor staff() {
        Actor actor = Actors.current();
        if (actor.kind() != Actor.Kind.STAFF && actor.activePost() == null) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return actor;
    }
}
