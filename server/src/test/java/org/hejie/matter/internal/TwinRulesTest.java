package org.hejie.matter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hejie.matter.Matters;
import org.hejie.matter.Troubles;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.Rules;
import org.hejie.rules.SettingRow;
import org.hejie.rules.SettingTable;
import org.hejie.rules.Trial;
import org.hejie.rules.Trial.TrialFigure;
import org.hejie.rules.TrialRow;
import org.hejie.rules.Trial.Aspect;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class TwinRulesTest {

    private static final String TOLD = "砂石场夜里过车扬尘,沿路三十户窗台积灰,麦苗发黄,村民要求洒水并限时运输。";

    @Autowired TwinBook book;
    @Autowired TwinRows rows;
    @Autowired Rules rules;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired TestStaff staff;

    private Actor dispatcher;
    private Actor director;
    private List<SettingRow> before;
    private String text;
    private final List<TrialRow> pairs = new ArrayList<>();

    @BeforeEach
    void people() {
        dispatcher = staff.dispatcher().actor();
        director = staff.director().actor();
        before = rows.settings();
        text = SettingTable.write(before);
    }

    @AfterEach
    void settle() {
        rules.standings().stream().flatMap(standing -> standing.open().stream()).forEach(open -> rules.discard(dispatcher, open.id()));
        rows.put(before);
    }

    @Test
    void thePointsInForceHaveNoError() {
        assertThat(book.check(TwinBook.SET, text)).noneMatch(RuleFinding::isError);
    }

    @ParameterizedTest
    @CsvSource({
        "'KEPT_FROM,45', 'KEPT_FROM,20', KEPT_BELOW_SHOWN",
        "'SIMILAR_TEXT,80', 'SIMILAR_TEXT,800', RANGE",
        "'SIMILAR_TEXT,80', 'SIMILAR_TEXT,many', NO_NUMBER",
        "'SIMILAR_TEXT,', 'SAME_MOOD,', UNKNOWN",
        "'SIMILAR_TEXT,80,points', 'SIMILAR_TEXT,80,minutes', MEASURE",
        "'SAME_PHONE,', 'SAME_DOCUMENT,', TWICE",
        "name, title, MALFORMED",
    })
    void whatIsWrongWithPointsIsSaid(String sound, String wrong, String code) {
        assertThat(book.check(TwinBook.SET, text.replace(sound, wrong))).extracting(RuleFinding::code).first().isEqualTo(code);
    }

    @Test
    void theTrialTellsHowManyPairsWouldBeSuggested() {
        Trial before = keptByNone();
        var troubles = new Troubles(matters, county);
        long one = troubles.told("砂石场扬尘", TOLD).value();
        long other = troubles.told("砂石场扬尘扰民", TOLD).value();

        Trial trial = keptByNone();

        assertThat(lost(trial)).isGreaterThan(lost(before));
        assertThat(pairs).anySatisfy(row -> assertThat(Set.of(row.matter(), row.other())).containsExactlyInAnyOrder(one, other));
        assertThat(trial.figures()).singleElement().satisfies(kept -> {
            assertThat(kept.inForce()).isGreaterThan(before.figures().stream().mapToInt(TrialFigure::inForce).sum());
            assertThat(kept.inForce()).isGreaterThan(kept.draft());
        });
    }

    private Trial keptByNone() {
        return Actors.as(dispatcher, () -> book.trial(TwinBook.SET, text, text.replace("KEPT_FROM,45", "KEPT_FROM,100")
                .replace("SIMILAR_TEXT,80", "SIMILAR_TEXT,5"), 2_000, pairs::add));
    }

    private static int lost(Trial trial) {
        return trial.groups().stream().filter(group -> group.aspect() == Aspect.PAIR && group.to().en().equals("not kept"))
                .mapToInt(group -> group.count()).sum();
    }

    @Test
    void approvedPointsArePutIn() {
        var draft = rules.draft(dispatcher, TwinBook.SET, "试");
        rules.write(dispatcher, draft.id(), draft.revision(), draft.text().replaceFirst("SAME_CATEGORY,\\d+", "SAME_CATEGORY,11"));
        Actors.as(dispatcher, () -> rules.tryOut(dispatcher, draft.id(), 1));
        rules.submit(dispatcher, draft.id(), "请批准");
        rules.approve(director, draft.id(), null, "好");

        book.takeEffect();

        assertThat(rows.settings()).filteredOn(row -> row.name().equals("SAME_CATEGORY")).extracting(SettingRow::amount).containsExactly(11);
    }
}
