package org.hejie.wage;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.PartyDraft;
import org.hejie.party.PartyKind;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.testing.TestStaff;
import org.hejie.wage.WageWorkers.Path;
import org.hejie.wage.WageWorkers.PaymentOrder;
import org.hejie.wage.WageWorkers.Share;
import org.hejie.wage.WageWorkers.Verification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A claim for wages on a matter, a clerk who writes it down and a dispatcher who verifies and pays. */
abstract class WageFixture {

    static final AtomicInteger NUMBER = new AtomicInteger(1000);

    @Autowired WageClaims claims;
    @Autowired WageWorkers workers;
    @Autowired Matters matters;
    @Autowired TestStaff staff;
    Actor window;
    Actor dispatcher;
    MatterId matter;
    long claim;

    @BeforeEach
    void aClaim() {
        window = staff.windowClerk().actor();
        dispatcher = staff.dispatcher().actor();
        matter = matter("0401");
        claim = Actors.as(window, () -> claims.open(matter, draft("甘肃某分包公司", Set.of())));
    }

    MatterId matter(String category) {
        return Actors.as(window, () -> matters.register(new RegisterMatter(SourceLine.WINDOW, null, null, null, "工地欠薪", "工地欠薪，来人反映。",
                category, null, new Place("某工地", "620123104", null, null, null), null, null, null, null, List.of(), null, List.of()))).id();
    }

    static ClaimDraft draft(@Nullable String subcontractor, Set<ClaimFact> facts) {
        return new ClaimDraft("某安置房项目", "某建设单位", "某建筑总承包公司", subcontractor, "钢筋班", new PartyDraft(PartyKind.PERSON, "赵工头",
                null, null, null, "13900009999", null, null, null, null, Set.of()), facts, Set.of(Evidence.IOU), Presence.UNKNOWN, Presence.NONE);
    }

    static WorkerDraft worker(String name, @Nullable String card, @Nullable String phone, String claimed) {
        return new WorkerDraft(new PartyDraft(PartyKind.PERSON, name, null, card, null, phone, null, null, null, null, Set.of()), null, null, null,
                null, yuan(claimed));
    }

    /** Numbers that only these tests use; their check digit may be wrong, which warns and does not refuse. */
    static String card() {
        return "62012319900101%03dX".formatted(NUMBER.incrementAndGet() % 1000);
    }

    static BigDecimal yuan(String amount) {
        return new BigDecimal(amount).setScale(2);
    }

    long add(WorkerDraft worker) {
        return Actors.as(window, () -> workers.add(claim, List.of(worker), Path.ALONE)).getFirst();
    }

    void verify(Verification... rows) {
        int seen = view().version();
        Actors.as(dispatcher, () -> workers.verify(claim, seen, List.of(rows)));
    }

    void pay(Share... rows) {
        int seen = view().version();
        Actors.as(dispatcher, () -> workers.pay(claim, seen, new PaymentOrder(LocalDate.of(2026, 1, 5), PayMethod.BANK, null, List.of(rows))));
    }

    WageClaim view() {
        return Actors.as(dispatcher, () -> claims.find(claim)).orElseThrow();
    }

    List<WorkerRow> rows() {
        return Actors.as(dispatcher, () -> workers.list(claim, null, 100)).items();
    }

    static List<FieldError> refused(Runnable work) {
        return catchThrowableOfType(Problem.class, work::run).errors();
    }
}
