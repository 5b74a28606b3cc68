package org.hejie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hejie.intake.Intakes.incoming;
import static org.hejie.intake.Intakes.noise;

import java.util.List;
import java.util.UUID;
import org.hejie.intake.Settlement.Outcome;
import org.hejie.intake.SubmissionList.Filter;
import org.hejie.intake.Submissions.Origin;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.shared.web.ProblemType;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HejieTest
@Import(Intakes.class)
class ConflictsTest {

    private static final String OTHER_CONTENT = "同一个号，却是楼下漏水。";

    @Autowired Submissions submissions;
    @Autowired SubmissionList list;
    @Autowired Conflicts conflicts;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired Intakes intakes;
    private Actor clerk;
    private String number;
    private Taken.Registered first;
    private SubmissionId conflict;

    @BeforeEach
    void aConflict() {
        clerk = county.window(310);
        number = "C" + UUID.randomUUID();
        first = (Taken.Registered) sent(noise(number));
        sent(noise(number, OTHER_CONTENT));
        conflict = new SubmissionId(Actors.as(clerk, () -> list.conflictsOf(first.id())).getFirst().id());
    }

    @Test
    void theFileShowsBothContentsAndMasksPeople() {
        SubmissionFile file = file();

        assertThat(file.told().facts()).isEqualTo(OTHER_CONTENT);
        assertThat(file.known().told().facts()).isEqualTo(noise(number).facts());
        assertThat(file.told().parties()).isEqualTo(file.known().told().parties())
                .extracting(SubmissionFile.ToldPerson::name).containsExactly("王**");
    }

    @Test
    void addedItBecomesMaterialOfTheKnownMatter() {
        SubmissionFile settled = settle(Outcome.ADD, null);

        assertThat(settled.submission().state()).isEqualTo(SubmissionState.ADDED);
        assertThat(settled.submission().matterId()).isEqualTo(first.matter().value());
        MatterDetail matter = Actors.as(clerk, () -> matters.detail(first.matter())).orElseThrow();
        assertThat(matter.papers()).extracting(MatterDetail.Paper::name).containsExactly("补充来件.txt");
        assertThat(matter.timeline().getLast().action()).isEqualTo("ADD_MATERIAL");
    }

    @Test
    void registeredItIsAMatterOfItsOwnUnderTheSameNumber() {
        SubmissionFile settled = settle(Outcome.REGISTER, "两件不同的事");

        assertThat(settled.submission().state()).isEqualTo(SubmissionState.REGISTERED);
        MatterId own = new MatterId(settled.submission().matterId());
        assertThat(own).isNotEqualTo(first.matter());
        MatterDetail matter = Actors.as(clerk, () -> matters.detail(own)).orElseThrow();
        assertThat(matter.facts()).isEqualTo(OTHER_CONTENT);
        assertThat(matter.outsideNumbers()).extracting(MatterDetail.OutsideNumber::number).containsExactly(number);
    }

    @Test
    void refusedItMakesNoMatterAndKeepsTheReason() {
        long before = intakes.matters();

        SubmissionFile settled = settle(Outcome.REFUSE, "来源方误报");

        assertThat(settled.submission().state()).isEqualTo(SubmissionState.REFUSED);
        assertThat(settled.settlement()).isEqualTo(new SubmissionFile.Settled(Outcome.REFUSE, "来源方误报",
                settled.settlement().at(), 310, settled.settlement().byName()));
        assertThat(intakes.matters()).isEqualTo(before);
    }

    @Test
    void refusingNeedsAReason() {
        assertThatThrownBy(() -> settle(Outcome.REFUSE, " ")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.errors()).containsExactly(new FieldError("reason", "REQUIRED")));
    }

    @Test
    void itIsSettledOnce() {
        settle(Outcome.REFUSE, "来源方误报");

        assertThatThrownBy(() -> settle(Outcome.REGISTER, "另一件事")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(ProblemType.WRONG_STATE));
    }

    @Test
    void sentAgainAfterItWasRegisteredItIsThatMatter() {
        long own = settle(Outcome.REGISTER, "两件不同的事").submission().matterId();

        assertThat(sent(noise(number, OTHER_CONTENT))).isInstanceOfSatisfying(Taken.Registered.class,
                again -> assertThat(again.matter().value()).isEqualTo(own));
    }

    @Test
    void theFirstSentAgainIsStillTheFirstMatter() {
        settle(Outcome.REGISTER, "两件不同的事");

        assertThat(sent(noise(number))).isInstanceOfSatisfying(Taken.Registered.class,
                again -> assertThat(again.matter()).isEqualTo(first.matter()));
    }

    @Test
    void sentAgainAfterItWasRefusedItIsAConflictAndKeptOnce() {
        settle(Outcome.REFUSE, "来源方误报");
        long before = intakes.submissions();

        assertThat(sent(noise(number, OTHER_CONTENT))).isEqualTo(new Taken.Conflict());
        assertThat(intakes.submissions()).isEqualTo(before);
    }

    @Test
    void whoMayNotRegisterSettlesNothing() {
        assertThatThrownBy(() -> Actors.as(county.director(311), () ->
                conflicts.settle(conflict, new Settlement(Outcome.REFUSE, "误报")))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(ProblemType.FORBIDDEN));
    }

    @Test
    void whoMayNotRegisterIsOfferedNothing() {
        assertThat(Actors.as(county.director(311), () -> conflicts.file(conflict)).orElseThrow().outcomes()).isEmpty();
    }

    @Test
    void outsideTheScopeItIsNotThere() {
        Actor village = county.townClerk(312, "620123100");

        assertThatThrownBy(() -> Actors.as(village, () -> conflicts.settle(conflict, new Settlement(Outcome.REFUSE, "误报"))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void theAuditRecordHasTheDecision() {
        settle(Outcome.REFUSE, "来源方误报");

        assertThat(intakes.owner().sql("""
                select action || ' ' || reason from audit.entry where object_type = 'submission' and object_id = :id
                """).param("id", conflict.value()).query(String.class).list()).containsExactly("SUBMISSION_SETTLED REFUSE");
    }

    @Test
    void theListIsFilteredByLineAndState() {
        List<SubmissionRow> waiting = Actors.as(clerk, () ->
                list.page(new Filter(SourceLine.HOTLINE, null, null, SubmissionState.CONFLICT), null, 100)).items();

        assertThat(waiting).extracting(SubmissionRow::id).contains(conflict.value()).doesNotContain(first.id().value());
        assertThat(waiting).extracting(SubmissionRow::state).containsOnly(SubmissionState.CONFLICT);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        sent(noise(number, "第三种说法。"));
        var filter = new Filter(SourceLine.HOTLINE, null, null, SubmissionState.CONFLICT);
        var one = Actors.as(clerk, () -> list.page(filter, null, 1));
        var two = Actors.as(clerk, () -> list.page(filter, one.nextCursor(), 1));

        assertThat(List.of(one.items().getFirst().id(), two.items().getFirst().id()))
                .isEqualTo(Actors.as(clerk, () -> list.page(filter, null, 2)).items().stream().map(SubmissionRow::id).toList());
    }

    private SubmissionFile file() {
        return Actors.as(clerk, () -> conflicts.file(conflict)).orElseThrow();
    }

    private SubmissionFile settle(Outcome outcome, String reason) {
        return Actors.as(clerk, () -> conflicts.settle(conflict, new Settlement(outcome, reason)));
    }

    private Taken sent(Submission submission) {
        return Actors.as(intakes.hotline(), () ->
                submissions.take(SourceLine.HOTLINE, Origin.API, List.of(incoming(submission)))).getFirst();
    }
}
