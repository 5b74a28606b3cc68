package org.hejie.matter.supervision.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterId;
import org.hejie.matter.supervision.CardBatch;
import org.hejie.matter.supervision.CardDetail.Deed;
import org.hejie.matter.supervision.CardDetail;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.matter.supervision.CardOrigin;
import org.hejie.matter.supervision.CardRow;
import org.hejie.matter.supervision.CardSearch;
import org.hejie.matter.supervision.CardState;
import org.hejie.matter.supervision.CardSuggestion;
import org.hejie.matter.supervision.Cards;
import org.hejie.matter.supervision.NewCard;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door's work: one transaction a deed, with its line on the card and its event in the matter's history. */
@Service
class CountyCards implements Cards {

    private static final int LONGEST_TEXT = 4000;

    private final CardStore store;
    private final CardReader reader;
    private final Issuing issuing;
    private final CardBatches batches;
    private final CardPowers powers;
    private final SupervisionRules rules;
    private final StaffDirectory staff;
    private final Clock clock;

    CountyCards(CardStore store, CardReader reader, Issuing issuing, CardBatches batches, CardPowers powers, SupervisionRules rules,
            StaffDirectory staff, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.issuing = issuing;
        this.batches = batches;
        this.powers = powers;
        this.rules = rules;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long issue(MatterId matter, NewCard card) {
        requirePower(card.level());
        return issuing.issue(Issuing.Order.byHand(matter, card));
    }

    @Override
    public CardBatch.CardBatchOutcome issueEach(CardBatch batch) {
        requirePower(batch.level());
        return batches.issue(batch);
    }

    private void requirePower(CardLevel level) {
        if (!powers.mayIssue(Actors.current(), level)) {
            throw Problem.of(ProblemType.FORBIDDEN, "CARD_LEVEL");
        }
    }

    @Override
    @Transactional
    public int acknowledge(long id, int seen, StaffId responsible) {
        Card card = open(id, seen, Deed.ACKNOWLEDGE);
        boolean there = staff.find(responsible).filter(one -> one.active())
                .stream().flatMap(one -> one.posts().stream()).anyMatch(post -> post.unit().equals(card.unit()));
        if (!there) {
            throw Problem.field("responsibleId", "NOT_OF_UNIT");
        }
        return move(card, CardState.ACKNOWLEDGED, MatterAction.ACKNOWLEDGE_CARD, null, responsible.value(), null);
    }

    @Override
    @Transactional
    public int reply(long id, int seen, String text) {
        Card card = open(id, seen, Deed.REPLY);
        return move(card, CardState.REPLIED, MatterAction.REPLY_TO_CARD, text("text", text, true), null, null);
    }

    @Override
    @Transactional
    public int accept(long id, int seen, @Nullable String text) {
        Card card = open(id, seen, Deed.ACCEPT);
        return move(card, CardState.ACCEPTED, MatterAction.ACCEPT_REPLY, text("text", text, false), null, null);
    }

    @Override
    @Transactional
    public int sendBack(long id, int seen, String reason, @Nullable LocalDate replyBy) {
        Card card = open(id, seen, Deed.SEND_BACK);
        Instant now = clock.instant();
        Instant until = replyBy == null ? issuing.replyBy(card.level(), now) : Issuing.endOf(replyBy, now);
        return move(card, CardState.SENT_BACK, MatterAction.SEND_BACK_REPLY, text("reason", reason, true), null, until);
    }

    @Override
    @Transactional
    public int recall(long id, int seen, String reason) {
        Card card = open(id, seen, Deed.RECALL);
        return move(card, CardState.RECALLED, MatterAction.RECALL_CARD, text("reason", reason, true), null, null);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CardDetail> detail(long id) {
        return store.read(id).flatMap(card -> reader.detail(card, powers.of(Actors.current(), card)));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<CardRow> list(CardSearch search, @Nullable String cursor, int limit, boolean counted) {
        return reader.list(search, cursor, limit, counted);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<CardSuggestion> suggestions(@Nullable String cursor, int limit) {
        Actors.current().require(Permission.SUPERVISE);
        return reader.suggestions(cursor, limit);
    }

    @Override
    @Transactional
    public long confirm(long suggestion, String reason, @Nullable LocalDate replyBy) {
        CardStore.Open open = undecided(suggestion);
        if (!powers.mayIssue(Actors.current(), open.level())) {
            throw Problem.of(ProblemType.FORBIDDEN, "CARD_LEVEL");
        }
        CardRule rule = rules.now().rules().stream().filter(one -> one.code().equals(open.rule())).findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.RULE_REFUSED, "CARD_RULE_GONE"));
        String why = NewCard.checked("reason", reason);
        long card = issuing.issue(new Issuing.Order(open.matter(), open.unit(), open.level(), CardOrigin.RULE, rule.code(),
                why, rule.required().zh(), replyBy, open.follows()));
        store.decide(suggestion, clock.instant(), self(), card, why);
        return card;
    }

    @Override
    @Transactional
    public void dismiss(long suggestion, String reason) {
        CardStore.Open open = undecided(suggestion);
        if (!powers.mayIssue(Actors.current(), open.level())) {
            throw Problem.of(ProblemType.FORBIDDEN, "CARD_LEVEL");
        }
        store.decide(suggestion, clock.instant(), self(), null, NewCard.checked("reason", reason));
    }

    @Override
    public List<RuleText> rules() {
        return rules.now().rules().stream().map(rule -> new RuleText(rule.code(), rule.level(), rule.name().zh(), rule.name().en(),
                rule.required().zh(), rule.required().en(), rule.verified())).toList();
    }

    private CardStore.Open undecided(long suggestion) {
        Actors.current().require(Permission.SUPERVISE);
        return store.lockSuggestion(suggestion).orElseThrow(() -> Problem.of(
                store.decided(suggestion).isEmpty() ? ProblemType.NOT_FOUND : ProblemType.WRONG_STATE));
    }

    /** The card, locked, if it stands where the deed is possible and the actor may do it. */
    private Card open(long id, int seen, Deed deed) {
        Card card = store.lock(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (card.version() != seen) {
            throw Problem.of(ProblemType.STALE);
        }
        if (!CardPowers.statesFor(deed).contains(card.state())) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
        if (!powers.of(Actors.current(), card).contains(deed)) {
            throw Problem.of(ProblemType.FORBIDDEN, "CARD_" + deed.name());
        }
        return card;
    }

    private int move(Card card, CardState to, MatterAction action, @Nullable String text, @Nullable Long responsible,
            @Nullable Instant replyBy) {
        Actor actor = Actors.current();
        Instant now = clock.instant();
        store.move(card, to, now, self(), responsible, replyBy);
        store.write(card.id(), to, now, self(), actor.unitId().map(UnitId::value).orElse(null), text);
        issuing.record(action, card.matter(), card.id(), card.level(), card.unit(), null, text);
        return card.version() + 1;
    }

    private static @Nullable Long self() {
        return Actors.current().staffId().map(StaffId::value).orElse(null);
    }

    private static @Nullable String text(String field, @Nullable String given, boolean required) {
        String bare = given == null ? "" : given.strip();
        new Problem.Fields()
                .reject(required && bare.isEmpty(), field, "REQUIRED")
                .reject(bare.length() > LONGEST_TEXT, field, "LENGTH")
                .reject(bare.indexOf('\0') >= 0, field, "INVALID")
                .done();
        return bare.isEmpty() ? null : bare;
    }
}
