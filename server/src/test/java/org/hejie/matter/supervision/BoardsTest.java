package org.hejie.matter.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.hejie.matter.Act;
import org.hejie.matter.Matters;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Boards count cards; they rank no person and no unit with few. */
@HejieTest
class BoardsTest {

    @Autowired Boards boards;
    @Autowired Cards cards;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired TestStaff staff;
    private Supervised trouble;
    private Actor committee;
    private UnitId unit;

    @BeforeEach
    void aMatterInHand() {
        trouble = new Supervised(matters, county, county.dispatcher(314));
        committee = staff.committee().actor();
        unit = county.unit("land").id();
    }

    @Test
    void everyCountIsThatOfTheRowsItOpens() {
        issue(2);
        BoardRow row = row(Boards.By.UNIT, unit.value());

        long listed = Actors.as(committee, () -> cards.list(new CardSearch(null, unit.value(), null, null, null, null, null,
                null, null, null), null, 200, true)).total().count();
        assertThat((long) row.issued()).isEqualTo(listed);
    }

    @Test
    void aUnitIsRankedFromTenCardsOnAndNotBefore() {
        UnitId few = county.unit("petition").id();
        Actors.as(committee, () -> cards.issue(trouble.matter, new NewCard(few, CardLevel.NOTICE, CardOrigin.LEADER, "原因", "要求", null)));
        TestPerson clerk = staff.department("land");
        trouble.act(trouble.dispatcher, new Act.Transfer(unit, List.of(), "转办"));
        issue(10).forEach(card -> {
            Actors.as(clerk.actor(), () -> cards.acknowledge(card, 1, clerk.id()));
            Actors.as(clerk.actor(), () -> cards.reply(card, 2, "已办理"));
        });

        assertThat(row(Boards.By.UNIT, unit.value()).rank()).isNotNull();
        assertThat(row(Boards.By.UNIT, few.value()).rank()).isNull();
        assertThat(row(Boards.By.PERSON, clerk.id().value())).extracting(BoardRow::issued, BoardRow::inTime, BoardRow::rank)
                .containsExactly(10, 10, null);
    }

    @Test
    void pagesFollowEachOther() {
        issue(1);
        var first = Actors.as(committee, () -> boards.of(Boards.By.UNIT, null, null, null, 1));
        var all = Actors.as(committee, () -> boards.of(Boards.By.UNIT, null, null, null, 200));

        if (first.nextCursor() != null) {
            var next = Actors.as(committee, () -> boards.of(Boards.By.UNIT, null, null, first.nextCursor(), 1));
            assertThat(next.items()).containsExactly(all.items().get(1));
        }
        assertThat(first.items()).containsExactly(all.items().getFirst());
    }

    private List<Long> issue(int many) {
        return IntStream.range(0, many).mapToObj(i -> Actors.as(committee, () -> cards.issue(trouble.matter,
                new NewCard(unit, CardLevel.NOTICE, CardOrigin.INSPECTION, "原因", "要求", null)))).toList();
    }

    private BoardRow row(Boards.By by, long id) {
        return Actors.as(committee, () -> boards.of(by, null, null, null, 200)).items().stream()
                .filter(row -> row.id() == id).findFirst().orElseThrow();
    }
}
