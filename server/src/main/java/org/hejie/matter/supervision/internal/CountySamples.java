package org.hejie.matter.supervision.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterId;
import org.hejie.matter.supervision.NewCard;
import org.hejie.matter.supervision.RefusalSamples;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws samples and keeps what was found. */
@Service
class CountySamples implements RefusalSamples {

    private static final int LONGEST_DAYS = 92;

    private final SampleRows rows;
    private final SupervisionRules rules;
    private final MatterChronicle chronicle;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CountySamples(SampleRows rows, SupervisionRules rules, MatterChronicle chronicle, Ids ids, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.chronicle = chronicle;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Sample draw(LocalDate from, LocalDate to) {
        Actor actor = supervisor();
        Instant now = clock.instant();
        new Problem.Fields()
                .reject(to.isBefore(from), "to", "BEFORE_FROM")
                .reject(to.isAfter(Times.dateOf(now)), "to", "FUTURE")
                .reject(from.plusDays(LONGEST_DAYS).isBefore(to), "from", "RANGE")
                .done();
        Map<Long, SampleRows.Refused> refused = new LinkedHashMap<>();
        rows.refused(from, to).forEach(one -> refused.put(one.matter(), one));
        List<Long> population = List.copyOf(refused.keySet());
        long seed = random.nextLong();
        int size = rules.now().sample().of(population.size());
        long id = ids.next();
        UnitId unit = actor.unitId().orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
        try {
            rows.insert(new SampleRows.Drawn(id, from, to, seed, population.size(), size, rules.now().sample().share(),
                    Lot.digest(population), now, self(actor), unit));
        } catch (DuplicateKeyException drawn) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "SAMPLE");
        }
        rows.items(id, Lot.draw(population, size, seed).stream().map(refused::get).toList());
        return rows.sample(id).orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Sample> list(@Nullable String cursor, int limit) {
        supervisor();
        return rows.list(cursor, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<SampleItem> items(long sample, @Nullable String cursor, int limit) {
        supervisor();
        rows.sample(sample).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return rows.itemsOf(sample, cursor, limit);
    }

    @Override
    @Transactional
    public void find(long sample, MatterId matter, Finding finding, String reason) {
        long self = self(supervisor());
        String why = NewCard.checked("reason", reason);
        SampleRows.Judged item = rows.lock(sample, matter).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (item.finding() != null) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
        if (item.refusedBy() != null && item.refusedBy() == self) {
            throw Problem.of(ProblemType.RULE_REFUSED, "OWN_REFUSAL");
        }
        rows.judge(sample, matter, finding, why, clock.instant(), self);
        chronicle.write(matter, new Happening(MatterAction.CHECK_REFUSAL, finding.name(), why, Map.of("sample", sample)));
    }

    private static Actor supervisor() {
        Actor actor = Actors.current();
        actor.require(Permission.SUPERVISE);
        return actor;
    }

    private static long self(Actor actor) {
        return actor.staffId().map(StaffId::value).orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
    }
}
