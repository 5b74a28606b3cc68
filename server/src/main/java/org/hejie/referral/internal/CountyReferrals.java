package org.hejie.referral.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Limit;
import org.hejie.calendar.MalformedLimit;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterId;
import org.hejie.org.Actors;
import org.hejie.referral.Column;
import org.hejie.referral.Desk;
import org.hejie.referral.Direction;
import org.hejie.referral.NewsType;
import org.hejie.referral.Outcome;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.ReferralKind;
import org.hejie.referral.ReferralRow;
import org.hejie.referral.ReferralState;
import org.hejie.referral.ReferralView;
import org.hejie.referral.Referrals;
import org.hejie.referral.RulesView;
import org.hejie.referral.internal.NewsRows.Told;
import org.hejie.referral.internal.ReferralStore.Answered;
import org.hejie.shared.Ids;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desks do with referrals. */
@Service
class CountyReferrals implements Referrals {

    private static final String RECALLED = "RECALLED";

    private final ReferralStore store;
    private final ReferralReader reader;
    private final ReferralRules rules;
    private final Steps steps;
    private final Partners partners;
    private final NewsRows news;
    private final MatterCodes matters;
    private final MatterChronicle chronicle;
    private final Calendars calendars;
    private final Ids ids;
    private final Clock clock;

    CountyReferrals(ReferralStore store, ReferralReader reader, ReferralRules rules, Steps steps, Partners partners, NewsRows news,
            MatterCodes matters, MatterChronicle chronicle, Calendars calendars, Ids ids, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.rules = rules;
        this.steps = steps;
        this.partners = partners;
        this.news = news;
        this.matters = matters;
        this.chronicle = chronicle;
        this.calendars = calendars;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int sign(long referral, int seen) {
        Held one = incoming(referral, seen);
        steps.sign(one, null);
        return one.version() + 1;
    }

    @Override
    @Transactional
    public int decline(long referral, int seen, String code, @Nullable String text) {
        Held one = incoming(referral, seen);
        if (!rules.isDecline(code)) {
            throw Problem.field("reason", code.isEmpty() ? "REQUIRED" : "UNKNOWN");
        }
        steps.decline(one, code, Texts.optional("text", text, Texts.REASON));
        return one.version() + 1;
    }

    @Override
    @Transactional
    public int extend(long referral, int seen, String by, boolean bothConsent, String proof) {
        Held one = incoming(referral, seen);
        String extension = rules.known(one.kind()).extension();
        if (extension == null || one.extended()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "REFERRAL_EXTENSION");
        }
        new Problem.Fields().reject(!bothConsent, "bothConsent", "REQUIRED").done();
        String shown = Texts.needed("proof", proof, Texts.SHORT);
        steps.extend(one, upTo(by, Limit.parse(extension)), shown);
        return one.version() + 1;
    }

    private static Limit upTo(String text, Limit most) {
        try {
            Limit by = Limit.parse(text.strip());
            if (by.unit() != most.unit() || by.amount().compareTo(most.amount()) > 0) {
                throw Problem.field("by", "RANGE");
            }
            return by;
        } catch (MalformedLimit malformed) {
            throw Problem.field("by", text.isBlank() ? "REQUIRED" : "INVALID");
        }
    }

    @Override
    @Transactional
    public int answer(long referral, int seen, ReferralAnswer answer) {
        Held one = incoming(referral, seen);
        steps.answer(one, checked(rules.known(one.kind()), answer));
        return one.version() + 1;
    }

    private Answered checked(ReferralKind kind, ReferralAnswer given) {
        List<FieldError> errors = new ArrayList<>();
        boolean agreed = given.outcome() == Outcome.AGREED;
        boolean failed = given.outcome() == Outcome.NOT_AGREED;
        if (given.outcome() == null) {
            errors.add(new FieldError("outcome", "REQUIRED"));
        }
        Texts.check(errors, "agreementNo", given.agreementNo(), Texts.NUMBER, agreed);
        Texts.check(errors, "undisputed", given.undisputed(), Texts.LONG, failed && kind.undisputed());
        Texts.check(errors, "text", given.text(), Texts.LONG, false);
        if (failed && !rules.isFailure(given.reason())) {
            errors.add(new FieldError("reason", given.reason() == null ? "REQUIRED" : "UNKNOWN"));
        }
        if (!errors.isEmpty() || given.outcome() == null) {
            throw Problem.fields(errors);
        }
        return new Answered(given.outcome(), agreed ? Texts.bare(given.agreementNo()) : null, agreed ? given.performed() : null,
                failed ? given.reason() : null, failed ? Texts.bare(given.undisputed()) : null, Texts.bare(given.text()));
    }

    private Held incoming(long referral, int seen) {
        return held(referral, Direction.IN).seen(seen);
    }

    private Held held(long referral, Direction direction) {
        Held one = store.lock(referral).filter(found -> found.direction() == direction)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        ReferralPowers.requireCentre(one.system());
        return one;
    }

    @Override
    @Transactional
    public long send(MatterId matter, String code, String text) {
        ReferralKind kind = rules.kind(code).filter(one -> one.direction() == Direction.OUT).orElseThrow(() ->
                Problem.field("kind", code.isEmpty() ? "REQUIRED" : "UNKNOWN"));
        ReferralPowers.requireCentre(kind.system());
        return send(matter, kind, Texts.needed("text", text, Texts.LONG), null);
    }

    /** Sends one, for whoever may. @param source number of the wage clue it carries; null for none */
    long send(MatterId matter, ReferralKind kind, @Nullable String text, @Nullable Long source) {
        String matterCode = Optional.ofNullable(matters.codes(List.of(matter)).get(matter.value()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        Partner partner = partners.writing(kind.system());
        Instant now = clock.instant();
        long id = ids.next();
        if (source == null) { // a wage clue has its own event
            chronicle.write(matter, new MatterChronicle.Happening(MatterAction.SEND_REFERRAL, kind.code(), null,
                    Map.of("referral", id, "partner", kind.system().name(), "kind", kind.code()), List.of(partner.unit())));
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("direction", Direction.OUT.name());
        row.put("kind", kind.code());
        row.put("state", ReferralState.SENT.name());
        row.put("matter_id", matter.value());
        row.put("text", text);
        row.put("source_id", source);
        row.put("sent_at", now.toString());
        row.put("received_at", now.toString());
        row.put("received_by", ReferralStore.number(Actors.current()));
        row.put("sign_by", calendars.county().due(now, rules.sign()).dueAt().toString());
        store.insert(partner, List.of(row));
        news.tell(partner, now, List.of(new Told(NewsType.SENT, id, null, new TreeMap<>(Map.of("kind", kind.code(), "matterCode", matterCode)))));
        return id;
    }

    @Override
    @Transactional
    public int recall(long referral, int seen, String why) {
        Held one = held(referral, Direction.OUT).seen(seen);
        if (!one.unsigned()) {
            throw Problem.of(ProblemType.WRONG_STATE, "REFERRAL_STATE");
        }
        steps.withdraw(one, RECALLED, Texts.needed("reason", why, Texts.REASON));
        return one.version() + 1;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ReferralView> find(long referral) {
        return reader.find(referral);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ReferralRow> of(MatterId matter) {
        return reader.of(matter);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ReferralRow> list(PartnerSystem system, Column column, @Nullable String cursor, int limit) {
        return reader.list(system, column, cursor, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Desk desk(PartnerSystem system) {
        return reader.desk(system);
    }

    @Override
    public RulesView rules() {
        return rules.view();
    }
}
