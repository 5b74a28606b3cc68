package org.hejie.subsidy.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Limit;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.shared.Times;
import org.hejie.shared.export.ExportOrder;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.export.Exports;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.subsidy.SubsidyPayments;
import org.hejie.subsidy.SubsidyState;
import org.hejie.subsidy.internal.SubsidyStore.Held;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists and batches. */
@Service
class CountyPayments implements SubsidyPayments {

    private final SubsidyStore store;
    private final SubsidyReader reader;
    private final SubsidyRules rules;
    private final MatterChronicle chronicle;
    private final Calendars calendars;
    private final Exports exports;
    private final Clock clock;

    CountyPayments(SubsidyStore store, SubsidyReader reader, SubsidyRules rules, MatterChronicle chronicle, Calendars calendars, Exports exports,
            Clock clock) {
        this.store = store;
        this.reader = reader;
        this.rules = rules;
        this.chronicle = chronicle;
        this.calendars = calendars;
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long publish() {
        SubsidyPowers.requirePaying();
        List<Held> approved = store.approved();
        if (approved.isEmpty()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "SUBSIDY_NOTHING");
        }
        Instant now = clock.instant();
        int days = rules.on(Times.dateOf(now)).shown().objectionDays();
        Instant until = calendars.county().due(now, Limit.parse(days + "wd")).dueAt();
        long list = store.publish(Times.dateOf(now).getYear(), days, now, until, SubsidyPowers.self());
        approved.forEach(claim -> store.list(claim.id(), list));
        approved.forEach(claim -> tell(claim, MatterAction.PUBLISH_SUBSIDY, Map.of("claim", claim.id(), "list", list)));
        return list;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PublicList> lists() {
        return reader.lists(null);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PublicList> find(long list) {
        return reader.lists(list).stream().findFirst();
    }

    @Override
    @Transactional
    public long batch(long list) {
        SubsidyPowers.requirePaying();
        PublicList shown = find(list).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (!shown.closed() || shown.waiting() > 0) {
            throw Problem.of(ProblemType.RULE_REFUSED, shown.closed() ? "SUBSIDY_OBJECTION_OPEN" : "SUBSIDY_OBJECTIONS_RUN");
        }
        List<Held> listed = store.of("list_id", list, SubsidyState.LISTED);
        long batch = batchOf(list);
        listed.forEach(claim -> store.take(claim.id(), batch));
        return batch;
    }

    private long batchOf(long list) {
        try {
            return store.batch(list, clock.instant(), SubsidyPowers.self());
        } catch (DuplicateKeyException e) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "SUBSIDY_BATCH");
        }
    }

    @Override
    @Transactional
    public ExportStamp export(long batch, boolean xlsx) {
        SubsidyPowers.requirePaying();
        int rows = reader.inBatch(batch);
        if (rows == 0) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return exports.open(new ExportOrder("subsidy-batch", "/subsidy-batches/" + batch + (xlsx ? ".xlsx" : ".csv"), rows, 0));
    }

    @Override
    @Transactional
    public int paid(long batch, byte[] file) {
        SubsidyPowers.requirePaying();
        if (file.length > SHEET_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        LocalDate today = Times.dateOf(clock.instant());
        Map<Long, Held> open = store.of("batch_id", batch, SubsidyState.IN_BATCH).stream()
                .collect(Collectors.toMap(Held::id, Function.identity()));
        List<Paid> rows = PaidSheet.read(file, open.keySet(), today);
        rows.forEach(row -> store.paid(row.claim(), row.on()));
        rows.forEach(row -> tell(open.get(row.claim()), MatterAction.PAY_SUBSIDY,
                Map.of("claim", row.claim(), "batch", batch, "on", row.on().toString())));
        return rows.size();
    }

    private void tell(Held claim, MatterAction action, Map<String, Object> data) {
        chronicle.write(claim.matter(), new Happening(action, null, null, data));
    }
}
