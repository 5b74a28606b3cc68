package org.hejie.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.Registered;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.NewParty;
import org.hejie.rules.Trial.TrialGroup;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A trial keeps the matters it counts; who drafts and who approves open them, each in his own scope. */
@HejieTest
class TrialsKeptTest extends RoutingDrafts {

    @Autowired Trials trials;
    @Autowired Matters matters;
    @Autowired @FlywayDataSource DataSource owner;

    @Test
    void theTrialCountsWhatWouldHaveGoneElsewhereAndListsItForWhoApproves() {
        var owed = owedWages();
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, "县综治中心");

        var trial = Actors.as(dispatcher, () -> rules.tryOut(dispatcher, draft.id(), 1_000));
        rules.submit(dispatcher, draft.id(), "请批准");

        assertThat(trial.shown().groups()).filteredOn(group -> group.aspect() == Trial.Aspect.UNIT).singleElement().satisfies(group -> {
            assertThat(group.from().zh()).isEqualTo("县人社局");
            assertThat(listed(director, trial, group.number())).contains(owed.id().value()).hasSize(group.count());
        });
        assertThat(rules.version(draft.id()).trial().otherwise().get(Trial.Aspect.UNIT)).isEqualTo(trial.shown().count(Trial.Aspect.UNIT)).isPositive();
    }

    @Test
    void pagesOfATrialFollowOneAnother() {
        owedWages();
        owedWages();
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, "县综治中心");
        var trial = tryOut(dispatcher, draft.id());

        var first = Actors.as(dispatcher, () -> trials.matters(dispatcher, trial.id(), null, null, 1));
        var second = Actors.as(dispatcher, () -> trials.matters(dispatcher, trial.id(), null, first.nextCursor(), 1));

        assertThat(first.total().count()).isEqualTo(trial.shown().groups().stream().mapToInt(TrialGroup::count).sum());
        assertThat(second.items().getFirst().place()).isEqualTo(first.items().getFirst().place() + 1);
        assertThat(second.total()).isNull();
    }

    @Test
    void thePlaceOfATrialIsTakenByTheSamePersonsNextAndByNobodyElses() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        var first = tryOut(dispatcher, draft.id());
        var second = tryOut(dispatcher, draft.id());
        var other = tryOut(director, draft.id());

        assertThat(trials.of(director, draft.id())).extracting(KeptTrial::id).containsExactly(other.id(), second.id())
                .doesNotContain(first.id());
    }

    @Test
    void anotherTextForgetsTheTrialWithItsMatters() {
        owedWages();
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, "县综治中心");
        var trial = tryOut(dispatcher, draft.id());
        assertThat(kept(trial)).isPositive();

        write(dispatcher, rules.version(draft.id()), "县公安局(police)");

        assertThat(trials.of(dispatcher, draft.id())).isEmpty();
        assertThat(kept(trial)).isZero();
    }

    @Test
    void aTrialIsNotShownToWhoNeitherDraftsNorApproves() {
        var clerk = staff.windowClerk().actor();
        var draft = rules.draft(dispatcher, ROUTING, "试");
        var trial = tryOut(dispatcher, draft.id());

        assertThatThrownBy(() -> trials.trial(clerk, trial.id())).hasMessageContaining("FORBIDDEN");
        assertThatThrownBy(() -> trials.matters(clerk, trial.id(), null, null, 50)).hasMessageContaining("FORBIDDEN");
    }

    @Test
    void theTrialSeesOnlyTheScopeOfWhoTries() {
        var draft = rules.draft(dispatcher, ROUTING, "试");

        var trial = Actors.as(staff.systemAdmin().actor(), () -> rules.tryOut(Actors.current(), draft.id(), 100));

        assertThat(trial.shown().matters()).isZero();
    }

    private Registered owedWages() {
        return Actors.as(staff.windowClerk().actor(), () -> matters.register(new RegisterMatter(SourceLine.WINDOW, null, null, null, "工地欠薪",
                "三名工人两个月工资未付。", "0401", null, new Place(null, "620123104", null, null, null), null, 3, null, null,
                List.of(new Participant(PartyRole.APPLICANT, NewParty.person("王小民"))), null, List.of())));
    }

    /** The matters of one group of a trial, as somebody else reads them. */
    private List<Long> listed(Actor reader, KeptTrial trial, int group) {
        return Actors.as(reader, () -> trials.matters(reader, trial.id(), group, null, 200)).items().stream()
                .map(TriedMatter::matterId).toList();
    }

    /** Counted past row-level security. */
    private int kept(KeptTrial trial) {
        return JdbcClient.create(owner).sql("select count(*) from matter.tried where trial_id = :id").param("id", trial.id())
                .query(Integer.class).single();
    }
}
