package org.hejie.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.hejie.org.Actors;
import org.hejie.shared.export.ExportOrder;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.export.ExportedCell;
import org.hejie.shared.export.Exports;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class ExportsTest {

    private static final AtomicInteger LIST = new AtomicInteger();

    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired Exports exports;
    @Autowired ExportApprovals approvals;
    @Autowired AuditRecord record;

    private TestPerson clerk;
    private String path;

    @BeforeEach
    void somebodyWhoWantsAFile() {
        clerk = staff.dispatcher();
        path = "/list/" + LIST.incrementAndGet() + ".csv";
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void theMarkNamesWhoWhenAndWhich() {
        ExportStamp stamp = take(50);

        assertThat(stamp.mark()).matches("EX\\d{8}-[0-9A-Z]+ " + clerk.username() + " \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
    }

    @Test
    void fiftyPeopleAreTakenAlone() {
        assertThat(take(50).number()).startsWith("EX");
    }

    @Test
    void fiftyOneAreNot() {
        assertThatThrownBy(() -> take(51)).hasMessage("RULE_REFUSED: EXPORT_NEEDS_APPROVAL");
    }

    @Test
    void anApprovedFileIsTakenOnce() {
        approvals.decide(staff.director().actor(), asked(51), true, null);

        assertThat(take(51).number()).startsWith("EX");
        assertThatThrownBy(() -> take(51)).hasMessage("RULE_REFUSED: EXPORT_NEEDS_APPROVAL");
    }

    @Test
    void anApprovalEndsAfterADay() {
        approvals.decide(staff.director().actor(), asked(51), true, null);
        clock.advance(Duration.ofHours(25));

        assertThatThrownBy(() -> take(51)).hasMessage("RULE_REFUSED: EXPORT_NEEDS_APPROVAL");
    }

    @Test
    void anApprovalIsForNoMoreRowsThanItSays() {
        approvals.decide(staff.director().actor(), asked(51), true, null);

        assertThatThrownBy(() -> take(52)).hasMessage("RULE_REFUSED: EXPORT_NEEDS_APPROVAL");
    }

    @Test
    void anApprovalIsForNobodyElse() {
        approvals.decide(staff.director().actor(), asked(51), true, null);
        clerk = staff.dispatcher();

        assertThatThrownBy(() -> take(51)).hasMessage("RULE_REFUSED: EXPORT_NEEDS_APPROVAL");
    }

    @Test
    void nobodyApprovesHisOwn() {
        clerk = staff.director();
        long export = asked(60);

        assertThatThrownBy(() -> approvals.decide(clerk.actor(), export, true, null)).hasMessage("FORBIDDEN: SELF_GRANT");
    }

    @Test
    void aColleagueWithoutTheRightApprovesNothing() {
        long export = asked(60);

        assertThatThrownBy(() -> approvals.decide(staff.windowClerk().actor(), export, true, null)).hasMessage("FORBIDDEN");
    }

    @Test
    void aRefusedFileIsNotTaken() {
        approvals.decide(staff.securityAdmin().actor(), asked(51), false, "too wide");

        assertThatThrownBy(() -> take(51)).hasMessage("RULE_REFUSED: EXPORT_NEEDS_APPROVAL");
    }

    @Test
    void everyFileIsInTheRecord() {
        ExportStamp stamp = take(3);

        assertThat(Actors.as(staff.auditAdmin().actor(), () -> record.entries(new AuditEntryFilter(
                org.hejie.shared.audit.AuditKind.EXPORT, null, "EXPORTED", null, clerk.id().value(), null, null, null, null), null, 5))
                .items()).singleElement().satisfies(entry -> assertThat(entry.purpose()).isEqualTo(stamp.number() + " 3"));
    }

    @ParameterizedTest
    @CsvSource({
            "620123199001011234,620123********1234",
            "620123199001011234.,620123********1234.",
            "身份证62012319900101123X号,身份证620123********123X号",
            "202611240000012345,202611240000012345",
            "13812345678,13812345678"})
    void noNumberOfAnIdentityCardLeaves(String cell, String exported) {
        assertThat(ExportedCell.withoutIdNumbers(cell)).isEqualTo(exported);
    }

    private ExportStamp take(int people) {
        return Actors.as(clerk.actor(), () -> exports.open(new ExportOrder("some-list", path, people, people)));
    }

    private long asked(int people) {
        assertThatThrownBy(() -> take(people)).hasMessage("RULE_REFUSED: EXPORT_NEEDS_APPROVAL");
        long export = approvals.list(clerk.actor(), null, 10).items().getFirst().id();
        approvals.ask(clerk.actor(), export, "to sort the hotline's week");
        return export;
    }
}
