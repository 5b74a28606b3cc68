package org.hejie.subsidy.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.dossier.Dossiers;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.subsidy.SubsidyClaim;
import org.hejie.subsidy.SubsidyClaim.Deed;
import org.hejie.subsidy.SubsidyClaim.Ground;
import org.hejie.subsidy.SubsidyClaim.Step;
import org.hejie.subsidy.SubsidyClaims;
import org.hejie.subsidy.SubsidyRow;
import org.hejie.subsidy.SubsidyState;
import org.hejie.subsidy.internal.ClaimGround.Alike;
import org.hejie.subsidy.internal.SubsidyStore.Held;
import org.hejie.subsidy.internal.SubsidyStore.Reckoned;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Claims and decisions: one transaction a deed, with its event in the matter's history. */
@Service
class CountySubsidies implements SubsidyClaims {

    private static final int LONGEST = 500;

    private final SubsidyStore store;
    private final SubsidyReader reader;
    private final SubsidyRules rules;
    private final ClaimGround grounds;
    private final Dossiers dossiers;
    private final MatterChronicle chronicle;
    private final Units units;
    private final Clock clock;

    CountySubsidies(SubsidyStore store, SubsidyReader reader, SubsidyRules rules, ClaimGround grounds, Dossiers dossiers,
            MatterChronicle chronicle, Units units, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.rules = rules;
        this.grounds = grounds;
        this.dossiers = dossiers;
        this.chronicle = chronicle;
        this.units = units;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long claim(long mediation) {
        ClaimGround.Ground ground = grounds.of(mediation).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        SubsidyPowers.requireClaiming(ground.mediator());
        refuse(!ground.agreed() || ground.agreement() == null || !ground.performed(), "SUBSIDY_NOT_PERFORMED");
        refuse(!ground.archived(), "SUBSIDY_NOT_ARCHIVED");
        refuse(!ground.filed(), "SUBSIDY_NOT_FILED");
        if (store.stands(ground.matter())) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "SUBSIDY_CLAIM");
        }
        Instant now = clock.instant();
        Reckoned sum = reckon(ground, rules.on(Times.dateOf(now)));
        long id = inserted(ground, sum, now);
        List<UnitId> joining = units.byCode(rules.countyUnit()).map(Unit::id).stream().toList();
        chronicle.write(ground.matter(), new Happening(MatterAction.CLAIM_SUBSIDY, null, null,
                Map.of("claim", id, "rules", sum.rules(), "points", sum.points(), "yuan", sum.amount().toPlainString(),
                        "splits", sum.splits().size()), joining));
        return id;
    }

    /** The index refuses the second of two who claim at the same instant. */
    private long inserted(ClaimGround.Ground ground, Reckoned sum, Instant now) {
        try {
            return store.insert(ground, sum, now, SubsidyPowers.self());
        } catch (DuplicateKeyException e) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "SUBSIDY_CLAIM");
        }
    }

    private static void refuse(boolean when, String code) {
        if (when) {
            throw Problem.of(ProblemType.RULE_REFUSED, code);
        }
    }

    private Reckoned reckon(ClaimGround.Ground ground, SubsidyRules.Version version) {
        Dossiers.DossierView dossier = dossiers.of(ground.matter());
        List<String> missing = dossier.slots().stream().filter(slot -> slot.state() == Dossiers.State.MISSING)
                .map(slot -> slot.name().zh()).toList();
        DossierScore score = DossierScore.of(new DossierScore.Facts(missing, !dossier.volumes().isEmpty(), ground.late(),
                ground.sessions(), ground.notReadBack(), ground.performedLate()), version.deductions());
        SubsidyRow.Band band = version.band(ground.parties(), ground.sessions(), ground.total());
        List<Alike> splits = grounds.alike(ground.matter(), version.shown().splitDays()).stream()
                .filter(other -> version.suspicious(other.reasons())).toList();
        return new Reckoned(version.shown().version(), band, score.points(), version.amount(band, ground.oral(), score.points()), score.marks(),
                splits);
    }

    @Override
    @Transactional
    public void decide(long id, int seen, Step step, boolean passed, @Nullable String why) {
        Held claim = held(id);
        SubsidyPowers.require(step == Step.TOWN ? Deed.DECIDE_TOWN : Deed.DECIDE_COUNTY, claim.state());
        if (claim.version() != seen) {
            throw Problem.of(ProblemType.STALE);
        }
        long self = SubsidyPowers.self();
        if (self == claim.mediator() || self == claim.claimant() || store.deciders(id).contains(self)) {
            throw Problem.of(ProblemType.FORBIDDEN, "SUBSIDY_SECOND_PERSON");
        }
        String said = words("why", why, !passed || store.flagged(id));
        refuse(passed && !rules.numbered(claim.rules()).pays(claim.points()), "SUBSIDY_POINTS");
        store.decide(id, step, passed, said, clock.instant(), self);
        store.move(id, !passed ? SubsidyState.REFUSED : step == Step.TOWN ? SubsidyState.CHECKED : SubsidyState.APPROVED);
        tell(claim, MatterAction.DECIDE_SUBSIDY, step + (passed ? "_PASSED" : "_REFUSED"));
    }

    @Override
    @Transactional
    public long object(long id, Ground ground) {
        Held claim = held(id);
        SubsidyPowers.require(Deed.OBJECT, claim.state());
        refuse(reader.lists(claim.list()).getFirst().closed(), "SUBSIDY_OBJECTION_LATE");
        long objection = store.object(id, ground, clock.instant(), SubsidyPowers.self());
        tell(claim, MatterAction.OBJECT_TO_SUBSIDY, ground.name());
        return objection;
    }

    @Override
    @Transactional
    public void answer(long objection, boolean upheld, @Nullable String answer) {
        Held claim = held(store.claimOf(objection).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
        SubsidyPowers.require(Deed.ANSWER_OBJECTION, claim.state());
        String said = words("answer", answer, true);
        if (!store.answer(objection, upheld, said == null ? "" : said, clock.instant(), SubsidyPowers.self())) {
            throw Problem.of(ProblemType.WRONG_STATE, "SUBSIDY");
        }
        if (upheld) {
            store.move(claim.id(), SubsidyState.REFUSED);
        }
        tell(claim, MatterAction.DECIDE_SUBSIDY, upheld ? "OBJECTION_UPHELD" : "OBJECTION_DISMISSED");
    }

    private static @Nullable String words(String field, @Nullable String text, boolean needed) {
        String bare = text == null ? "" : text.strip();
        new Problem.Fields().reject(needed && bare.isEmpty(), field, "REQUIRED").reject(bare.length() > LONGEST, field, "LENGTH")
                .reject(bare.indexOf('\0') >= 0, field, "INVALID").done();
        return bare.isEmpty() ? null : bare;
    }

    private Held held(long id) {
        return store.lock(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private void tell(Held claim, MatterAction action, String reason) {
        chronicle.write(claim.matter(), new Happening(action, reason, null, Map.of("claim", claim.id())));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SubsidyClaim> find(long claim) {
        return reader.find(claim);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<SubsidyRow> list(Chosen chosen, @Nullable String cursor, int limit) {
        return reader.list(chosen, chosen.mine() ? SubsidyPowers.self() : null, cursor, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Claimable> claimable() {
        return reader.claimable(Actors.current().is(Role.TOWN_CLERK, Role.TOWN_DIRECTOR, Role.VILLAGE_CLERK) ? null : SubsidyPowers.self());
    }

    @Override
    @Transactional(readOnly = true)
    public List<StateSum> sums() {
        return reader.sums();
    }
}
