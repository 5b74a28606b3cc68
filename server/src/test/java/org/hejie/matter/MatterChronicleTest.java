package org.hejie.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.MatterChronicle.End;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Events beside a matter's moves. */
@HejieTest
class MatterChronicleTest {

    @Autowired Matters matters;
    @Autowired MatterChronicle chronicle;
    @Autowired AuditVerification audit;
    @Autowired County county;
    @Autowired JdbcClient jdbc;
    @Autowired @FlywayDataSource DataSource owner;
    @Autowired TransactionTemplate transaction;
    private Actor clerk;
    private MatterId matter;

    @BeforeEach
    void aMatter() {
        clerk = county.window(301);
        matter = new Troubles(matters, county).noise();
    }

    @Test
    void severalFollowOneAnotherAndLeaveTheVersion() {
        int version = standing().version();
        Actors.run(clerk, () -> chronicle.write(matter, List.of(happening("ONE"), happening("TWO"))));

        assertThat(reasons()).containsSubsequence("ONE", "TWO");
        assertThat(standing().version()).isEqualTo(version);
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void oneIsWrittenInATransactionOfItsOwn() {
        Actors.run(clerk, () -> chronicle.write(matter, happening("ONE")));

        assertThat(reasons()).contains("ONE");
    }

    @Test
    void theEndTheCallerHasReadIsWrittenOnFrom() {
        Actors.run(clerk, () -> transaction.executeWithoutResult(status -> {
            chronicle.write(end(), List.of(happening("ONE"), happening("TWO")));
            chronicle.write(matter, happening("THREE"));
        }));

        assertThat(reasons()).containsSubsequence("ONE", "TWO", "THREE");
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void twoFromTheSameEndAreRefusedAndNothingIsWritten() {
        assertThatThrownBy(() -> Actors.run(clerk, () -> transaction.executeWithoutResult(status -> {
            End end = end();
            chronicle.write(end, List.of(happening("ONE")));
            chronicle.write(end, List.of(happening("TWO")));
        }))).isInstanceOf(DuplicateKeyException.class);

        assertThat(reasons()).doesNotContain("ONE", "TWO");
    }

    @Test
    void whoJoinsIsNotWrittenFromAnEndAlone() {
        var joining = new Happening(MatterAction.RECORD_CONSENT, "ONE", null, Map.of(), List.of(new UnitId(1)));

        assertThatIllegalArgumentException().isThrownBy(() -> Actors.run(clerk, () -> transaction.executeWithoutResult(status ->
                chronicle.write(end(), List.of(joining)))));
    }

    @Test
    void whoJoinsAMatterShownToHimAlreadyTakesPart() {
        UnitId village = county.village("620123101");
        UnitId center = county.center("620123101").id();
        Actors.run(clerk, () -> chronicle.write(matter, joining("ONE", village)));
        List<Long> shown = shown();
        assertThat(shown).contains(center.value());
        assertThat(participating()).contains(village.value()).doesNotContain(center.value());
        int version = standing().version();

        Actors.run(clerk, () -> chronicle.write(matter, List.of(joining("TWO", center), happening("THREE"))));
        assertThat(reasons()).containsSubsequence("ONE", "TWO", "THREE");
        assertThat(participating()).contains(center.value());
        assertThat(shown()).isEqualTo(shown);
        assertThat(standing().version()).isEqualTo(version);
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void whoJoinsAboveItsHomeHasNoPartOfHisOwn() {
        UnitId home = county.center(Troubles.TOWN).id();
        List<Long> before = participating();
        Actors.run(clerk, () -> chronicle.write(matter, joining("ONE", home)));

        assertThat(reasons()).contains("ONE");
        assertThat(participating()).isEqualTo(before).doesNotContain(home.value());
    }

    @Test
    void whoJoinsFromElsewhereSeesItFromThenOn() {
        UnitId elsewhere = county.center("620123101").id();
        Actor other = county.townClerk(302, "620123101");
        assertThat(Actors.as(other, () -> matters.standing(matter))).isEmpty();

        Actors.run(clerk, () -> chronicle.write(matter, joining("ONE", elsewhere)));
        assertThat(Actors.as(other, () -> matters.standing(matter))).isPresent();
        assertThat(participating()).contains(elsewhere.value());
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    private static Happening joining(String reason, UnitId unit) {
        return new Happening(MatterAction.RECORD_CONSENT, reason, null, Map.of(), List.of(unit));
    }

    private List<Long> participating() {
        return JdbcClient.create(owner).sql("select unit_id from matter.participation where matter_id = :id order by unit_id")
                .param("id", matter.value()).query(Long.class).list();
    }

    private List<Long> shown() {
        return JdbcClient.create(owner).sql("select unnest(visible_to) from matter.matter where id = :id order by 1")
                .param("id", matter.value()).query(Long.class).list();
    }

    private End end() {
        return jdbc.sql("select " + MatterChronicle.END + " from matter.matter m where m.id = :id for update").param("id", matter.value())
                .query((row, number) -> End.of(row)).single();
    }

    private static Happening happening(String reason) {
        return new Happening(MatterAction.RECORD_CONSENT, reason, null, Map.of());
    }

    private List<String> reasons() {
        return Actors.as(clerk, () -> matters.detail(matter)).orElseThrow().timeline().stream().map(MatterDetail.Entry::reason)
                .map(String::valueOf).toList();
    }

    private Matters.Standing standing() {
        return Actors.as(clerk, () -> matters.standing(matter)).orElseThrow();
    }
}
