package org.hejie.wage.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hejie.document.Documents;
import org.hejie.document.FileId;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.hejie.party.Registration;
import org.hejie.shared.Times;
import org.hejie.shared.export.ExportOrder;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.export.Exports;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.shared.web.ProblemType;
import org.hejie.wage.Amounts;
import org.hejie.wage.WageClaim.Deed;
import org.hejie.wage.WageWorkers;
import org.hejie.wage.WorkerDraft;
import org.hejie.wage.WorkerRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Workers of claims: one transaction a deed, under the lock of the claim. */
@Service
class CountyWorkers implements WageWorkers {

    private static final int NAMED = 200;
    private static final int LONGEST_REASON = 500;

    private final ClaimStore claims;
    private final WorkerStore store;
    private final WorkerReader reader;
    private final Parties parties;
    private final Documents documents;
    private final MatterChronicle chronicle;
    private final Exports exports;
    private final Clock clock;

    CountyWorkers(ClaimStore claims, WorkerStore store, WorkerReader reader, Parties parties, Documents documents,
            MatterChronicle chronicle, Exports exports, Clock clock) {
        this.claims = claims;
        this.store = store;
        this.reader = reader;
        this.parties = parties;
        this.documents = documents;
        this.chronicle = chronicle;
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Long> add(long id, List<WorkerDraft> workers, Path path) {
        Held claim = claims.lock(id);
        WagePowers.require(Deed.RECORD, claim.open());
        check(claim, workers, path);
        List<PartyId> people = parties.registerAll(
                workers.stream().map(worker -> new Registration(worker.person().accept(), claim.keys())).toList());
        List<Long> added = store.insert(claim, workers, people, clock.instant(), WagePowers.self());
        refuseTwice(claim, path);
        claims.recount(id, claim.lastRow() + workers.size());
        tell(claim, MatterAction.RECORD_WAGES, "ADDED", workers.size(),
                workers.stream().map(WorkerDraft::claimed).reduce(BigDecimal.ZERO, BigDecimal::add));
        return added;
    }

    private void check(Held claim, List<WorkerDraft> workers, Path path) {
        if (workers.isEmpty() || claim.lastRow() + workers.size() > MOST) {
            throw Problem.field("rows", workers.isEmpty() ? "REQUIRED" : "TOO_MANY");
        }
        List<FieldError> wrong = new ArrayList<>();
        for (int n = 0; n < workers.size() && wrong.size() < NAMED; n++) {
            wrong.addAll(workers.get(n).errors(path.of(n + 1), Times.dateOf(clock.instant())));
        }
        if (wrong.isEmpty()) {
            wrong.addAll(namesakes(workers, path));
        }
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
    }

    /** Rows of one name that nothing tells apart: they may be one worker twice, whom nobody could pay rightly. */
    private static List<FieldError> namesakes(List<WorkerDraft> workers, Path path) {
        List<FieldError> wrong = new ArrayList<>();
        Map<String, List<WorkerDraft>> earlier = new HashMap<>();
        for (int n = 0; n < workers.size() && wrong.size() < NAMED; n++) {
            WorkerDraft worker = workers.get(n);
            List<WorkerDraft> same = earlier.computeIfAbsent(worker.person().accept().name().text(), name -> new ArrayList<>());
            if (same.stream().anyMatch(other -> !worker.isToldFrom(other))) {
                wrong.add(new FieldError(path.of(n + 1) + "name", "SAME_NAME"));
            }
            same.add(worker);
        }
        return wrong;
    }

    /** @throws Problem naming each row whose worker the claim has already, and the row it has him in */
    private void refuseTwice(Held claim, Path path) {
        List<FieldError> wrong = new ArrayList<>();
        for (WorkerStore.Twice twice : store.twice(claim.id(), claim.lastRow())) {
            String field = twice.byDocument() ? "documentNumber" : "phone";
            int earlier = twice.earlier() - claim.lastRow();
            wrong.add(new FieldError(path.of(twice.row() - claim.lastRow()) + field, "TWICE"));
            wrong.add(new FieldError(earlier > 0 ? path.of(earlier) + field : "workers[" + twice.earlier() + "]", "TWICE"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong.stream().distinct().limit(NAMED).toList());
        }
    }

    @Override
    @Transactional
    public int addSheet(long claim, byte[] file) {
        if (file.length > SHEET_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        return add(claim, WorkerSheet.read(file, Times.dateOf(clock.instant())), Path.ROWS).size();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<WorkerRow> list(long claim, @Nullable String cursor, int limit) {
        claims.read(claim).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return reader.list(claim, cursor, limit);
    }

    @Override
    @Transactional
    public int verify(long id, int seen, List<Verification> rows) {
        Held claim = fresh(id, seen, Deed.VERIFY);
        List<Verification> checked = checked(rows, (path, row) ->
                new Verification(row.worker(), Amounts.checked(path + "verified", row.verified(), true)));
        within(claim, checked, Verification::worker, (row, sum) -> row.verified().compareTo(sum.claimed()) > 0 ? "MORE_THAN_CLAIMED"
                : row.verified().compareTo(sum.recovered()) < 0 ? "LESS_THAN_RECOVERED" : null, "verified");
        store.verify(checked, clock.instant(), WagePowers.self());
        claims.recount(id, claim.lastRow());
        tell(claim, MatterAction.VERIFY_WAGES, null, checked.size(),
                checked.stream().map(Verification::verified).reduce(BigDecimal.ZERO, BigDecimal::add));
        return claim.version() + 1;
    }

    @Override
    @Transactional
    public int pay(long id, int seen, PaymentOrder order) {
        Held claim = fresh(id, seen, Deed.PAY);
        if (order.paidOn().isAfter(Times.dateOf(clock.instant()))) {
            throw Problem.field("paidOn", "FUTURE");
        }
        List<Share> checked = checked(order.rows(), (path, row) ->
                new Share(row.worker(), Amounts.checked(path + "amount", row.amount(), false)));
        within(claim, checked, Share::worker, (row, sum) -> sum.verified() == null ? "NOT_VERIFIED"
                : sum.recovered().add(row.amount()).compareTo(sum.verified()) > 0 ? "MORE_THAN_VERIFIED" : null, "amount");
        if (order.voucher() != null) {
            documents.attach(List.of(new FileId(order.voucher())), claim.matter().value(), claim.keys());
        }
        store.pay(new PaymentOrder(order.paidOn(), order.method(), order.voucher(), checked), clock.instant(), WagePowers.self());
        claims.recount(id, claim.lastRow());
        tell(claim, MatterAction.RECOVER_WAGES, null, checked.size(),
                checked.stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        return claim.version() + 1;
    }

    private Held fresh(long id, int seen, Deed deed) {
        Held claim = claims.lock(id);
        WagePowers.require(deed, claim.open());
        if (claim.version() != seen) {
            throw Problem.of(ProblemType.STALE);
        }
        return claim;
    }

    private static <T> List<T> checked(List<T> rows, BiFunction<String, T, T> check) {
        if (rows.isEmpty() || rows.size() > MOST) {
            throw Problem.field("rows", rows.isEmpty() ? "REQUIRED" : "TOO_MANY");
        }
        List<T> checked = new ArrayList<>(rows.size());
        for (int n = 0; n < rows.size(); n++) {
            checked.add(check.apply(path(n), rows.get(n)));
        }
        return checked;
    }

    /** @param rule the code of what is wrong, or null */
    private <T> void within(Held claim, List<T> rows, Function<T, Long> worker,
            BiFunction<T, WorkerStore.Sum, @Nullable String> rule, String field) {
        Map<Long, WorkerStore.Sum> sums = store.sums(claim.id(), rows.stream().map(worker).toList());
        List<FieldError> wrong = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int n = 0; n < rows.size(); n++) {
            Long id = worker.apply(rows.get(n));
            WorkerStore.Sum sum = sums.get(id);
            String code = sum == null || !seen.add(id) ? null : rule.apply(rows.get(n), sum);
            if (sum == null || code != null) {
                wrong.add(new FieldError(path(n) + (sum == null ? "worker" : field), sum == null ? "UNKNOWN" : code));
            }
        }
        if (seen.size() + wrong.stream().filter(error -> error.code().equals("UNKNOWN")).count() < rows.size()) {
            wrong.add(new FieldError("rows", "TWICE"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
    }

    private static String path(int n) {
        return "rows[" + n + "].";
    }

    @Override
    @Transactional
    public void withdraw(long worker, String reason) {
        Held claim = claims.lockOfWorker(worker);
        WagePowers.require(Deed.RECORD, claim.open());
        String why = reason(reason);
        WorkerStore.Sum sum = store.sums(claim.id(), List.of(worker)).get(worker);
        if (sum == null) {
            throw Problem.of(ProblemType.WRONG_STATE, "WAGE_WITHDRAWN");
        }
        if (sum.recovered().signum() > 0) {
            throw Problem.of(ProblemType.RULE_REFUSED, "WAGE_ROW_PAID");
        }
        store.withdraw(worker, why, clock.instant(), WagePowers.self());
        claims.recount(claim.id(), claim.lastRow());
        tell(claim, MatterAction.RECORD_WAGES, "WITHDRAWN", 1, sum.claimed());
    }

    @Override
    @Transactional
    public void withdrawPayment(long payment, String reason) {
        long worker = store.workerOf(payment).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        Held claim = claims.lockOfWorker(worker);
        WagePowers.require(Deed.PAY, claim.open());
        if (!store.withdrawPayment(payment, worker, reason(reason), clock.instant(), WagePowers.self())) {
            throw Problem.of(ProblemType.WRONG_STATE, "WAGE_WITHDRAWN");
        }
        claims.recount(claim.id(), claim.lastRow());
        chronicle.write(claim.matter(), new Happening(MatterAction.RECOVER_WAGES, "WITHDRAWN", null,
                Map.of("claim", claim.id(), "payment", payment)));
    }

    private static String reason(String reason) {
        String bare = reason.strip();
        new Problem.Fields()
                .reject(bare.isEmpty(), "reason", "REQUIRED")
                .reject(bare.length() > LONGEST_REASON, "reason", "LENGTH")
                .reject(bare.indexOf('\0') >= 0, "reason", "INVALID")
                .done();
        return bare;
    }

    @Override
    @Transactional
    public ExportStamp export(long id, boolean xlsx) {
        Held claim = claims.read(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return exports.open(new ExportOrder("wage-workers", "/wage-claims/" + id + "/workers." + (xlsx ? "xlsx" : "csv"),
                claim.lastRow(), claim.lastRow()));
    }

    private void tell(Held claim, MatterAction action, @Nullable String reason, int workers, @Nullable BigDecimal yuan) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("claim", claim.id());
        data.put("workers", workers);
        data.put("yuan", String.valueOf(yuan));
        chronicle.write(claim.matter(), new Happening(action, reason, null, data));
    }
}
