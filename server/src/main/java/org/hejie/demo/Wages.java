package org.hejie.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.hejie.matter.MatterId;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.NewParty;
import org.hejie.party.PartyDraft;
import org.hejie.party.PartyKind;
import org.hejie.shared.Times;
import org.hejie.wage.ClaimDraft;
import org.hejie.wage.ClaimFact;
import org.hejie.wage.Evidence;
import org.hejie.wage.PayMethod;
import org.hejie.wage.Presence;
import org.hejie.wage.WageClaims;
import org.hejie.wage.WageWorkers;
import org.hejie.wage.WageWorkers.Path;
import org.hejie.wage.WageWorkers.PaymentOrder;
import org.hejie.wage.WageWorkers.Share;
import org.hejie.wage.WageWorkers.Verification;
import org.hejie.wage.WorkerDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wage claims on open matters of wage arrears, made through the same doors as in the office: {@value #PEOPLE} workers with
 * {@value #YUAN} yuan recovered in the last weeks, as the article tells, and one claim that nobody has paid.
 */
@Component
class Wages {

    static final int PEOPLE = 136;
    static final long YUAN = 2_480_000;

    private static final int CLAIMS = 5;
    private static final int WAITING = 12;
    private static final long SERIES = 136_248;
    private static final Map<Integer, String> CLUES = Map.of(1, "工程整体转包，分包单位下落不明，二十余名工人请求支持起诉追索其余工资。", 3, "企业只认部分工资，工人多为外出务工人员，举证困难，请研究支持起诉。");
    private static final List<String> PROJECTS = List.of("和平镇安置房二期", "夏官营物流园", "城关镇供热管网改造", "定远镇高标准农田", "金崖镇学校综合楼",
            "三角城日光温室");

    private final WageClaims claims;
    private final WageWorkers workers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Wages(WageClaims claims, WageWorkers workers, JdbcClient jdbc, TransactionTemplate transaction) {
        this.claims = claims;
        this.workers = workers;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Makes them, unless an earlier start has. */
    void make(World world) {
        Actor dispatcher = Occasions.seeing(world.roster().named("dispatcher"), world.ground().county());
        if (!Actors.as(dispatcher, () -> claims.list(null, null, null, 1)).items().isEmpty()) {
            return;
        }
        List<MatterId> matters = matters(dispatcher);
        Dice dice = Dice.of(world.seed(), SERIES);
        List<BigDecimal> shares = shares(dice);
        int paid = Math.min(CLAIMS, matters.size());
        for (int i = 0; i < paid; i++) {
            int n = i;
            List<BigDecimal> own = shares.subList(PEOPLE * i / paid, PEOPLE * (i + 1) / paid);
            Actors.run(dispatcher, () -> paid(world, matters.get(n), n, own, dice));
        }
        if (matters.size() > CLAIMS) {
            Actors.run(dispatcher, () -> waiting(world, matters.get(CLAIMS), dice));
        }
    }

    private List<MatterId> matters(Actor dispatcher) {
        List<MatterId> found = Actors.as(dispatcher, () -> transaction.execute(status -> jdbc.sql(
                "select id from matter.matter where category = '0401' and open order by registered_at desc, id limit :n")
                .param("n", CLAIMS + 1).query((row, number) -> new MatterId(row.getLong(1))).list()));
        return found == null ? List.of() : found;
    }

    /** In whole hundreds, together what the article tells. */
    private static List<BigDecimal> shares(Dice dice) {
        long[] weights = LongStream.range(0, PEOPLE).map(i -> dice.between(80, 280)).toArray();
        long all = LongStream.of(weights).sum();
        List<BigDecimal> shares = new ArrayList<>();
        long left = YUAN;
        for (int i = 0; i < PEOPLE; i++) {
            long share = i == PEOPLE - 1 ? left : weights[i] * (YUAN / 100) / all * 100;
            left -= share;
            shares.add(yuan(share));
        }
        return shares;
    }

    private void paid(World world, MatterId matter, int n, List<BigDecimal> shares, Dice dice) {
        long claim = open(matter, n, n == 1 ? Set.of(ClaimFact.SUBLET_WHOLE) : Set.of());
        List<WorkerDraft> people = shares.stream().map(share -> worker(world, dice, share, null)).toList();
        List<Long> rows = workers.add(claim, people, Path.ROWS);
        List<Verification> verified = new ArrayList<>();
        List<Share> paid = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            verified.add(new Verification(rows.get(i), shares.get(i)));
            paid.add(new Share(rows.get(i), shares.get(i)));
        }
        int version = workers.verify(claim, 2, verified);
        LocalDate day = Times.dateOf(world.end()).minusDays(7L * n + 2);
        workers.pay(claim, version, new PaymentOrder(day, PayMethod.values()[n % PayMethod.values().length], null, paid));
        if (CLUES.containsKey(n)) {
            claims.sendClue(claim, CLUES.get(n));
        }
    }

    /** Three of its workers lose their right to arbitration soon; a clue goes to the procuratorate. */
    private void waiting(World world, MatterId matter, Dice dice) {
        long claim = open(matter, CLAIMS, Set.of(ClaimFact.LET_TO_UNQUALIFIED));
        LocalDate soon = Times.dateOf(world.end()).minusYears(1).plusDays(15);
        List<WorkerDraft> people = LongStream.range(0, WAITING)
                .mapToObj(i -> worker(world, dice, yuan(100L * dice.between(80, 280)), i < 3 ? soon : null)).toList();
        workers.add(claim, people, Path.ROWS);
        claims.sendClue(claim, "多数工人不识合同、无力委托代理，人社部门已两次催告未果。");
    }

    private long open(MatterId matter, int n, Set<ClaimFact> facts) {
        return claims.open(matter, new ClaimDraft(PROJECTS.get(n), "演示建设单位" + (n + 1), "演示建筑总承包" + (n + 1) + "公司",
                n % 2 == 0 ? "演示劳务分包" + (n + 1) + "公司" : null, "第" + (n + 1) + "班组", null, facts,
                Set.of(Evidence.ATTENDANCE, Evidence.IOU), Presence.UNKNOWN, Presence.NONE));
    }

    private static WorkerDraft worker(World world, Dice dice, BigDecimal claimed, @Nullable LocalDate left) {
        NewParty person = world.people().person("和平镇", dice);
        return new WorkerDraft(new PartyDraft(PartyKind.PERSON, person.name().text(), null,
                person.document() == null ? null : person.document().number(), null,
                person.phone() == null ? null : person.phone().digits(), null, null, person.sex(), null, Set.of()),
                dice.chance(0.5) ? "钢筋工" : "木工", null, null, left, claimed);
    }

    private static BigDecimal yuan(long amount) {
        return BigDecimal.valueOf(amount).setScale(2);
    }
}
