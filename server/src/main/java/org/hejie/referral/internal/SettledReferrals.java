package org.hejie.referral.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.hejie.intake.Submissions;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.org.Actors;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.referral.Direction;
import org.hejie.referral.Envelope;
import org.hejie.referral.NewsType;
import org.hejie.referral.ReferralConflict;
import org.hejie.referral.ReferralConflict.Decision;
import org.hejie.referral.ReferralConflicts;
import org.hejie.referral.internal.ReferralConflictRows.Row;
import org.hejie.referral.internal.NewsRows.Told;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares and settles: one transaction for the decision and what follows from it. */
@Service
class SettledReferrals implements ReferralConflicts {

    private final ReferralStore store;
    private final ReferralConflictRows rows;
    private final ReferralContent content;
    private final Submissions submissions;
    private final EnvelopeChecks checks;
    private final PetitionDays petition;
    private final Partners partners;
    private final NewsRows news;
    private final MatterChronicle chronicle;
    private final StaffDirectory staff;
    private final Clock clock;

    SettledReferrals(ReferralStore store, ReferralConflictRows rows, ReferralContent content, Submissions submissions, EnvelopeChecks checks,
            PetitionDays petition, Partners partners, NewsRows news, MatterChronicle chronicle, StaffDirectory staff, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.content = content;
        this.submissions = submissions;
        this.checks = checks;
        this.petition = petition;
        this.partners = partners;
        this.news = news;
        this.chronicle = chronicle;
        this.staff = staff;
        this.clock = clock;
    }

    /** What a referral says now. @param whole whether all of it is known, or its own columns alone */
    private record Now(Envelope said, boolean whole) {
    }

    @Override
    @Transactional(readOnly = true)
    public List<ReferralConflict> of(long referral) {
        Held one = store.read(referral).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        List<Row> came = rows.of(referral);
        if (came.isEmpty()) {
            return List.of();
        }
        Now now = now(one);
        return came.stream().map(row -> row.decision() == null ? waiting(now, row) : settled(row, row.decision())).toList();
    }

    private Now now(Held one) {
        Optional<String> asItCame = rows.content(one.id()).map(sealed -> content.open(one.id(), sealed))
                .or(() -> submissions.asItCame(one.system().line(), Objects.requireNonNull(one.outsideNo())));
        return asItCame.flatMap(content::read).map(said -> new Now(said, true)).orElseGet(() -> new Now(rows.columns(one), false));
    }

    private Envelope other(Row row) {
        return content.read(content.openConflict(row.id(), row.content())).orElseThrow();
    }

    private ReferralConflict waiting(Now now, Row row) {
        Envelope other = other(row);
        return new ReferralConflict(row.id(), row.receivedAt(), Comparison.version(now.said()), Comparison.version(other),
                Comparison.differs(now.said(), other, now.whole()), null, null, null, null);
    }

    private ReferralConflict settled(Row row, Decision decision) {
        return new ReferralConflict(row.id(), row.receivedAt(), null, null, List.of(), decision, row.reason(), row.settledAt(),
                row.settledBy() == null ? null : staff.displayName(new StaffId(row.settledBy())).orElse(null));
    }

    @Override
    @Transactional
    public int settle(long referral, int seen, long conflict, @Nullable Decision decision, @Nullable String reason) {
        Held one = store.lock(referral).filter(found -> found.direction() == Direction.IN).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        ReferralPowers.requireCentre(one.system());
        if (decision == null) {
            throw Problem.field("decision", "REQUIRED");
        }
        String why = Texts.needed("reason", reason, Texts.REASON);
        Row row = rows.of(referral).stream().filter(found -> found.id() == conflict).findFirst().orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (row.decision() != null) {
            throw Problem.of(ProblemType.WRONG_STATE, "REFERRAL_SETTLED");
        }
        one.seen(seen);
        Envelope other = other(row);
        List<String> differs = differs(one, other);
        if (decision == Decision.TAKEN) {
            take(one, row, other);
        }
        Instant now = clock.instant();
        rows.settle(conflict, decision, why, now, ReferralStore.number(Actors.current()));
        tell(one, new Settled(conflict, decision, why, differs), now);
        return decision == Decision.TAKEN ? one.version() + 1 : one.version();
    }

    private List<String> differs(Held one, Envelope other) {
        Now now = now(one);
        return Comparison.differs(now.said(), other, now.whole());
    }

    private void take(Held one, Row row, Envelope other) {
        if (one.state().ended()) {
            throw Problem.of(ProblemType.WRONG_STATE, "REFERRAL_ENDED");
        }
        checks.sentBack(one.system(), other).ifPresent(back -> {
            throw Problem.of(ProblemType.RULE_REFUSED, "REFERRAL_NOT_TAKEN", back.path());
        });
        if (!one.unsigned() && !one.kind().equals(other.kind())) {
            throw Problem.of(ProblemType.RULE_REFUSED, "REFERRAL_KIND", "kind");
        }
        rows.take(one.id(), other, petition.of(other), content.seal(one.id(), content.openConflict(row.id(), row.content())), row.hash());
    }

    /** A decision on one of them. */
    private record Settled(long conflict, Decision decision, String reason, List<String> differs) {
    }

    private void tell(Held one, Settled settled, Instant at) {
        if (one.matter() != null) {
            chronicle.write(one.matter(), new Happening(MatterAction.SETTLE_REFERRAL, settled.decision().name(), settled.reason(),
                    Map.of("referral", one.id(), "conflict", settled.conflict(), "partner", one.system().name(),
                            "differs", String.join(",", settled.differs()))));
        }
        store.step(one.id(), "SETTLED", at, Actors.current(), settled.decision().name(), settled.reason());
        Map<String, String> data = new TreeMap<>(Map.of("decision", settled.decision().name()));
        if (one.matterCode() != null) {
            data.put("matterCode", one.matterCode());
        }
        news.tell(partners.of(one.system()), at, List.of(new Told(NewsType.SETTLED, one.id(), one.outsideNo(), data)));
    }
}
