package org.hejie.matter.supervision;

import java.time.LocalDate;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.StaffId;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cards: issued, answered, judged, listed. Changes of a card need the version seen, in If-Match. */
@RestController
@RequestMapping("/api/v1")
class CardController {

    private final Cards cards;

    CardController(Cards cards) {
        this.cards = cards;
    }

    /** @param origin LEADER or INSPECTION; @param replyBy null: by the level */
    record CardRequest(@Nullable Long unitId, @Nullable String level, @Nullable String origin, @Nullable String reason,
            @Nullable String required, @Nullable LocalDate replyBy) {

        NewCard read() {
            if (unitId == null) {
                throw Problem.field("unitId", "REQUIRED");
            }
            return new NewCard(new UnitId(unitId), Asked.one(CardLevel.class, "level", level),
                    origin == null ? CardOrigin.LEADER : Asked.one(CardOrigin.class, "origin", origin), reason == null ? "" : reason,
                    required == null ? "" : required, replyBy);
        }
    }

    /** The same card on several matters, each to the unit that leads it. @param replyBy null: by the level */
    record CardBatchRequest(@Nullable List<Long> matterIds, @Nullable String level, @Nullable String origin, @Nullable String reason,
            @Nullable String required, @Nullable LocalDate replyBy) {

        CardBatch read() {
            List<Long> ids = matterIds == null ? List.of() : matterIds;
            if (ids.stream().anyMatch(id -> id == null || id <= 0)) {
                throw Problem.field("matterIds", "UNKNOWN");
            }
            return new CardBatch(ids.stream().map(MatterId::new).toList(), Asked.one(CardLevel.class, "level", level),
                    origin == null ? CardOrigin.LEADER : Asked.one(CardOrigin.class, "origin", origin), reason == null ? "" : reason,
                    required == null ? "" : required, replyBy);
        }
    }

    record Acknowledgement(@Nullable Long responsibleId) {
    }

    record CardText(@Nullable String text) {
    }

    record CardReason(@Nullable String reason, @Nullable LocalDate replyBy) {
    }

    /** Number of the card issued. */
    record CardIssued(long id) {
    }

    /** Where the card stands after it. */
    record CardVersion(long id, int version) {
    }

    @GetMapping("/supervision/rules")
    List<Cards.RuleText> rules() {
        Actors.current().require(Permission.MATTER_READ);
        return cards.rules();
    }

    @GetMapping("/supervision/cards")
    Page<CardRow> list(@RequestParam(required = false) @Nullable Long matter, @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(required = false) @Nullable Long responsible, @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String state, @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable Boolean open, @RequestParam(required = false) @Nullable Boolean late,
            @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        return cards.list(new CardSearch(matter, unit, responsible, level == null ? null : Asked.one(CardLevel.class, "level", level),
                state == null ? null : Asked.one(CardState.class, "state", state), rule, open, late, from, to), cursor, Asked.within(limit), true);
    }

    @GetMapping("/supervision/cards/{id}")
    ResponseEntity<CardDetail> detail(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        CardDetail detail = cards.detail(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return ResponseEntity.ok().eTag(Integer.toString(detail.card().version())).body(detail);
    }

    @PostMapping("/matters/{id}/cards")
    @ResponseStatus(HttpStatus.CREATED)
    CardIssued issue(@PathVariable long id, @RequestBody CardRequest request) {
        return new CardIssued(cards.issue(new MatterId(id), request.read()));
    }

    /** Issues one card each; answers which were, and which not and why. */
    @PostMapping("/supervision/card-batches")
    CardBatch.CardBatchOutcome issueEach(@RequestBody CardBatchRequest request) {
        return cards.issueEach(request.read());
    }

    @PostMapping("/supervision/cards/{id}/acknowledgement")
    ResponseEntity<CardVersion> acknowledge(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody Acknowledgement body) {
        if (body.responsibleId() == null) {
            throw Problem.field("responsibleId", "REQUIRED");
        }
        return answer(id, cards.acknowledge(id, Asked.version(seen), new StaffId(body.responsibleId())));
    }

    @PostMapping("/supervision/cards/{id}/replies")
    ResponseEntity<CardVersion> reply(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody CardText body) {
        return answer(id, cards.reply(id, Asked.version(seen), body.text() == null ? "" : body.text()));
    }

    @PostMapping("/supervision/cards/{id}/acceptance")
    ResponseEntity<CardVersion> accept(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody CardText body) {
        return answer(id, cards.accept(id, Asked.version(seen), body.text()));
    }

    @PostMapping("/supervision/cards/{id}/sending-back")
    ResponseEntity<CardVersion> sendBack(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody CardReason body) {
        return answer(id, cards.sendBack(id, Asked.version(seen), body.reason() == null ? "" : body.reason(), body.replyBy()));
    }

    @PostMapping("/supervision/cards/{id}/recall")
    ResponseEntity<CardVersion> recall(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody CardReason body) {
        return answer(id, cards.recall(id, Asked.version(seen), body.reason() == null ? "" : body.reason()));
    }

    @GetMapping("/supervision/suggestions")
    Page<CardSuggestion> suggestions(@RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return cards.suggestions(cursor, Asked.within(limit));
    }

    @PostMapping("/supervision/suggestions/{id}/confirmation")
    @ResponseStatus(HttpStatus.CREATED)
    CardIssued confirm(@PathVariable long id, @RequestBody CardReason body) {
        return new CardIssued(cards.confirm(id, body.reason() == null ? "" : body.reason(), body.replyBy()));
    }

    @PostMapping("/supervision/suggestions/{id}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable long id, @RequestBody CardReason body) {
        cards.dismiss(id, body.reason() == null ? "" : body.reason());
    }

    private static ResponseEntity<CardVersion> answer(long id, int version) {
        return ResponseEntity.ok().eTag(Integer.toString(version)).body(new CardVersion(id, version));
    }
}
