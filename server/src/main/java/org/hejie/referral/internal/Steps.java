package org.hejie.referral.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Limit;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.mediation.Mediations;
import org.hejie.org.Actors;
import org.hejie.referral.NewsType;
import org.hejie.referral.ReferralState;
import org.hejie.referral.internal.NewsRows.Told;
import org.hejie.referral.internal.ReferralStore.Answered;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a step does, whoever takes it: the state, the event in the matter's history, the referral's own step, the partner's news. */
@Component
class Steps {

    private final ReferralStore store;
    private final ReferralRules rules;
    private final NewsRows news;
    private final Partners partners;
    private final MatterChronicle chronicle;
    private final Mediations mediations;
    private final Calendars calendars;
    private final Clock clock;

    Steps(ReferralStore store, ReferralRules rules, NewsRows news, Partners partners, MatterChronicle chronicle, Mediations mediations,
            Calendars calendars, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.news = news;
        this.partners = partners;
        this.chronicle = chronicle;
        this.mediations = mediations;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Signed for; the limit runs from now. */
    void sign(Held one, @Nullable String outsideNo) {
        require(one.unsigned());
        Instant now = clock.instant();
        Limit limit = Limit.parse(rules.known(one.kind()).limit());
        Instant due = calendars.county().due(now, limit).dueAt();
        store.sign(one, now, ReferralStore.number(Actors.current()), limit.toString(), due, outsideNo);
        tell(one, new Step(NewsType.SIGNED, "SIGNED", MatterAction.SIGN_REFERRAL, null, null, Map.of("dueAt", time(due))), now);
    }

    /** @param by how much longer; it adds to the limit, both reckoned from the signing */
    void extend(Held one, Limit by, String proof) {
        require(one.state() == ReferralState.SIGNED && one.signedAt() != null);
        Instant now = clock.instant();
        Limit limit = Limit.parse(rules.known(one.kind()).limit());
        Instant due = calendars.county().due(one.signedAt() == null ? now : one.signedAt(), limit, List.of(by), List.of()).dueAt();
        store.extend(one, by.toString(), proof, due);
        tell(one, new Step(NewsType.EXTENDED, "EXTENDED", MatterAction.EXTEND_REFERRAL, null, proof, Map.of("dueAt", time(due))), now);
    }

    void answer(Held one, Answered answered) {
        require(one.state() == ReferralState.SIGNED);
        Instant now = clock.instant();
        store.answer(one, answered, now);
        Map<String, String> data = new TreeMap<>(Map.of("outcome", answered.outcome().name()));
        put(data, "agreementNo", answered.agreementNo());
        put(data, "reason", answered.reason());
        tell(one, new Step(NewsType.ANSWERED, "ANSWERED", MatterAction.ANSWER_REFERRAL, answered.outcome().name(), answered.text(), data), now);
    }

    void decline(Held one, String code, @Nullable String text) {
        require(one.unsigned());
        Instant now = clock.instant();
        store.end(one, ReferralState.DECLINED, code, text, now);
        tell(one, new Step(NewsType.DECLINED, "DECLINED", MatterAction.DECLINE_REFERRAL, code, text, Map.of("reason", code)), now);
    }

    /** Taken back before it was signed for; after that the procedure changes, and a mediation that runs stops. */
    void withdraw(Held one, String code, @Nullable String text) {
        require(!one.state().ended());
        Instant now = clock.instant();
        if (one.unsigned()) {
            store.end(one, ReferralState.WITHDRAWN, code, text, now);
            tell(one, new Step(NewsType.WITHDRAWN, "WITHDRAWN", MatterAction.WITHDRAW_REFERRAL, code, text, Map.of("reason", code)), now);
            return;
        }
        store.end(one, ReferralState.CHANGED, code, text, now);
        if (one.matter() != null) {
            mediations.procedureChanged(one.matter(), text == null ? code : text);
        }
        tell(one, new Step(NewsType.CHANGED, "CHANGED", MatterAction.CHANGE_PROCEDURE, code, text, Map.of("reason", code)), now);
    }

    /** @param data what the partner is told beside it; @param note for whoever sees the matter */
    private record Step(NewsType type, String act, MatterAction action, @Nullable String reason, @Nullable String note,
            Map<String, String> data) {
    }

    private void tell(Held one, Step step, Instant at) {
        boolean hasItsOwnEvent = one.source() != null && step.action() == MatterAction.ANSWER_REFERRAL; // a wage clue's answer
        if (one.matter() != null && !hasItsOwnEvent) {
            chronicle.write(one.matter(), new Happening(step.action(), step.reason(), step.note(),
                    Map.of("referral", one.id(), "partner", one.system().name(), "kind", one.kind())));
        }
        store.step(one.id(), step.act(), at, Actors.current(), step.reason(), step.note());
        Map<String, String> data = new TreeMap<>(step.data());
        put(data, "matterCode", one.matterCode());
        news.tell(partners.of(one.system()), at, List.of(new Told(step.type(), one.id(), one.outsideNo(), data)));
    }

    private static void put(Map<String, String> data, String key, @Nullable String value) {
        if (value != null) {
            data.put(key, value);
        }
    }

    private static String time(Instant at) {
        return at.atZone(Times.ZONE).toOffsetDateTime().toString();
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw Problem.of(ProblemType.WRONG_STATE, "REFERRAL_STATE");
        }
    }
}
