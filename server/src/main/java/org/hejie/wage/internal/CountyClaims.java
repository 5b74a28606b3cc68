package org.hejie.wage.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterId;
import org.hejie.org.Unit;
import org.hejie.org.Units;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.wage.ClaimDraft;
import org.hejie.wage.ClaimRow;
import org.hejie.wage.Stage;
import org.hejie.wage.StageRow;
import org.hejie.wage.WageClaim;
import org.hejie.wage.WageClaim.Deed;
import org.hejie.wage.WageClaims;
import org.hejie.wage.WageClueAnswered;
import org.hejie.wage.WageClueSent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Claims and clues: one transaction a deed, with its event in the matter's history. */
@Service
class CountyClaims implements WageClaims {

    private static final int LONGEST_TEXT = 2000;

    private final ClaimStore store;
    private final ClaimReader reader;
    private final WageRules rules;
    private final Parties parties;
    private final MatterChronicle chronicle;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CountyClaims(ClaimStore store, ClaimReader reader, WageRules rules, Parties parties, MatterChronicle chronicle, Units units,
            ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.rules = rules;
        this.parties = parties;
        this.chronicle = chronicle;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long open(MatterId matter, ClaimDraft draft) {
        ClaimStore.Ground ground = store.ground(matter).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        WagePowers.require(Deed.RECORD, ground.open());
        if (!rules.concerns(ground.categories())) {
            throw Problem.of(ProblemType.RULE_REFUSED, "WAGE_CATEGORY");
        }
        long id = store.insert(matter, draft, foreman(draft, ground.keys()), clock.instant(), WagePowers.self());
        chronicle.write(matter, new Happening(MatterAction.RECORD_WAGES, "OPENED", null, Map.of("claim", id)));
        return id;
    }

    @Override
    @Transactional
    public int change(long id, int seen, ClaimDraft draft) {
        Held claim = store.lock(id);
        WagePowers.require(Deed.RECORD, claim.open());
        if (claim.version() != seen) {
            throw Problem.of(ProblemType.STALE);
        }
        store.change(claim, draft, foreman(draft, claim.keys()));
        chronicle.write(claim.matter(), new Happening(MatterAction.RECORD_WAGES, "CHANGED", null, Map.of("claim", id)));
        return claim.version() + 1;
    }

    private @Nullable PartyId foreman(ClaimDraft draft, long[] keys) {
        return draft.foreman() == null ? null : parties.register(draft.foreman().accept(), keys);
    }

    @Override
    @Transactional
    public long sendClue(long id, String text) {
        Held claim = store.lock(id);
        WagePowers.require(Deed.SEND_CLUE, claim.open());
        String said = text(text, true);
        if (claim.workers() == 0) {
            throw Problem.of(ProblemType.RULE_REFUSED, "WAGE_NO_WORKERS");
        }
        if (store.clueWaits(id)) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "WAGE_CLUE");
        }
        Unit to = units.byCode(rules.clueUnit()).orElseThrow(() -> Problem.of(ProblemType.RULE_REFUSED, "WAGE_NO_PROCURATORATE"));
        long clue = store.insertClue(id, said == null ? "" : said, to.id(), clock.instant(), WagePowers.self());
        chronicle.write(claim.matter(), new Happening(MatterAction.SEND_WAGE_CLUE, null, null,
                Map.of("claim", id, "clue", clue, "unit", to.id().value()), List.of(to.id())));
        events.publishEvent(new WageClueSent(clue, id, claim.matter()));
        return clue;
    }

    @Override
    @Transactional
    public void answerClue(long clue, boolean takenUp, @Nullable String text) {
        Held claim = store.lockOfClue(clue);
        WagePowers.require(Deed.ANSWER_CLUE, claim.open());
        if (!store.answerClue(clue, takenUp, text(text, !takenUp), clock.instant(), WagePowers.self())) {
            throw Problem.of(ProblemType.WRONG_STATE, "WAGE_CLUE_ANSWERED");
        }
        chronicle.write(claim.matter(), new Happening(MatterAction.ANSWER_WAGE_CLUE, takenUp ? "TAKEN_UP" : "NOT_TAKEN_UP", null,
                Map.of("claim", claim.id(), "clue", clue)));
        events.publishEvent(new WageClueAnswered(clue, takenUp));
    }

    private static @Nullable String text(@Nullable String text, boolean needed) {
        String bare = text == null ? "" : text.strip();
        new Problem.Fields()
                .reject(needed && bare.isEmpty(), "text", "REQUIRED")
                .reject(bare.length() > LONGEST_TEXT, "text", "LENGTH")
                .reject(bare.indexOf('\0') >= 0, "text", "INVALID")
                .done();
        return bare.isEmpty() ? null : bare;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<WageClaim> find(long id) {
        return store.read(id).flatMap(reader::view);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ClaimRow> list(@Nullable Long matter, @Nullable Stage stage, @Nullable String cursor, int limit) {
        return reader.list(matter, stage, cursor, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<StageRow> stages() {
        return reader.stages();
    }
}
