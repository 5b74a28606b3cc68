package org.hejie.matter.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.SourceLine;
import org.hejie.matter.Troubles;
import org.hejie.matter.twin.TwinQuestion.Clue;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.NewParty;
import org.hejie.party.PhoneNumber;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class TwinsTest {

    private static final String BOILER = "锅炉房半夜冒黑烟,煤灰落满阳台,老人咳嗽不止,找物业没人管。";
    private static final String BOILER_AGAIN = "锅炉房半夜冒黑烟,煤灰落满阳台,老人小孩咳嗽,找过物业没人管。";

    @Autowired Twins twins;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired TestClock clock;
    private Troubles troubles;
    private Actor window;

    @BeforeEach
    void aWindow() {
        troubles = new Troubles(matters, county);
        window = county.window(401);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void whoCalledBeforeIsFoundByHisPhone() {
        MatterId first = troubles.told("井盖丢失", "门口井盖不见了。", by("13900000401"));

        Twin twin = only(asked("路灯不亮", "巷子里路灯坏了。", new Clue(PartyRole.APPLICANT, null, "139 0000 0401")));

        assertThat(twin.matterId()).isEqualTo(first.value());
        assertThat(twin.reasons()).extracting(Twin.Because::reason).contains(TwinReason.SAME_PHONE);
    }

    @Test
    void twoAgainstTheSameAreToldSo() {
        troubles.told("占道经营", "夜市占道。", new Participant(PartyRole.RESPONDENT, NewParty.body("某夜市").with(new PhoneNumber("13900000402"))));

        assertThat(only(asked("油烟扰民", "烧烤摊油烟大。", new Clue(PartyRole.RESPONDENT, null, "13900000402"))).reasons())
                .extracting(Twin.Because::reason).contains(TwinReason.SAME_RESPONDENT);
    }

    @Test
    void twoAgainstTheSameCompanyAreFoundByItsNameAlone() {
        MatterId first = troubles.told("拖欠货款", "货款未付。", new Participant(PartyRole.RESPONDENT, NewParty.body("某某建筑劳务有限公司")));

        Twin twin = only(asked("欠薪", "工资未发。", new Clue(PartyRole.RESPONDENT, null, null, "某某建筑 劳务有限公司")));
        assertThat(twin.matterId()).isEqualTo(first.value());
        assertThat(twin.reasons()).extracting(Twin.Because::reason).contains(TwinReason.SAME_RESPONDENT);
    }

    @Test
    void aMatterFindsItsTwinByTheRespondentsName() {
        MatterId first = troubles.told("围挡占路", "围挡占路。", new Participant(PartyRole.RESPONDENT, NewParty.body("某某市政养护有限公司")));
        MatterId second = troubles.told("井盖松动", "井盖响。", new Participant(PartyRole.RESPONDENT, NewParty.body("某某市政养护有限公司")));

        assertThat(Actors.as(window, () -> twins.of(second))).extracting(Twin::matterId).contains(first.value());
    }

    @Test
    void aPersonsNameIsLookedForInItsAreaAlone() {
        troubles.told("借款", "借款未还。", new Participant(PartyRole.RESPONDENT, NewParty.person("张小石")));
        TwinQuestion elsewhere = question("还钱", "欠钱。", new Place("别处", "620123100", null, null, null), new Clue(PartyRole.RESPONDENT, null, null, "张小石"));

        assertThat(asked("还钱", "欠钱。", new Clue(PartyRole.RESPONDENT, null, null, "张小石"))).isNotEmpty();
        assertThat(ask(elsewhere)).isEmpty();
    }

    @Test
    void nearlyTheSameWordsAreFound() {
        MatterId first = troubles.told("锅炉冒烟", BOILER);

        assertThat(asked("锅炉冒黑烟", BOILER_AGAIN)).filteredOn(twin -> twin.matterId() == first.value()).singleElement()
                .satisfies(twin -> assertThat(twin.reasons().getFirst().reason()).isEqualTo(TwinReason.SIMILAR_TEXT));
    }

    @Test
    void whatLiesNearIsFoundWithItsDistance() {
        MatterId first = troubles.registered(SourceLine.WINDOW, null, "下水堵塞", "污水漫到路面。", at(104.1161, 35.8431));

        Twin twin = ask(question("井水发黄", "井水颜色不对。", at(104.1171, 35.8431))).stream()
                .filter(one -> one.matterId() == first.value()).findFirst().orElseThrow();
        assertThat(twin.reasons()).filteredOn(because -> because.reason() == TwinReason.NEAR_PLACE).singleElement()
                .satisfies(because -> assertThat(because.amount()).isBetween(85, 95));
    }

    @Test
    void whatLiesFartherThan300MetresIsNotNear() {
        MatterId first = troubles.registered(SourceLine.WINDOW, null, "塌方", "边坡塌了。", at(104.2161, 35.8431));

        assertThat(ask(question("停水", "停水两天。", at(104.2198, 35.8431)))).noneMatch(twin -> twin.matterId() == first.value());
    }

    @Test
    void aMatterIsNotItsOwnTwin() {
        MatterId first = troubles.told("彩钢房违建", "楼顶加盖彩钢房,下雨漏水,多次反映没有拆除。", by("13900000403"));

        assertThat(Actors.as(window, () -> twins.of(first))).noneMatch(twin -> twin.matterId() == first.value());
    }

    @Test
    void aMatterFindsItsTwinByThePerson() {
        MatterId first = troubles.told("犬吠", "半夜狗叫。", by("13900000404"));
        MatterId second = troubles.told("噪音", "楼下吵闹。", by("13900000404"));

        assertThat(Actors.as(window, () -> twins.of(second))).extracting(Twin::matterId).contains(first.value());
    }

    @Test
    void nobodyIsShownWhatLiesOutsideHisScope() {
        troubles.told("化粪池溢流", "化粪池溢流到路面,臭味很大,已经一周。", by("13900000405"));
        TwinQuestion question = question("化粪池溢流", "化粪池溢流到路面,臭味很大,已经一周。", new Place("某小区三号楼", Troubles.TOWN, null, null, null),
                new Clue(PartyRole.APPLICANT, null, "13900000405"));

        assertThat(Actors.as(county.townClerk(402, "620123100"), () -> twins.of(question))).isEmpty();
    }

    @Test
    void afterNinetyDaysItIsAnotherTrouble() {
        troubles.told("树枝挡光", "树枝挡住窗户。", by("13900000406"));
        clock.advance(Duration.ofDays(91));

        assertThat(asked("树枝挡光", "树枝挡住窗户。", new Clue(PartyRole.APPLICANT, null, "13900000406"))).isEmpty();
    }

    @Test
    void aNumberNotYetTypedToItsEndHarmsNothing() {
        assertThat(asked("某事甲乙丙", "x", new Clue(PartyRole.APPLICANT, "6", "-"))).isEmpty();
    }

    private List<Twin> asked(String title, String facts, Clue... people) {
        return ask(question(title, facts, new Place("别处", Troubles.TOWN, null, null, null), people));
    }

    private List<Twin> ask(TwinQuestion question) {
        return Actors.as(window, () -> twins.of(question));
    }

    private static TwinQuestion question(String title, String facts, Place place, Clue... people) {
        return new TwinQuestion(title, facts, "0202", place, List.of(people));
    }

    private static Twin only(List<Twin> found) {
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Participant by(String phone) {
        return new Participant(PartyRole.APPLICANT, NewParty.person("王小民").with(new PhoneNumber(phone)));
    }

    private static Place at(double lon, double lat) {
        return new Place("某处", Troubles.TOWN, null, lon, lat);
    }
}
