package org.hejie.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.PartyKind;
import org.hejie.referral.Column;
import org.hejie.referral.LawsuitDraft;
import org.hejie.referral.LawsuitDraft.LawsuitParty;
import org.hejie.referral.Lawsuits;
import org.hejie.referral.Outcome;
import org.hejie.referral.PartnerDoor;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.PastReferrals;
import org.hejie.referral.ReferralRow;
import org.hejie.referral.Referrals;
import org.hejie.shared.Times;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.springframework.stereotype.Component;

/**
 * What court, police and petition bureau referred in the last year, with the amounts of the article, what went to and fro with the procuratorate, and
 * lawsuits the court pushed.
 */
@Component
class Dockings {

    private static final int LAWSUITS = 60;
    private static final long SERIES = 878_450;
    private static final List<String> CAUSES = List.of("民间借贷纠纷", "买卖合同纠纷", "机动车交通事故责任纠纷", "建设工程施工合同纠纷", "物业服务合同纠纷",
            "追索劳动报酬纠纷", "相邻关系纠纷");
    private static final List<String> TOWNS = List.of("620123100", "620123101", "620123104", "620123105", "620123106");

    private static final int SUPPORTED = 9;
    private static final int CLUES = 3;
    private static final Set<Stream> BROUGHT = EnumSet.of(Stream.WINDOW, Stream.CITIZEN, Stream.HOTLINE, Stream.SUPERIOR);

    private final PastReferrals past;
    private final Referrals referrals;
    private final PartnerDoor door;
    private final Lawsuits lawsuits;

    Dockings(PastReferrals past, Referrals referrals, PartnerDoor door, Lawsuits lawsuits) {
        this.past = past;
        this.referrals = referrals;
        this.door = door;
        this.lawsuits = lawsuits;
    }

    /**
     * Numbers of the matters of labour, of wage arrears first, in which the procuratorate took part: some of the last year that have ended by now, none
     * of them sent by court, police or petition bureau.
     */
    static Set<Integer> supported(List<Spec> plan, LocalDate last) {
        return plan.stream().filter(spec -> BROUGHT.contains(spec.stream()) && spec.category().startsWith("04"))
                .filter(spec -> spec.day().isAfter(last.minusDays(350)) && spec.day().isBefore(last.minusDays(40)))
                .sorted(Comparator.comparing((Spec spec) -> !spec.category().equals("0401")).thenComparing(Spec::number))
                .limit(SUPPORTED).map(Spec::number).collect(Collectors.toSet());
    }

    /** Makes what is missing of them. */
    void make(World world) {
        Scopes.run(Scope.job("demo-county", world.ground().county().value()), () -> {
            past.ofTheLines();
            past.ofTheProcuratorate();
        });
        Actors.run(Occasions.seeing(world.roster().named("procuratorate"), world.ground().unit("procuratorate")), this::clues);
        Actor dispatcher = Occasions.seeing(world.roster().named("dispatcher"), world.ground().county());
        Actors.run(dispatcher, () -> lawsuits.push(PartnerSystem.COURT, pushed(world)));
    }

    /** Of the clues sent today one is answered, one signed for, and one waits. */
    private void clues() {
        List<ReferralRow> sent = referrals.list(PartnerSystem.PROSECUTION, Column.SENT, null, CLUES).items();
        if (sent.size() == CLUES) {
            door.answer(PartnerSystem.PROSECUTION, sent.get(0).id(), Outcome.DONE, "已受理，支持起诉意见书将于本周送达法院。");
            door.sign(PartnerSystem.PROSECUTION, sent.get(1).id(), "演检民线" + sent.get(1).id() % 1000);
        }
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
