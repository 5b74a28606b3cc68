package org.hejie.matter.supervision.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.hejie.calendar.Calendars;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.matter.supervision.CardOrigin;
import org.hejie.matter.supervision.CardState;
import org.hejie.matter.supervision.NewCard;
import org.hejie.notify.NewNotice;
import org.hejie.notify.NoticeEvent;
import org.hejie.notify.Notices;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.crypto.Sm3;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts a card on a matter: the row, its first line, the event. Runs in the caller's transaction. */
@Component
class Issuing {

    private final CardStore store;
    private final SupervisionRules rules;
    private final MatterChronicle chronicle;
    private final Units units;
    private final Calendars calendars;
    private final Notices notices;
    private final ObjectProvider<Matters> matters;
    private final Clock clock;

    Issuing(CardStore store, SupervisionRules rules, MatterChronicle chronicle, Units units, Calendars calendars, Notices notices,
            ObjectProvider<Matters> matters, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.chronicle = chronicle;
        this.units = units;
        this.calendars = calendars;
        this.notices = notices;
        this.matters = matters;
        this.clock = clock;
    }

    /** What is issued. @param replyBy null: by the level's limit */
    record Order(MatterId matter, UnitId unit, CardLevel level, CardOrigin origin, @Nullable String rule, String reason,
            String required, @Nullable LocalDate replyBy, @Nullable Long follows) {

        static Order byHand(MatterId matter, NewCard card) {
            return new Order(matter, card.unit(), card.level(), card.origin(), null, card.reason(), card.required(), card.replyBy(), null);
        }
    }

    long issue(Order order) {
        Unit unit = units.find(order.unit()).orElseThrow(() -> Problem.field("unitId", "UNKNOWN"));
        if (unit.kind() == UnitKind.COUNTY || unit.kind() == UnitKind.COMMITTEE) {
            throw Problem.field("unitId", "HANDLES_NO_MATTERS");
        }
        Actor actor = Actors.current();
        Instant now = clock.instant();
        Instant replyBy = order.replyBy() == null ? replyBy(order.level(), now) : endOf(order.replyBy(), now);
        Long by = actor.staffId().map(staff -> staff.value()).orElse(null);
        store.lock(order.matter());
        long id = store.insert(new CardStore.Fresh(order.matter(), order.unit(), order.level(), order.origin(), order.rule(),
                order.reason(), order.required(), replyBy, now, by, order.follows()));
        store.write(id, CardState.ISSUED, now, by, actor.unitId().map(UnitId::value).orElse(null), null);
        record(MatterAction.ISSUE_CARD, order.matter(), id, order.level(), order.unit(),
                order.rule() == null ? order.origin().name() : order.rule(), order.reason() + "\n" + order.required());
        tell(order, actor);
        return id;
    }

    /** The unit's people, who need not look at the board to know. */
    private void tell(Order order, Actor actor) {
        matters.getObject().standing(order.matter()).ifPresent(at -> notices.tell(new NewNotice(NoticeEvent.SUPERVISED,
                at.code().value(), "/matters/" + order.matter().value(), order.unit(), Set.of(), actor.staffId().orElse(null), null)));
    }

    /** The event: what was said is not in it, because not everybody on the matter reads the card, but its hash is. */
    void record(MatterAction action, MatterId matter, long card, CardLevel level, UnitId unit, @Nullable String reason,
            @Nullable String text) {
        Map<String, Object> data = new HashMap<>(Map.of("card", card, "level", level.name(), "unit", unit.value()));
        if (text != null) {
            data.put("text", HexFormat.of().formatHex(Sm3.hash(text.getBytes(StandardCharsets.UTF_8))));
        }
        chronicle.write(matter, new Happening(action, reason, null, data));
    }

    /** Until when a card of that level is answered, where nobody says otherwise. */
    Instant replyBy(CardLevel level, Instant from) {
        return calendars.county().due(from, rules.now().level(level).reply()).dueAt();
    }

    /** The end of the day by which an answer is asked for. */
    static Instant endOf(LocalDate day, Instant now) {
        if (day.isBefore(Times.dateOf(now))) {
            throw Problem.field("replyBy", "PAST");
        }
        if (day.isAfter(Times.dateOf(now).plusYears(1))) {
            throw Problem.field("replyBy", "RANGE");
        }
        return day.plusDays(1).atStartOfDay(Times.ZONE).toInstant().minusMillis(1);
    }
}
