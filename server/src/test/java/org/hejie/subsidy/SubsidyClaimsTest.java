package org.hejie.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hejie.mediation.Agreements;
import org.hejie.mediation.Mediated;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.NewParty;
import org.hejie.party.PhoneNumber;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.subsidy.SubsidyClaim.Ground;
import org.hejie.subsidy.SubsidyClaim.Split;
import org.hejie.subsidy.SubsidyClaim.Step;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 以案定补: from the claim to the money. */
@HejieTest
class SubsidyClaimsTest {

    private static final AtomicLong PHONES = new AtomicLong(System.nanoTime() / 1_000);

    @Autowired BeanFactory beans;
    @Autowired SubsidyClaims claims;
    @Autowired SubsidyPayments payments;
    @Autowired TestStaff staff;
    @Autowired Agreements agreements;
    @Autowired @FlywayDataSource DataSource owner;
    private Mediated mediated;
    private Subsidised made;
    private Actor town;
    private Actor county;

    @BeforeEach
    void people() {
        mediated = new Mediated(beans);
        made = new Subsidised(mediated, agreements, claims, owner);
        town = staff.townDirector("620123104").actor();
        county = staff.director().actor();
    }

    @Test
    void aClaimIsReckonedFromTheDossierWithReasons() {
        SubsidyClaim claim = made.seen(made.claimed());

        assertThat(claim.row().band()).isEqualTo(SubsidyRow.Band.SIMPLE);
        assertThat(claim.marks()).extracting(SubsidyClaim.Mark::code).contains("NOT_BOUND", "NO_SESSION");
        assertThat(claim.row().points()).isEqualTo(Math.max(0, 100 + claim.marks().stream().mapToInt(SubsidyClaim.Mark::points).sum()));
        assertThat(claim.rules().verified()).isFalse();
    }

    @Test
    void onlyWhatIsPerformedAndArchivedIsPaid() {
        long open = Actors.as(mediated.dispatcher, () -> agreements.find(mediated.signed())).orElseThrow().agreement().mediationId();
        assertThatThrownBy(() -> made.claimed(open)).hasMessage("RULE_REFUSED: SUBSIDY_NOT_PERFORMED");

        long performed = made.performed();
        assertThatThrownBy(() -> made.claimed(performed)).hasMessage("RULE_REFUSED: SUBSIDY_NOT_ARCHIVED");
    }

    @Test
    void oneDisputeIsPaidOnce() {
        long mediation = made.archived();
        long claim = made.claimed(mediation);
        assertThatThrownBy(() -> made.claimed(mediation)).hasMessage("ALREADY_EXISTS: SUBSIDY_CLAIM");

        made.decide(town, claim, Step.TOWN, false, "缺调解记录");
        assertThat(made.seen(made.claimed(mediation)).row().state()).isEqualTo(SubsidyState.CLAIMED);
    }

    @Test
    void ofTwoWhoClaimAtTheSameInstantOneIsRefused() throws Exception {
        long mediation = made.archived();
        var together = new CyclicBarrier(2);
        List<Callable<String>> both = Stream.of(mediated.mediator.actor(), town).map(actor -> (Callable<String>) () -> {
            together.await(30, TimeUnit.SECONDS);
            try {
                return "claim " + Actors.as(actor, () -> claims.claim(mediation));
            } catch (Problem refused) {
                return String.valueOf(refused.getMessage());
            }
        }).toList();

        List<String> said = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> future : pool.invokeAll(both)) {
                said.add(future.get());
            }
        }

        assertThat(said).filteredOn(one -> one.startsWith("claim ")).hasSize(1);
        assertThat(said).filteredOn(one -> !one.startsWith("claim ")).containsExactly("ALREADY_EXISTS: SUBSIDY_CLAIM");
        assertThat(standing(mediation)).isEqualTo(1);
    }

    /** The index decides where both have looked before either has written. */
    @Test
    void theSecondOfTwoWhoBothFoundNothingIsRefusedByTheIndex() {
        long mediation = made.archived();
        long claim = made.claimed(mediation);

        assertThatThrownBy(() -> JdbcClient.create(owner).sql("""
                insert into subsidy.claim (id, mediation_id, matter_id, agreement_id, mediator, rules, band, oral, points, amount, state, claimed_at,
                                           claimed_by, version)
                select id + 1, mediation_id, matter_id, agreement_id, mediator, rules, band, oral, points, amount, state, claimed_at, claimed_by, 1
                  from subsidy.claim where id = :id
                """).param("id", claim).update()).isInstanceOf(DuplicateKeyException.class);
    }

    private int standing(long mediation) {
        return JdbcClient.create(owner).sql("select count(*) from subsidy.claim where mediation_id = :id").param("id", mediation).query(Integer.class).single();
    }

    /** The blind indexes of document and phone tell it; the names are others, as a slip of the pen makes them. */
    @Test
    void theSamePartiesAreKnownByDocumentAndPhoneWhateverTheirNames() {
        String phone = phone();
        String other = phone();
        long first = made.archived(mediated.dispute("1001", person("王小民", phone), person("李大田", other)));
        long second = made.archived(mediated.dispute("0202", person("王晓民", phone), person("李大天", other)));
        long half = made.archived(mediated.dispute("0202", person("王小民", phone), person("李大田", phone())));
        long namesakes = made.archived(mediated.dispute("0202", person("王小民", phone()), person("李大田", phone())));

        SubsidyClaim claim = made.seen(made.claimed(first));

        assertThat(reasons(claim, second)).contains("SAME_PARTIES").doesNotContain("SAME_CATEGORY");
        assertThat(reasons(claim, half)).doesNotContain("SAME_PARTIES");
        assertThat(reasons(claim, namesakes)).doesNotContain("SAME_PARTIES", "ONE_PARTY");
        assertThat(claim.row().flagged()).isTrue();
    }

    private List<String> reasons(SubsidyClaim claim, long mediation) {
        return claim.splits().stream().filter(split -> split.matterId() == made.matterOf(mediation)).flatMap(split -> split.reasons().stream()).toList();
    }

    private static NewParty person(String name, String phone) {
        return NewParty.person(name).with(new PhoneNumber(phone));
    }

    /** A mobile number no other test has. */
    private static String phone() {
        return "139" + String.format("%08d", PHONES.incrementAndGet() % 100_000_000);
    }

    @Test
    void anotherMediatorDoesNotClaim() {
        long mediation = made.archived();
        assertThatThrownBy(() -> Actors.as(mediated.dispatcher, () -> claims.claim(mediation))).hasMessage("FORBIDDEN: SUBSIDY_CLAIM");
    }

    @Test
    void twoOthersDecideAndNobodyTwice() {
        long claim = made.complete();
        assertThatThrownBy(() -> made.decide(mediated.mediator.actor(), claim, Step.TOWN, true, "x"))
                .hasMessage("FORBIDDEN: SUBSIDY_DECIDE_TOWN");
        made.decide(town, claim, Step.TOWN, true, "已核对");
        assertThatThrownBy(() -> made.decide(town, claim, Step.COUNTY, true, "x")).hasMessage("FORBIDDEN: SUBSIDY_DECIDE_COUNTY");
        made.decide(county, claim, Step.COUNTY, true, "已核对");

        assertThat(made.seen(claim).row().state()).isEqualTo(SubsidyState.APPROVED);
        assertThat(made.seen(claim).decisions()).extracting(SubsidyClaim.DecisionTaken::step).containsExactly(Step.TOWN, Step.COUNTY);
    }

    @Test
    void aTownDirectorWhoClaimedDoesNotDecide() {
        long mediation = made.archived();
        long claim = Actors.as(town, () -> claims.claim(mediation));

        assertThatThrownBy(() -> made.decide(town, claim, Step.TOWN, true, "x")).hasMessage("FORBIDDEN: SUBSIDY_SECOND_PERSON");
    }

    @Test
    void tooFewPointsAreNotPassed() {
        long claim = made.claimed();
        made.points(claim, 59);

        assertThatThrownBy(() -> made.decide(town, claim, Step.TOWN, true, "x")).hasMessage("RULE_REFUSED: SUBSIDY_POINTS");
    }

    @Test
    void aSplitDisputeIsFlaggedAndPassedOnlyWithAReason() {
        long first = made.archived();
        long second = made.archived();
        made.linked(made.matterOf(first), made.matterOf(second));
        long claim = made.claimed(first);

        assertThat(made.seen(claim).splits()).filteredOn(split -> split.matterId() == made.matterOf(second))
                .flatExtracting(Split::reasons).contains("LINKED", "SAME_CATEGORY", "SAME_PLACE", "SAME_MEDIATOR");
        assertThat(catchThrowableOfType(Problem.class, () -> made.decide(town, claim, Step.TOWN, false, " ")).errors())
                .containsExactly(new FieldError("why", "REQUIRED"));
        assertThat(made.seen(claim).row().flagged()).isTrue();
    }

    @Test
    void passingWhatIsFlaggedWantsAReason() {
        long first = made.archived();
        made.linked(made.matterOf(first), made.matterOf(made.archived()));
        long claim = made.claimed(first);

        assertThat(catchThrowableOfType(Problem.class, () -> made.decide(town, claim, Step.TOWN, true, null)).errors())
                .containsExactly(new FieldError("why", "REQUIRED"));
    }

    @Test
    void aBatchIsMadeWhenNobodyObjectsAnyMoreAndIsPaidByItsSheet() {
        long claim = made.approved(town, county);
        long disputed = made.approved(town, county);
        long list = Actors.as(county, payments::publish);
        assertThatThrownBy(() -> Actors.as(county, () -> payments.batch(list))).hasMessage("RULE_REFUSED: SUBSIDY_OBJECTIONS_RUN");
        long objection = Actors.as(town, () -> claims.object(disputed, Ground.PAID_TWICE));
        made.over(list);
        assertThatThrownBy(() -> Actors.as(county, () -> payments.batch(list))).hasMessage("RULE_REFUSED: SUBSIDY_OBJECTION_OPEN");
        Actors.run(county, () -> claims.answer(objection, true, "确已领取"));
        long batch = Actors.as(county, () -> payments.batch(list));

        assertThat(made.seen(disputed).row().state()).isEqualTo(SubsidyState.REFUSED);
        assertThat(refused(batch, "编号,支付日期\n" + disputed + ",2026-01-05\n" + claim + ",2999-01-01\n"))
                .containsExactly(new FieldError("rows[1].claim", "UNKNOWN"), new FieldError("rows[2].paid", "FUTURE"));
        assertThat(made.seen(claim).row().state()).isEqualTo(SubsidyState.IN_BATCH);
        int paid = Actors.as(county, () -> payments.paid(batch, bytes("编号,支付日期\n" + claim + ",2026-01-05\n")));
        assertThat(paid).isEqualTo(1);
        assertThat(made.seen(claim).row().paidOn()).isEqualTo("2026-01-05");
    }

    @Test
    void afterTheTimeNobodyObjects() {
        long claim = made.approved(town, county);
        long list = Actors.as(county, payments::publish);
        made.over(list);

        assertThatThrownBy(() -> Actors.as(town, () -> claims.object(claim, Ground.OTHER))).hasMessage("RULE_REFUSED: SUBSIDY_OBJECTION_LATE");
    }

    @Test
    void sumsCountEveryState() {
        made.claimed();

        assertThat(Actors.as(mediated.dispatcher, claims::sums)).extracting(SubsidyClaims.StateSum::id).containsExactly(SubsidyState.values());
    }

    private List<FieldError> refused(long batch, String sheet) {
        return catchThrowableOfType(Problem.class, () -> Actors.as(county, () -> payments.paid(batch, bytes(sheet)))).errors();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
