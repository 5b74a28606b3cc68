package org.hejie.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.PartyKind;
import org.hejie.referral.LawsuitDraft;
import org.hejie.referral.LawsuitDraft.LawsuitParty;
import org.hejie.referral.Lawsuits;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.PastReferrals;
import org.hejie.shared.Times;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.springframework.stereotype.Component;

/** What court, police and petition bureau referred in the last year, with the amounts of the article, and lawsuits the court pushed. */
@Component
class Dockings {

    private static final int LAWSUITS = 60;
    private static final long SERIES = 878_450;
    private static final List<String> CAUSES = List.of("民间借贷纠纷", "买卖合同纠纷", "机动车交通事故责任纠纷", "建设工程施工合同纠纷", "物业服务合同纠纷",
            "追索劳动报酬纠纷", "相邻关系纠纷");
    private static final List<String> TOWNS = List.of("620123100", "620123101", "620123104", "620123105", "620123106");

    private final PastReferrals referrals;
    private final Lawsuits lawsuits;

    Dockings(PastReferrals referrals, Lawsuits lawsuits) {
        this.referrals = referrals;
        this.lawsuits = lawsuits;
    }

    /** Makes what is missing of them. */
    void make(World world) {
        Scopes.run(Scope.job("demo-county", world.ground().county().value()), referrals::ofTheLines);
        Actor dispatcher = Occasions.seeing(world.roster().named("dispatcher"), world.ground().county());
        Actors.run(dispatcher, () -> lawsuits.push(PartnerSystem.COURT, pushed(world)));
    }

    private static List<LawsuitDraft> pushed(World world) {
        Dice dice = Dice.of(world.seed(), SERIES);
        LocalDate last = Times.dateOf(world.end()).minusDays(1);
        List<LawsuitDraft> pushed = new ArrayList<>();
        for (int i = 0; i < LAWSUITS; i++) {
            boolean many = i % 15 == 0;
            pushed.add(new LawsuitDraft("（" + last.getYear() + "）演民初" + (i + 1) + "号", CAUSES.get(i % CAUSES.size()), last.minusDays(i / 3),
                    TOWNS.get(i % TOWNS.size()), "立案", BigDecimal.valueOf(100L * dice.between(20, 2500)), many ? dice.between(5, 40) : 2,
                    List.of(new LawsuitParty(PartyKind.PERSON, world.people().person("和平镇", dice).name().text(), "演示" + i),
                            i % 4 == 0 ? new LawsuitParty(PartyKind.BODY, "演示房地产" + (i % 8 / 4 + 1) + "公司", null)
                                    : new LawsuitParty(PartyKind.PERSON, world.people().person("城关镇", dice).name().text(), "演示被告" + i))));
        }
        return pushed;
    }
}
