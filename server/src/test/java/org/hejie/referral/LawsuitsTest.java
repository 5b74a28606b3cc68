package org.hejie.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.referral.PartnerSimulator.with;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.ApiClients;
import org.hejie.referral.PartnerSimulator.Said;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 立案推送: what is kept of a lawsuit, and what is worth a look. */
@HejieTest
class LawsuitsTest {

    @Autowired Lawsuits lawsuits;
    @Autowired ApiClients clients;
    @Autowired TestStaff staff;
    @Autowired @FlywayDataSource DataSource owner;
    @LocalServerPort int port;

    private Actor dispatcher;
    private PartnerSimulator court;

    @BeforeEach
    void aCourt() {
        dispatcher = staff.dispatcher().actor();
        court = PartnerSimulator.of(PartnerSystem.COURT, staff, clients, port);
    }

    @Test
    void aLawsuitIsKeptMaskedAndOnce() {
        String number = PartnerSimulator.number();

        Said first = court.lawsuit(lawsuit(number));
        Said again = court.lawsuit(lawsuit(number));
        Said other = court.lawsuit(with(lawsuit(number), "cause", "买卖合同纠纷"));

        assertThat(List.of(first.status(), again.status(), other.status())).as(first.body().toString()).containsExactly(201, 200, 409);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(row(number).parties()).containsExactly("王**", "甘肃某建筑公司");
        assertThat(JdbcClient.create(owner).sql("select l::text from referral.lawsuit l where id = :id").param("id", first.id()).query(String.class).single())
                .doesNotContain("王小民");
    }

    @Test
    void peopleAmountAndRepeatedPartiesAreReasons() {
        String mark = PartnerSimulator.number();
        for (int i = 0; i < 2; i++) {
            court.lawsuit(by(lawsuit(PartnerSimulator.number()), mark));
        }
        String third = PartnerSimulator.number();
        court.lawsuit(with(with(by(lawsuit(third), mark), "people", 30), "amount", 100000));

        assertThat(row(third).reasons()).containsExactlyInAnyOrder("PEOPLE", "AMOUNT", "REPEATED");
        assertThat(row(third).points()).isEqualTo(20 + 10 + 10);
    }

    @Test
    void oneMaskedNameIsNotOnePerson() {
        String number = PartnerSimulator.number();
        for (int i = 0; i < 3; i++) {
            court.lawsuit(with(lawsuit(PartnerSimulator.number()), "parties", List.of(Map.of("name", "赵**"))));
        }
        court.lawsuit(with(lawsuit(number), "parties", List.of(Map.of("name", "赵**"))));

        assertThat(row(number).reasons()).doesNotContain("REPEATED");
    }

    /** Source: domain.md §5.4: divorce, minors and closed cases are pushed as counts. */
    @ParameterizedTest
    @CsvSource({"离婚纠纷", "变更抚养关系纠纷", "不公开审理案件"})
    void whatComesAsACountAloneIsNotKept(String cause) {
        String number = PartnerSimulator.number();

        Said said = court.lawsuit(with(lawsuit(number), "cause", cause));

        assertThat(said.status()).isEqualTo(422);
        assertThat(said.faults()).containsExactly("cause:LAWSUIT_COUNT_ONLY");
        assertThat(JdbcClient.create(owner).sql("select count(*) from referral.lawsuit where case_no = :no").param("no", number)
                .query(Long.class).single()).isZero();
    }

    @Test
    void aCountIsPutRight() {
        court.put("lawsuit-counts", "{\"filedOn\": \"2026-03-02\", \"kind\": \"DIVORCE\", \"count\": 3}");
        Said said = court.put("lawsuit-counts", "{\"filedOn\": \"2026-03-02\", \"kind\": \"DIVORCE\", \"count\": 4}");

        assertThat(said.status()).isEqualTo(204);
        assertThat(JdbcClient.create(owner).sql("select count from referral.lawsuit_count where filed_on = '2026-03-02' and kind = 'DIVORCE'")
                .query(Integer.class).single()).isEqualTo(4);
        assertThat(court.put("lawsuit-counts", "{\"filedOn\": \"2026-03-02\", \"kind\": \"X\", \"count\": -1}").faults())
                .containsExactlyInAnyOrder("kind:UNKNOWN", "count:RANGE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filedOn  | 2100-01-01 | filedOn:FUTURE
            filedOn  |            | filedOn:REQUIRED
            areaCode | 62         | areaCode:INVALID
            people   | 0          | people:RANGE
            amount   | x          | amount:INVALID
            """)
    void whatCannotBeTakenIsNamed(String field, @Nullable String value, String fault) {
        assertThat(court.lawsuit(with(lawsuit(PartnerSimulator.number()), field, value)).faults()).containsExactly(fault);
    }

    @Test
    void onlyTheCourtPushesLawsuits() {
        PartnerSimulator police = PartnerSimulator.of(PartnerSystem.POLICE, staff, clients, port);

        assertThat(police.lawsuit(lawsuit(PartnerSimulator.number())).faults()).containsExactly("system:NOT_HERE");
    }

    @Test
    void aTownDoesNotSeeLawsuits() {
        String number = PartnerSimulator.number();
        court.lawsuit(lawsuit(number));

        assertThat(Actors.as(staff.townClerk("620123104").actor(), () -> lawsuits.list(false, null, 200)).items()).isEmpty();
        assertThat(row(number).caseNo()).isEqualTo(number);
    }

    private LawsuitRow row(String number) {
        return Actors.as(dispatcher, () -> lawsuits.list(false, null, 200)).items().stream().filter(one -> one.caseNo().equals(number)).findFirst().orElseThrow();
    }

    private static Map<String, @Nullable Object> lawsuit(String number) {
        Map<String, @Nullable Object> lawsuit = new HashMap<>();
        lawsuit.put("caseNo", number);
        lawsuit.put("cause", "民间借贷纠纷");
        lawsuit.put("filedOn", "2026-03-02");
        lawsuit.put("areaCode", "620123104");
        lawsuit.put("stage", "一审");
        lawsuit.put("people", 2);
        lawsuit.put("parties", List.of(Map.of("name", "王小民"), Map.of("kind", "BODY", "name", "甘肃某建筑公司")));
        return lawsuit;
    }

    private static Map<String, @Nullable Object> by(Map<String, @Nullable Object> lawsuit, String mark) {
        return with(lawsuit, "parties", List.of(Map.of("name", "王小民", "mark", mark)));
    }
}
