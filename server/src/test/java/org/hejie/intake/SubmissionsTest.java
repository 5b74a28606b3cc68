package org.hejie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.intake.Intakes.incoming;
import static org.hejie.intake.Intakes.noise;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hejie.intake.Submissions.Origin;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.Matters;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HejieTest
@Import(Intakes.class)
class SubmissionsTest {

    @Autowired
    Submissions submissions;

    @Autowired
    Matters matters;

    @Autowired
    SubmissionList list;

    @Autowired
    County county;

    @Autowired
    Intakes intakes;

    @Test
    void aSubmissionBecomesAMatterOfItsLine() {
        Taken.Registered taken = (Taken.Registered) sent(noise(number()));

        MatterDetail detail = Actors.as(county.dispatcher(201), () -> matters.detail(taken.matter())).orElseThrow();
        assertThat(detail.line()).isEqualTo("HOTLINE");
        assertThat(detail.title()).isEqualTo("楼上夜间施工");
        assertThat(detail.parties()).extracting(MatterDetail.Person::name).containsExactly("王**");
    }

    @Test
    void sentAgainItIsTheSameMatter() {
        String number = number();
        Taken.Registered first = (Taken.Registered) sent(noise(number));
        long before = intakes.matters();

        Taken.Registered second = (Taken.Registered) sent(noise(number));

        assertThat(second).isEqualTo(new Taken.Registered(first.id(), first.matter(), first.code(), true));
        assertThat(intakes.matters()).isEqualTo(before);
    }

    @Test
    void aKnownNumberWithOtherContentIsKeptBesideTheFirst() {
        String number = number();
        Taken.Registered first = (Taken.Registered) sent(noise(number));
        long matters = intakes.matters();

        Taken second = sent(noise(number, "另一件事。"));

        assertThat(second).isEqualTo(new Taken.Conflict());
        assertThat(intakes.matters()).isEqualTo(matters);
        assertThat(Actors.as(county.dispatcher(201), () -> list.conflictsOf(first.id()))).hasSize(1);
    }

    @Test
    void theSameConflictIsKeptOnce() {
        String number = number();
        sent(noise(number));
        sent(noise(number, "另一件事。"));
        long before = intakes.conflicts();

        sent(noise(number, "另一件事。"));

        assertThat(intakes.conflicts()).isEqualTo(before);
    }

    @Test
    void theSameNumberOfAnotherLineIsAnotherMatter() {
        String number = number();
        Taken.Registered first = (Taken.Registered) sent(noise(number));

        Taken.Registered other = (Taken.Registered) Actors.as(county.dispatcher(201), () ->
                submissions.take(SourceLine.POLICE, Origin.API, List.of(incoming(noise(number))))).getFirst();

        assertThat(other.matter()).isNotEqualTo(first.matter());
    }

    @Test
    void twinsAtTheSameMomentAreOneMatter() throws Exception {
        String number = number();
        long before = intakes.matters();
        List<Callable<Taken>> twins = IntStream.range(0, 8).<Callable<Taken>>mapToObj(i -> () -> sent(noise(number))).toList();

        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Taken>> answers = pool.invokeAll(twins);
            assertThat(answers).extracting(answer -> ((Taken.Registered) answer.get()).matter()).containsOnly(
                    ((Taken.Registered) answers.getFirst().get()).matter());
        }
        assertThat(intakes.matters()).isEqualTo(before + 1);
    }

    @Test
    void aBatchAnswersEachForItself() {
        String number = number();

        List<Taken> taken = Actors.as(intakes.hotline(), () -> submissions.take(SourceLine.HOTLINE, Origin.API, List.of(
                incoming(noise(number)), incoming(noise(number)), incoming(noise(number, "另一件事。")), incoming(noise(null, "")))));

        assertThat(taken.get(0)).isInstanceOfSatisfying(Taken.Registered.class, first -> assertThat(first.repeated()).isFalse());
        assertThat(taken.get(1)).isInstanceOfSatisfying(Taken.Registered.class, twin -> assertThat(twin.repeated()).isTrue());
        assertThat(taken.get(2)).isEqualTo(new Taken.Conflict());
        assertThat(taken.get(3)).isInstanceOf(Taken.Refused.class);
    }

    @Test
    void anUnknownCategoryIsRefusedAndChangesNothing() {
        Submission given = noise(number());
        assertRefused(new Submission(given.outsideNo(), given.reportedAt(), "4711", given.title(), given.facts(), given.place(),
                given.areaCode(), null, null, null, null, null, null, null), new FieldError("category", "UNKNOWN"));
    }

    @Test
    void anUnknownAreaIsRefusedAndChangesNothing() {
        Submission given = noise(number());
        assertRefused(new Submission(given.outsideNo(), given.reportedAt(), "0202", given.title(), given.facts(), given.place(),
                "620123999", null, null, null, null, null, null, null), new FieldError("areaCode", "UNKNOWN"));
    }

    @Test
    void tenThousandCharactersAreRefusedAndChangeNothing() {
        assertRefused(noise(number(), "长".repeat(10_000)), new FieldError("facts", "LENGTH", 8000));
    }

    @Test
    void aReportFromTheFutureIsRefusedAndChangesNothing() {
        Submission given = noise(number());
        assertRefused(new Submission(given.outsideNo(), OffsetDateTime.parse("2999-01-01T00:00:00+08:00"), "0202",
                given.title(), given.facts(), given.place(), null, null, null, null, null, null, null, null),
                new FieldError("reportedAt", "FUTURE"));
    }

    @Test
    void scriptInTextStaysText() {
        String script = "<script>alert(1)</script> & <b>粗</b>";
        Taken.Registered taken = (Taken.Registered) sent(noise(number(), script));

        assertThat(Actors.as(county.dispatcher(201), () -> matters.detail(taken.matter())).orElseThrow().facts()).isEqualTo(script);
    }

    @Test
    void whatCameInLiesSealed() {
        Submission given = noise(number());
        Actors.as(intakes.hotline(), () -> submissions.take(SourceLine.HOTLINE, Origin.API,
                List.of(new Incoming(given, "{\"facts\":\"nobody-may-read-this\"}", null, null, List.of()))));

        long readable = intakes.owner().sql("select count(*) from intake.submission where position('nobody-may'::bytea in content) > 0")
                .query(Long.class).single();
        assertThat(readable).isZero();
    }

    @Test
    void withoutScopeNoSubmissionIsSeen() {
        sent(noise(number()));

        assertThat(list.page(new SubmissionList.Filter(null, null, null, null), null, 10).items()).isEmpty();
    }

    private void assertRefused(Submission submission, FieldError error) {
        long matters = intakes.matters();
        long kept = intakes.submissions();

        Taken taken = sent(submission);

        assertThat(taken).isEqualTo(new Taken.Refused(List.of(error)));
        assertThat(intakes.matters()).isEqualTo(matters);
        assertThat(intakes.submissions()).isEqualTo(kept);
    }

    private Taken sent(Submission submission) {
        return Actors.as(intakes.hotline(), () ->
                submissions.take(SourceLine.HOTLINE, Origin.API, List.of(incoming(submission)))).getFirst();
    }

    private static String number() {
        return "T" + UUID.randomUUID();
    }
}
