package org.hejie.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.hejie.audit.AuditEntryFilter;
import org.hejie.audit.AuditEntryRow;
import org.hejie.audit.AuditRecord;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.Registered;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.CategoryCode;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.NewParty;
import org.hejie.place.AreaCode;
import org.hejie.routing.Routing;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.RoutingQuestion;
import org.hejie.routing.RoutingSheet.SheetRow;
import org.hejie.routing.RoutingSheet.SheetTable;
import org.hejie.routing.RoutingSheet;
import org.hejie.routing.RoutingSheets;
import org.hejie.rules.Trial.TrialGroup;
import org.hejie.shared.web.Problem;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@HejieTest
class RulesLifecycleTest {

    private static final RuleSet ROUTING = new RuleSet(RuleKind.ROUTING, "routing");
    private static final RoutingQuestion WAGES =
            RoutingQuestion.of(new CategoryCode("0401"), SourceLine.WINDOW, null, new AreaCode("620123104"));

    @Autowired Rules rules;
    @Autowired Trials trials;
    @Autowired @FlywayDataSource DataSource owner;
    @Autowired RoutingSheets sheets;
    @Autowired Routing routing;
    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired AuditRecord audit;
    @Autowired Matters matters;

    private Actor dispatcher;
    private Actor director;

    @BeforeEach
    void people() {
        dispatcher = staff.dispatcher().actor();
        director = staff.director().actor();
    }

    @AfterEach
    void settle() {
        rules.standings().stream().flatMap(standing -> standing.open().stream()).forEach(open -> {
            if (open.state() == RuleState.SUBMITTED) {
                rules.sendBack(director, open.id(), "aside");
            }
            rules.discard(dispatcher, open.id());
        });
        rules.standings().stream().flatMap(standing -> standing.coming().stream())
                .forEach(coming -> rules.withdraw(director, coming.id(), "aside"));
        clock.reset();
    }

    @Test
    void approvedRulesAnswerFromTheirTimeOnAndNotBefore() {
        var before = routing.suggest(WAGES);
        var draft = submitted("县综治中心");
        clock.setTo(Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        Instant effective = clock.instant().plus(Duration.ofDays(3));

        rules.approve(director, draft.id(), effective, "好");

        assertThat(routing.suggest(WAGES)).isEqualTo(before);
        clock.setTo(effective);
        assertThat(routing.suggest(WAGES).target()).hasToString("COUNTY_CENTER");
        assertThat(routing.suggest(WAGES).version()).isEqualTo(draft.number());
        clock.reset();
    }

    @Test
    void nobodyApprovesWhatHeDrafted() {
        var draft = rules.draft(director, ROUTING, "试");
        write(director, draft, "县综治中心");
        tryOut(director, draft.id());
        rules.submit(director, draft.id(), "好");

        assertThatThrownBy(() -> rules.approve(director, draft.id(), soon(), "好"))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.reasonCode()).isEqualTo("RULES_OWN_DRAFT"));
    }

    @Test
    void nobodyApprovesWhatHeChangedInAnothersDraft() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(director, draft, "县综治中心");
        tryOut(dispatcher, draft.id());
        rules.submit(dispatcher, draft.id(), "好");

        assertThatThrownBy(() -> rules.approve(director, draft.id(), soon(), "好"))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.reasonCode()).isEqualTo("RULES_OWN_DRAFT"));
    }

    @Test
    void aDispatcherMayNotApprove() {
        var draft = submitted("县综治中心");

        assertThatThrownBy(() -> rules.approve(staff.dispatcher().actor(), draft.id(), soon(), "好")).hasMessageContaining("FORBIDDEN");
    }

    @Test
    void whatHasErrorsIsNotSubmitted() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, "某个局");

        assertThatThrownBy(() -> rules.submit(dispatcher, draft.id(), "好")).hasMessageContaining("RULES_ERRORS");
    }

    @Test
    void rulesThatRouteToAnUnknownUnitAreRefused() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, "某个局(nowhere)");

        assertThat(rules.check(rules.version(draft.id()))).extracting(RuleFinding::code).containsExactly("UNIT_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<definitions", "not a model at all", "{}"})
    void aMalformedFileIsAFindingAndIsNotSubmitted(String text) {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        rules.write(dispatcher, draft.id(), draft.revision(), text);

        assertThat(rules.check(rules.version(draft.id()))).isNotEmpty().allMatch(RuleFinding::isError);
        assertThatThrownBy(() -> rules.submit(dispatcher, draft.id(), "好")).hasMessageContaining("RULES_ERRORS");
    }

    @Test
    void whatWasNotTriedIsNotSubmitted() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, "县综治中心");

        assertThatThrownBy(() -> rules.submit(dispatcher, draft.id(), "好")).hasMessageContaining("RULES_UNTRIED");
    }

    @Test
    void aChangeAfterTheTrialAsksForAnother() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        tryOut(dispatcher, draft.id());
        write(dispatcher, rules.version(draft.id()), "县综治中心");

        assertThat(rules.version(draft.id()).trial()).isNull();
    }

    @Test
    void anOldPageDoesNotOverwriteANewerText() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, "县综治中心");

        assertThatThrownBy(() -> write(dispatcher, draft, "县公安局(police)")).hasMessageContaining("STALE");
    }

    @Test
    void onlyOneDraftIsOpen() {
        rules.draft(dispatcher, ROUTING, "试");

        assertThatThrownBy(() -> rules.draft(director, ROUTING, "也试")).hasMessageContaining("RULES_DRAFT_OPEN");
    }

    @Test
    void whatIsWithdrawnBeforeItsTimeNeverHolds() {
        var before = routing.suggest(WAGES);
        var draft = submitted("县综治中心");
        rules.approve(director, draft.id(), clock.instant().plus(Duration.ofDays(2)), "好");

        rules.withdraw(dispatcher, draft.id(), "弄错了");

        clock.setTo(clock.instant().plus(Duration.ofDays(5)));
        assertThat(routing.suggest(WAGES).target()).isEqualTo(before.target());
    }

    @Test
    void nothingTakesEffectInThePast() {
        var draft = submitted("县综治中心");

        assertThatThrownBy(() -> rules.approve(director, draft.id(), clock.instant().minusSeconds(60), "好"))
                .hasMessageContaining("INVALID_FIELDS");
    }

    @Test
    void approvedAtOnceItHoldsAtOnce() {
        var number = submittedAsItIs();

        var approved = rules.approve(director, rules.history(ROUTING).getFirst().id(), null, "好");

        assertThat(approved.effectiveAt()).isNotNull();
        assertThat(routing.suggest(WAGES).version()).isEqualTo(number);
    }

    @Test
    void theDifferenceNamesTheRow() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, "县综治中心");

        assertThat(rules.differences(rules.version(draft.id()))).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(RuleDifference.Kind.CHANGED);
            assertThat(difference.place()).isEqualTo("R16");
        });
    }

    @Test
    void everyStepIsInTheAuditRecord() {
        var draft = submitted("县综治中心");

        var entries = Actors.as(staff.auditAdmin().actor(), () -> audit.entries(
                new AuditEntryFilter(null, null, null, "rule-version", draft.id(), null, null), null, 50)).items();
        assertThat(entries).extracting(AuditEntryRow::action)
                .containsExactly("RULES_SUBMITTED", "RULES_TRIED", "RULES_CHANGED", "RULES_DRAFTED");
    }

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

    private RuleVersion submitted(String unit) {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, unit);
        tryOut(dispatcher, draft.id());
        return rules.submit(dispatcher, draft.id(), "请批准");
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

    /** A new version that says what the one before says. */
    private int submittedAsItIs() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        tryOut(dispatcher, draft.id());
        return rules.submit(dispatcher, draft.id(), "请批准").number();
    }

    private KeptTrial tryOut(Actor by, long id) {
        return Actors.as(by, () -> rules.tryOut(by, id, 100));
    }

    /** Sends migrant workers' wages to another unit. */
    private void write(Actor by, RuleVersion draft, String unit) {
        var sheet = sheets.read(draft.text());
        var changed = new RoutingSheet(sheet.tables().stream().map(table -> table.decision() == RoutingDecision.UNIT
                ? new SheetTable(table.decision(), table.columns(), rows(table, unit)) : table).toList());
        rules.write(by, draft.id(), draft.revision(), sheets.write(draft.text(), changed));
    }

    private static List<SheetRow> rows(SheetTable table, String unit) {
        return table.rows().stream().map(row -> row.id().equals("R16")
                ? new SheetRow(row.id(), row.cells(), unit, row.zh(), row.en()) : row).toList();
    }

    private Instant soon() {
        return clock.instant().plus(Duration.ofHours(1));
    }
}
