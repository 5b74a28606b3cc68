package org.hejie.referral.internal;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hejie.calendar.Calendars;
import org.hejie.intake.Submissions;
import org.hejie.intake.Submissions.Origin;
import org.hejie.intake.Taken;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterId;
import org.hejie.org.Actors;
import org.hejie.referral.Direction;
import org.hejie.referral.Envelope;
import org.hejie.referral.Incoming;
import org.hejie.referral.NewsType;
import org.hejie.referral.Received;
import org.hejie.referral.ReferralReceipt;
import org.hejie.referral.ReferralState;
import org.hejie.referral.internal.EnvelopeChecks.SentBack;
import org.hejie.referral.internal.NewsRows.Told;
import org.hejie.referral.internal.ReferralStore.Known;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes referrals of one partner, up to some hundreds in one go: few statements, however many come. */
@Component
class Reception {

    private final EnvelopeChecks checks;
    private final ReferralContent content;
    private final ReferralStore store;
    private final ReferralRules rules;
    private final NewsRows news;
    private final Submissions submissions;
    private final MatterCodes matters;
    private final MatterChronicle chronicle;
    private final Calendars calendars;
    private final PetitionDays petition;
    private final ReferralNotices notices;
    private final Ids ids;
    private final Clock clock;

    Reception(EnvelopeChecks checks, ReferralContent content, ReferralStore store, ReferralRules rules, NewsRows news,
            Submissions submissions, MatterCodes matters, MatterChronicle chronicle, Calendars calendars, PetitionDays petition,
            ReferralNotices notices, Ids ids, Clock clock) {
        this.checks = checks;
        this.content = content;
        this.store = store;
        this.rules = rules;
        this.news = news;
        this.submissions = submissions;
        this.matters = matters;
        this.chronicle = chronicle;
        this.calendars = calendars;
        this.petition = petition;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** One on its way: what was found of it so far. */
    private static final class Item {
        final int index;
        final long id;
        final Incoming incoming;
        final String number;
        final byte[] hash;
        @Nullable SentBack sentBack;
        @Nullable MatterId matter;
        @Nullable String code;
        boolean joined;

        Item(int index, long id, Incoming incoming, byte[] hash) {
            this.index = index;
            this.id = id;
            this.incoming = incoming;
            this.number = incoming.envelope().outsideNo() == null ? "" : incoming.envelope().outsideNo().strip();
            this.hash = hash;
        }

        Envelope envelope() {
            return incoming.envelope();
        }
    }

    List<Received> receive(Partner partner, List<Incoming> incoming) {
        Instant now = clock.instant();
        Received[] answers = new Received[incoming.size()];
        List<Item> readable = readable(partner, incoming, now, answers);
        List<Item> fresh = answerKnown(partner, readable, now, answers);
        place(partner, fresh, answers);
        List<Item> placed = fresh.stream().filter(one -> answers[one.index] == null).toList();
        write(partner, placed, now, answers);
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] == null) { // the same number stands earlier in this call and was refused there
                answers[i] = new Received.Refused(List.of(new FieldError("outsideNo", "TWICE")));
            }
        }
        return Arrays.asList(answers);
    }

    private List<Item> readable(Partner partner, List<Incoming> incoming, Instant now, Received[] answers) {
        List<Item> readable = new ArrayList<>();
        for (int i = 0; i < incoming.size(); i++) {
            Envelope envelope = incoming.get(i).envelope();
            List<FieldError> errors = checks.errors(partner.system(), envelope, now);
            if (errors.isEmpty()) {
                readable.add(new Item(i, ids.next(), incoming.get(i), content.hash(envelope)));
            } else {
                answers[i] = new Received.Refused(errors);
            }
        }
        return readable;
    }

    /** Answers what has come before. @return the others */
    private List<Item> answerKnown(Partner partner, List<Item> items, Instant now, Received[] answers) {
        Map<String, Known> known = store.known(partner.system(), items.stream().map(one -> one.number).toList());
        items.stream().filter(one -> known.containsKey(one.number))
                .forEach(one -> answers[one.index] = again(partner, one, Objects.requireNonNull(known.get(one.number)), now));
        return items.stream().filter(one -> !known.containsKey(one.number)).toList();
    }

    private Received again(Partner partner, Item one, Known known, Instant now) {
        Held held = known.held();
        if (MessageDigest.isEqual(known.hash(), one.hash)) {
            return checks.sentBack(partner.system(), one.envelope()).filter(back -> held.state() == ReferralState.DECLINED)
                    .<Received>map(back -> new Received.SentBack(held.receipt(), true, back.path()))
                    .orElseGet(() -> new Received.Kept(held.receipt(), true));
        }
        long id = ids.next();
        if (store.conflict(id, held.id(), content.sealConflict(id, one.incoming.asItCame()), one.hash, now,
                ReferralStore.number(Actors.current()))) {
            store.step(held.id(), "CONFLICT", now, Actors.current(), null, null);
            notices.differs(held);
            news.tell(partner, now, List.of(new Told(NewsType.CONFLICT, held.id(), held.outsideNo(), Map.of())));
        }
        return new Received.Conflict();
    }

    /** Finds or makes the matter of each, unless a rule sends it back. */
    private void place(Partner partner, List<Item> items, Received[] answers) {
        items.forEach(one -> one.sentBack = checks.sentBack(partner.system(), one.envelope()).orElse(null));
        List<Item> staying = items.stream().filter(one -> one.sentBack == null).toList();
        Map<String, MatterId> named = matters.byCode(staying.stream().map(one -> one.envelope().matterCode()).filter(Objects::nonNull).toList());
        Map<String, MatterId> sent = submissions.known(partner.system().line(), staying.stream().map(one -> one.number).toList());
        List<Item> registering = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (Item one : staying) {
            String code = Texts.bare(one.envelope().matterCode());
            MatterId matter = code == null ? sent.get(one.number) : named.get(code);
            if (code != null && matter == null) {
                answers[one.index] = new Received.Refused(List.of(new FieldError("matterCode", "UNKNOWN")));
            } else if (matter != null) {
                one.matter = matter;
                one.joined = true;
            } else if (numbers.add(one.number)) {
                registering.add(one);
            }
        }
        register(partner, registering, answers);
    }

    private void register(Partner partner, List<Item> items, Received[] answers) {
        if (items.isEmpty()) {
            return;
        }
        List<Taken> taken = submissions.take(partner.system().line(), Origin.API, items.stream().map(one ->
                new org.hejie.intake.Incoming(EnvelopeChecks.submission(one.envelope()), one.incoming.asItCame(), null, null, List.of())).toList());
        for (int i = 0; i < items.size(); i++) {
            Item one = items.get(i);
            switch (taken.get(i)) {
                case Taken.Registered registered -> {
                    one.matter = registered.matter();
                    one.code = registered.code();
                }
                case Taken.Conflict() -> answers[one.index] = new Received.Conflict();
                case Taken.Refused(List<FieldError> errors) -> answers[one.index] = new Received.Refused(errors);
            }
        }
    }

    /** Writes them; one whose number was taken meanwhile, or earlier in the same call, is answered as known. */
    private void write(Partner partner, List<Item> items, Instant now, Received[] answers) {
        if (items.isEmpty()) {
            return;
        }
        Instant signBy = calendars.county().due(now, rules.sign()).dueAt();
        List<Item> whole = items.stream().filter(one -> one.sentBack != null || one.matter != null).toList();
        Set<Long> written = store.insert(partner, whole.stream().map(one -> row(one, now, signBy)).toList());
        List<Item> fresh = whole.stream().filter(one -> written.contains(one.id)).toList();
        Map<Long, String> codes = codes(fresh);
        List<Told> told = new ArrayList<>();
        List<ReferralReceipt> receipts = new ArrayList<>();
        for (Item one : fresh) {
            ReferralReceipt receipt = receipt(one, signBy, one.code == null && one.matter != null ? codes.get(one.matter.value()) : one.code);
            answers[one.index] = one.sentBack == null ? new Received.Kept(receipt, false)
                    : new Received.SentBack(receipt, false, one.sentBack.path());
            told.add(told(one, receipt));
            receipts.add(receipt);
            if (one.joined) {
                joined(partner, one, now);
            }
        }
        answerKnown(partner, items.stream().filter(one -> !written.contains(one.id)).toList(), now, answers);
        notices.arrived(partner.system(), receipts);
        news.tell(partner, now, told);
    }

    private Map<Long, String> codes(List<Item> items) {
        return matters.codes(items.stream().filter(one -> one.code == null && one.matter != null)
                .map(one -> Objects.requireNonNull(one.matter)).collect(Collectors.toSet()));
    }

    private static Told told(Item one, ReferralReceipt receipt) {
        Map<String, String> data = new TreeMap<>(Map.of("state", receipt.state().name()));
        Optional.ofNullable(receipt.matterCode()).ifPresent(code -> data.put("matterCode", code));
        Optional.ofNullable(receipt.reason()).ifPresent(reason -> data.put("reason", reason));
        Optional.ofNullable(receipt.signBy()).ifPresent(signBy -> data.put("signBy", signBy.toString()));
        return new Told(one.sentBack == null ? NewsType.RECEIVED : NewsType.DECLINED, one.id, one.number, data);
    }

    private static ReferralReceipt receipt(Item one, Instant signBy, @Nullable String code) {
        return one.sentBack == null
                ? new ReferralReceipt(one.id, one.number, ReferralState.RECEIVED, code, signBy.atZone(Times.ZONE).toOffsetDateTime(), null, null)
                : new ReferralReceipt(one.id, one.number, ReferralState.DECLINED, null, null, null, one.sentBack.code());
    }

    private void joined(Partner partner, Item one, Instant now) {
        MatterId matter = Objects.requireNonNull(one.matter);
        chronicle.write(matter, new MatterChronicle.Happening(MatterAction.JOIN_REFERRAL, null, null,
                Map.of("referral", one.id, "partner", partner.system().name(), "kind", String.valueOf(one.envelope().kind())),
                List.of(partner.unit())));
        store.step(one.id, "JOINED", now, Actors.current(), null, null);
    }

    private Map<String, @Nullable Object> row(Item one, Instant now, Instant signBy) {
        Envelope given = one.envelope();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", one.id);
        row.put("direction", Direction.IN.name());
        row.put("outside_no", one.number);
        row.put("doc_no", Texts.bare(given.docNo()));
        row.put("kind", given.kind());
        row.put("state", (one.sentBack == null ? ReferralState.RECEIVED : ReferralState.DECLINED).name());
        row.put("matter_id", one.matter == null ? null : one.matter.value());
        row.put("cause", Texts.bare(given.cause()));
        row.put("amount", given.amount());
        row.put("people", given.people());
        row.put("both_consent", given.bothConsent());
        row.put("consent_proof", Texts.bare(given.consentProof()));
        row.put("sent_at", (given.sentAt() == null ? now : given.sentAt().toInstant()).toString());
        row.put("received_at", now.toString());
        row.put("received_by", ReferralStore.number(Actors.current()));
        row.put("sign_by", signBy.toString());
        row.put("partner_due_on", given.dueOn() == null ? null : given.dueOn().toString());
        petition.of(given).forEach((column, day) -> row.put(column, day.toString()));
        row.put("reason", one.sentBack == null ? null : one.sentBack.code());
        row.put("ended_at", one.sentBack == null ? null : now.toString());
        row.put("content", one.sentBack == null && !one.joined ? null : hex(content.seal(one.id, one.incoming.asItCame())));
        row.put("content_hash", hex(one.hash));
        return row;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
