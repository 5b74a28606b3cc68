package org.hejie.matter.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hejie.matter.Act;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.Registered;
import org.hejie.matter.SourceLine;
import org.hejie.matter.list.ListSql.Order;
import org.hejie.matter.list.MatterLists.Asked;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.place.AreaCode;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class MatterListsTest {

    private static final String TOWN = "620123107";
    private static final String OTHER_TOWN = "620123101";

    @Autowired
    MatterLists lists;

    @Autowired
    Matters matters;

    @Autowired
    County county;

    @Test
    void aNewMatterWaitsToBeDispatched() {
        Registered matter = register("水管", "邻居水管漏水");

        assertThat(codes(county.dispatcher(201), Bucket.TO_DISPATCH)).contains(matter.code().value());
        assertThat(codes(county.townClerk(202, TOWN), Bucket.TO_DISPATCH)).contains(matter.code().value());
        assertThat(codes(county.townClerk(203, OTHER_TOWN), Bucket.ALL)).doesNotContain(matter.code().value());
    }

    @Test
    void whatADepartmentHasToSignForIsInItsOwnListAndNotInTheTowns() {
        Unit housing = county.unit("housing");
        Registered matter = dispatched("物业", "物业不修电梯", housing.id(), List.of());

        assertThat(codes(county.clerkOf(204, housing), Bucket.TO_SIGN)).contains(matter.code().value());
        assertThat(codes(county.townClerk(202, TOWN), Bucket.TO_SIGN)).doesNotContain(matter.code().value());
        assertThat(codes(county.townClerk(202, TOWN), Bucket.ALL)).contains(matter.code().value());
        assertThat(codes(county.clerkOf(204, housing), Bucket.ALL)).contains(matter.code().value());
    }

    @Test
    void whoHelpsSeesItAmongHisWork() {
        Registered matter = dispatched("工资", "工地欠工资", county.center(TOWN).id(), List.of(county.unit("housing").id()));

        assertThat(codes(county.clerkOf(204, county.unit("housing")), Bucket.TO_SIGN)).contains(matter.code().value());
    }

    @Test
    void aTownSeesWhatItsUnitsHandleElsewhere() {
        Registered matter = dispatched("借道", "过路纠纷", county.center(OTHER_TOWN).id(), List.of());

        assertThat(codes(county.townClerk(203, OTHER_TOWN), Bucket.TO_SIGN)).contains(matter.code().value());
        assertThat(codes(county.townClerk(203, OTHER_TOWN), Bucket.ALL)).contains(matter.code().value());
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        for (int i = 0; i < 7; i++) {
            register("分页" + i, "分页");
        }
        Actor clerk = county.townClerk(202, TOWN);
        for (Bucket bucket : List.of(Bucket.TO_DISPATCH, Bucket.ALL)) {
            List<Long> whole = page(clerk, bucket, Filter.NONE, null, 200).items().stream().map(MatterRow::id).toList();
            List<Long> walked = new ArrayList<>();
            String cursor = null;
            do {
                Page<MatterRow> page = page(clerk, bucket, Filter.NONE, cursor, 3);
                page.items().forEach(row -> walked.add(row.id()));
                cursor = page.nextCursor();
            } while (cursor != null);
            assertThat(walked).doesNotHaveDuplicates().isEqualTo(whole);
        }
    }

    @Test
    void countsAgreeWithTheLists() {
        register("计数", "计数");
        Actor clerk = county.townClerk(202, TOWN);

        var counts = Actors.as(clerk, () -> lists.counts(clerk));
        for (Bucket bucket : Bucket.values()) {
            assertThat(counts.get(bucket.word()).count()).as(bucket.word())
                    .isEqualTo(page(clerk, bucket, Filter.NONE, null, 200).items().size());
        }
    }

    @Test
    void wordsFindTheMatterForWhoMaySeeIt() {
        Registered matter = register("蜂箱", "养蜂户的蜂箱蜇伤了放羊的老人");

        for (Actor actor : List.of(county.dispatcher(201), county.townClerk(202, TOWN))) {
            assertThat(found(actor, "蜇伤 放羊", Bucket.ALL)).containsExactly(matter.code().value());
            assertThat(found(actor, "蜇伤", Bucket.TO_DISPATCH)).containsExactly(matter.code().value());
            assertThat(found(actor, "蜇伤", Bucket.TO_CHECK)).isEmpty();
        }
        assertThat(found(county.townClerk(203, OTHER_TOWN), "蜇伤", Bucket.ALL)).isEmpty();
        assertThat(found(county.clerkOf(204, county.unit("housing")), "蜇伤", Bucket.ALL)).isEmpty();
    }

    @Test
    void thePagesOfAWordFollowOneAnother() {
        List<String> registered = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            registered.addFirst(register("驮水" + i, "驮水的道路被挖断").code().value());
        }
        Actor dispatcher = county.dispatcher(201);
        var filter = new Filter(null, null, null, null, Set.of(), null, null, null, "驮水的道路");

        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            var asked = new Asked(Bucket.ALL, filter, Order.NEWEST, cursor, 2, false);
            Page<MatterRow> page = Actors.as(dispatcher, () -> lists.page(dispatcher, asked));
            page.items().forEach(row -> found.add(row.code()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(found).containsExactlyElementsOf(registered);
        assertThat(found(dispatcher, "驮水的道路", Bucket.ALL)).isEqualTo(found);
    }

    @Test
    void theWordsOfWhatADepartmentHandlesAreFoundThere() {
        Unit housing = county.unit("housing");
        Registered matter = dispatched("外墙", "外墙瓷砖脱落砸坏三轮车", housing.id(), List.of());

        assertThat(found(county.clerkOf(204, housing), "瓷砖脱落", Bucket.ALL)).containsExactly(matter.code().value());
    }

    @Test
    void aNumberIsFoundHoweverItIsTyped() {
        Registered matter = register("编号", "编号");
        String code = matter.code().value();
        String spaced = (code.substring(0, 6) + " " + code.substring(6, 14) + " " + code.substring(14)).toLowerCase(Locale.ROOT);

        for (String typed : List.of(code, spaced, code.substring(6), code.substring(14), "LZ-2026-77001", "lz202677", "02677001")) {
            assertThat(found(county.dispatcher(201), typed, Bucket.ALL)).as(typed).contains(code);
        }
    }

    @Test
    void filtersNarrow() {
        Registered matter = register("筛选", "筛选");
        Actor dispatcher = county.dispatcher(201);

        assertThat(codes(dispatcher, new Filter(null, null, new AreaCode(TOWN), null, Set.of(), null, null, null, null)))
                .contains(matter.code().value());
        assertThat(codes(dispatcher, new Filter(SourceLine.COURT, null, null, null, Set.of(), null, null, null, null)))
                .doesNotContain(matter.code().value());
        assertThat(codes(dispatcher, new Filter(null, List.of("0101"), null, null, Set.of(), null, null, null, null)))
                .doesNotContain(matter.code().value());
    }

    @Test
    void aCursorOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> page(county.dispatcher(201), Bucket.ALL, Filter.NONE, "bm9ucw", 3))
                .isInstanceOf(Problem.class);
    }

    private Registered register(String title, String facts) {
        return Actors.as(county.window(200), () -> matters.register(new RegisterMatter(SourceLine.WINDOW, "LZ-2026-77001", null, null,
                title, facts, "0202", null, new Place(null, TOWN, null, null, null), null, null, null, null, List.of(),
                new ProcedureId("dispute"), List.of())));
    }

    private Registered dispatched(String title, String facts, UnitId lead, List<UnitId> co) {
        Registered registered = register(title, facts);
        MatterId id = registered.id();
        Actors.as(county.dispatcher(201), () -> matters.act(id, registered.version(), new Act.Dispatch(lead, co, null, null, null)));
        return registered;
    }

    private List<String> codes(Actor actor, Bucket bucket) {
        return page(actor, bucket, Filter.NONE, null, 200).items().stream().map(MatterRow::code).toList();
    }

    private List<String> codes(Actor actor, Filter filter) {
        return page(actor, Bucket.ALL, filter, null, 200).items().stream().map(MatterRow::code).toList();
    }

    private List<String> found(Actor actor, String text, Bucket bucket) {
        var filter = new Filter(null, null, null, null, Set.of(), null, null, null, text);
        return page(actor, bucket, filter, null, 200).items().stream().map(MatterRow::code).toList();
    }

    private Page<MatterRow> page(Actor actor, Bucket bucket, Filter filter, String cursor, int limit) {
        Order order = bucket == Bucket.ALL ? Order.NEWEST : Order.DUE;
        return Actors.as(actor, () -> lists.page(actor, new Asked(bucket, filter, order, cursor, limit, true)));
    }
}
