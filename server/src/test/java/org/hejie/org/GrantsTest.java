package org.hejie.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hejie.org.GrantOrder.ConnectSystem;
import org.hejie.org.GrantOrder.CoverLeave;
import org.hejie.org.GrantOrder.GivePost;
import org.hejie.org.GrantOrder.HandOverPost;
import org.hejie.org.GrantOrder.ResetPassword;
import org.hejie.org.GrantOrder.RotateToken;
import org.hejie.shared.Times;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class GrantsTest {

    private static final Actor SERVER = Actor.system("test", List.of());

    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired Grants grants;
    @Autowired StaffRegister register;
    @Autowired StaffDirectory directory;
    @Autowired ApiClients clients;
    @Autowired PasswordResets resets;
    @Autowired Sessions sessions;

    private TestPerson system;
    private TestPerson security;
    private UnitId center;

    @BeforeEach
    void administrators() {
        system = staff.systemAdmin();
        security = staff.securityAdmin();
        center = staff.units().countyCenter().id();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void anApprovedPostIsHeld() {
        StaffId person = newcomer("held");
        long request = ask(new GivePost(person, NewPost.of(Role.DISPATCHER, center)));

        grants.approve(security.actor(), request, null);

        assertThat(directory.postsOf(person)).extracting(Post::role).containsExactly(Role.DISPATCHER);
    }

    @Test
    void aPostAskedForIsNotHeldYet() {
        StaffId person = newcomer("asked");

        ask(new GivePost(person, NewPost.of(Role.DISPATCHER, center)));

        assertThat(directory.postsOf(person)).isEmpty();
    }

    @Test
    void theSystemAdministratorApprovesNothing() {
        long request = ask(new GivePost(newcomer("self"), NewPost.of(Role.DISPATCHER, center)));

        assertThatThrownBy(() -> grants.approve(system.actor(), request, null)).hasMessage("FORBIDDEN");
    }

    @Test
    void whoAskedDoesNotApproveAfterChangingPosts() {
        long request = ask(new GivePost(newcomer("later"), NewPost.of(Role.DISPATCHER, center)));
        Actor turned = Actor.staff(system.id(), "", new Post(new PostId(1), system.id(), Role.SECURITY_ADMIN, center, null,
                LocalDate.of(2026, 1, 1), null));

        assertThatThrownBy(() -> grants.approve(turned, request, null)).hasMessage("FORBIDDEN: SELF_GRANT");
    }

    @Test
    void nobodyApprovesWhatHeGainsBy() {
        TestPerson second = staff.securityAdmin();
        long request = ask(new GivePost(second.id(), new NewPost(Role.SECURITY_ADMIN, center, null,
                LocalDate.of(2099, 1, 1), null)));

        assertThatThrownBy(() -> grants.approve(second.actor(), request, null)).hasMessage("FORBIDDEN: SELF_GRANT");
    }

    @Test
    void nobodyAsksForHimself() {
        assertThatThrownBy(() -> ask(new GivePost(system.id(), NewPost.of(Role.SYSTEM_ADMIN, center))))
                .hasMessage("FORBIDDEN: SELF_GRANT");
    }

    @Test
    void anAdministratorHoldsNoCasePost() {
        assertThatThrownBy(() -> ask(new GivePost(staff.auditAdmin().id(), NewPost.of(Role.DISPATCHER, center))))
                .hasMessage("RULE_REFUSED: MIXED_ROLES");
    }

    @Test
    void aCaseworkerIsNoAdministrator() {
        assertThatThrownBy(() -> ask(new GivePost(staff.mediator().id(), NewPost.of(Role.AUDIT_ADMIN, center))))
                .hasMessage("RULE_REFUSED: MIXED_ROLES");
    }

    @Test
    void oneAdministratorIsNotAnother() {
        assertThatThrownBy(() -> ask(new GivePost(staff.auditAdmin().id(), NewPost.of(Role.SYSTEM_ADMIN, center))))
                .hasMessage("RULE_REFUSED: MIXED_ROLES");
    }

    @Test
    void anAdministratorCoversNoCasePost() {
        TestPerson clerk = staff.townClerk("620123104");
        LocalDate today = Times.dateOf(clock.instant());

        assertThatThrownBy(() -> register.cover(clerk.actor(), clerk.actor().activePost().id(),
                new NewLeaveCover(system.id(), today, today, "leave"))).hasMessage("RULE_REFUSED: MIXED_ROLES");
    }

    @Test
    void aDecidedRequestIsNotDecidedAgain() {
        long request = ask(new GivePost(newcomer("once"), NewPost.of(Role.DISPATCHER, center)));
        grants.refuse(security.actor(), request, "no need");

        assertThatThrownBy(() -> grants.approve(security.actor(), request, null)).hasMessage("WRONG_STATE: REQUEST_DECIDED");
    }

    @Test
    void aRequestExpires() {
        long request = ask(new GivePost(newcomer("late"), NewPost.of(Role.DISPATCHER, center)));
        clock.advance(Duration.ofDays(15));

        assertThatThrownBy(() -> grants.approve(security.actor(), request, null)).hasMessage("WRONG_STATE: REQUEST_DECIDED");
    }

    @Test
    void aPostHandedOverLeavesBothPeopleThere() {
        TestPerson before = staff.townClerk("620123104");
        StaffId after = newcomer("follows");
        clock.advance(Duration.ofDays(2));
        long request = ask(new HandOverPost(before.actor().activePost().id(), after, null));

        grants.approve(security.actor(), request, null);

        assertThat(directory.postsOf(before.id())).isEmpty();
        assertThat(directory.postsOf(after)).extracting(Post::unit).containsExactly(before.actor().unitId().orElseThrow());
        assertThat(directory.find(before.id()).orElseThrow().displayName()).isEqualTo(before.username());
    }

    @Test
    void aCoverArrangedByTwoWorksOnItsDays() {
        TestPerson holder = staff.townClerk("620123104");
        TestPerson cover = staff.townClerk("620123107");
        LocalDate today = Times.dateOf(clock.instant());
        long request = ask(new CoverLeave(holder.actor().activePost().id(), new NewLeaveCover(cover.id(), today, today, "ill")));

        grants.approve(security.actor(), request, null);

        assertThat(directory.postsOf(cover.id())).hasSize(2);
    }

    @Test
    void aTokenIsTakenOnceByWhoAsked() {
        long request = ask(new ConnectSystem(new NewApiClient("hotline", null, 4, null, Set.of("line:12345:read"), Duration.ofDays(9))));
        grants.approve(security.actor(), request, null);

        assertThat(clients.actorOf(grants.take(system.actor(), request))).isPresent();
        assertThatThrownBy(() -> grants.take(system.actor(), request)).hasMessage("WRONG_STATE: NOTHING_TO_TAKE");
    }

    @Test
    void nothingIsTakenBeforeApproval() {
        long request = ask(new ConnectSystem(new NewApiClient("early", null, 4, null, Set.of(), Duration.ofDays(9))));

        assertThatThrownBy(() -> grants.take(system.actor(), request)).hasMessage("WRONG_STATE: NOTHING_TO_TAKE");
    }

    @Test
    void aRotatedTokenLeavesTheOldOneADay() {
        ApiClients.Issued old = clients.issue(SERVER, new NewApiClient("court", null, 1, null, Set.of(), Duration.ofDays(90)));
        long request = ask(new RotateToken(old.clientId()));
        grants.approve(security.actor(), request, null);

        String fresh = grants.take(system.actor(), request);

        assertThat(clients.actorOf(fresh)).isPresent();
        assertThat(clients.actorOf(old.token())).isPresent();
        clock.advance(Duration.ofHours(25));
        assertThat(clients.actorOf(old.token())).isEmpty();
        assertThat(clients.actorOf(fresh)).isPresent();
    }

    @Test
    void aPasswordIsSetWithTheLinkOfOneAndTheCodeOfTheOther() {
        TestPerson clerk = staff.withPassword(staff.windowClerk());
        long request = ask(new ResetPassword(clerk.id()));
        String code = grants.approve(security.actor(), request, null);
        String link = grants.take(system.actor(), request);

        resets.use(link, code, "a sentence of my own");

        assertThat(sessions.open(new Credentials(clerk.username(), "a sentence of my own", null))).isNotEmpty();
    }

    @Test
    void theLinkAloneSetsNoPassword() {
        TestPerson clerk = staff.withPassword(staff.windowClerk());
        long request = ask(new ResetPassword(clerk.id()));
        grants.approve(security.actor(), request, null);
        String link = grants.take(system.actor(), request);

        assertThatThrownBy(() -> resets.use(link, null, "a sentence of my own")).hasMessage("FORBIDDEN: RESET_LINK");
    }

    @Test
    void fiveWrongCodesSpendTheLink() {
        TestPerson clerk = staff.withPassword(staff.windowClerk());
        long request = ask(new ResetPassword(clerk.id()));
        String code = grants.approve(security.actor(), request, null);
        String link = grants.take(system.actor(), request);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> resets.use(link, "AAAA-AAAA", "a sentence of my own")).hasMessage("FORBIDDEN: RESET_LINK");
        }

        assertThatThrownBy(() -> resets.use(link, code, "a sentence of my own")).hasMessage("FORBIDDEN: RESET_LINK");
    }

    @Test
    void anAccountWithAPostGetsNoLinkFromOneAlone() {
        assertThatThrownBy(() -> resets.link(system.actor(), staff.windowClerk().id())).hasMessage("RULE_REFUSED: TWO_PERSONS");
    }

    @Test
    void aNewcomerSetsHisPasswordByALink() {
        StaffId person = newcomer("linked");

        resets.use(resets.link(system.actor(), person), null, "a sentence of my own");

        assertThat(sessions.open(new Credentials(directory.find(person).orElseThrow().username(), "a sentence of my own", null))).isNotEmpty();
    }

    @Test
    void aLockedPersonIsOutUntilUnlocked() {
        TestPerson clerk = staff.withPassword(staff.windowClerk());
        String session = sessions.open(new Credentials(clerk.username(), TestStaff.PASSWORD, null));
        register.lock(security.actor(), clerk.id());
        assertThat(sessions.find(session)).isEmpty();
        assertThatThrownBy(() -> sessions.open(new Credentials(clerk.username(), TestStaff.PASSWORD, null))).hasMessage("INVALID_CREDENTIALS");

        register.unlock(system.actor(), clerk.id());

        assertThat(sessions.open(new Credentials(clerk.username(), TestStaff.PASSWORD, null))).isNotEmpty();
    }

    private long ask(GrantOrder order) {
        return grants.ask(system.actor(), order, "taking up the post");
    }

    private StaffId newcomer(String name) {
        return register.add(SERVER, new NewStaff(name + System.nanoTime(), name, center, List.of()));
    }
}
