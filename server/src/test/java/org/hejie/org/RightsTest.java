package org.hejie.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hejie.org.ApiClients.Issued;
import org.hejie.shared.Times;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class RightsTest {

    private static final Actor SERVER = Actor.system("test", List.of());

    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired StaffRegister register;
    @Autowired StaffDirectory directory;
    @Autowired ApiClients clients;
    @Autowired ProxyEntry proxies;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void administratorsHoldNoKeyButTheirOwn() {
        for (TestPerson admin : List.of(staff.systemAdmin(), staff.securityAdmin(), staff.auditAdmin())) {
            assertThat(admin.scope().keys()).containsExactly(admin.id().value());
        }
    }

    @Test
    void aDispatcherHoldsTheCountysKey() {
        assertThat(staff.dispatcher().scope().keys()).contains(staff.units().county().id().value());
    }

    @Test
    void aMediatorOfTheCentreHoldsTheCentresKeyAlone() {
        TestPerson mediator = staff.mediator();

        assertThat(mediator.scope().keys())
                .containsExactly(staff.units().countyCenter().id().value(), mediator.id().value());
    }

    @Test
    void noAdministratorGrantsAPostAlone() {
        for (TestPerson admin : List.of(staff.systemAdmin(), staff.securityAdmin(), staff.auditAdmin())) {
            assertThatThrownBy(() -> register.grant(admin.actor(), staff.mediator().id(),
                    NewPost.of(Role.DISPATCHER, staff.units().countyCenter().id()))).hasMessage("FORBIDDEN: TWO_PERSONS");
        }
    }

    @Test
    void aPostGivesNoWiderKeyThanItsUnit() {
        UnitId town = staff.townClerk("620123104").actor().unitId().orElseThrow();
        UnitId county = staff.units().county().id();

        assertThatThrownBy(() -> register.grant(SERVER, staff.mediator().id(),
                new NewPost(Role.TOWN_CLERK, town, county, null, null))).hasMessage("INVALID_FIELDS");
    }

    @Test
    void aLeaveIsCoveredOnItsDaysAndInTheHoldersName() {
        TestPerson holder = staff.townClerk("620123104");
        TestPerson cover = staff.townClerk("620123107");
        LocalDate today = Times.dateOf(clock.instant());
        register.cover(holder.actor(), post(holder).id(),
                new NewLeaveCover(cover.id(), today.plusDays(1), today.plusDays(2), "annual leave"));

        assertThat(directory.postsOf(cover.id())).hasSize(1);
        clock.advance(Duration.ofDays(2));
        assertThat(directory.postsOf(cover.id())).hasSize(2);
        Actor acting = Actor.staff(cover.id(), "", directory.postsOf(cover.id()).getLast());
        assertThat(acting.onBehalfOf()).isEqualTo(new OnBehalfOf(post(holder).unit(), holder.id()));
        assertThat(acting.scopeKeys()).contains(post(holder).unit().value());
        clock.advance(Duration.ofDays(1));
        assertThat(directory.postsOf(cover.id())).hasSize(1);
    }

    @Test
    void whoStandsInDoesNotSaySoHimself() {
        TestPerson director = staff.director();
        TestPerson holder = staff.townClerk("620123104");
        LocalDate today = Times.dateOf(clock.instant());

        assertThatThrownBy(() -> register.cover(director.actor(), post(holder).id(),
                new NewLeaveCover(director.id(), today, today, "leave"))).hasMessage("FORBIDDEN: SELF_GRANT");
    }

    @Test
    void aTownClerkEntersForAVillageBelowAndNoOther() {
        TestPerson clerk = staff.townClerk("620123104");
        UnitId below = staff.units().ofGrid(staff.gridIn("620123104")).orElseThrow().id();
        UnitId elsewhere = staff.units().ofGrid(staff.gridIn("620123107")).orElseThrow().id();

        assertThat(proxies.inTheNameOf(clerk.actor(), below).onBehalfOf()).isEqualTo(new OnBehalfOf(below, null));
        assertThatThrownBy(() -> proxies.inTheNameOf(clerk.actor(), elsewhere)).hasMessage("FORBIDDEN: PROXY_NOT_BELOW");
    }

    @Test
    void aLineTokenDoesWhatItsScopesSay() {
        Actor hotline = staff.line(4, "12345").actor();

        hotline.requireTokenScope("line:12345:submit");
        assertThatThrownBy(() -> hotline.requireTokenScope("line:court:submit")).hasMessage("FORBIDDEN: TOKEN_SCOPE");
        assertThat(hotline.scopeKeys()).containsExactly(staff.units().ofLine(4).orElseThrow().id().value());
    }

    @Test
    void aRevokedTokenIsNobodys() {
        TestPerson admin = staff.systemAdmin();
        Issued issued = clients.issue(SERVER, new NewApiClient("court", null, 1, null, Set.of(), Duration.ofDays(1)));
        assertThat(clients.actorOf(issued.token())).isPresent();

        clients.revoke(admin.actor(), issued.clientId());

        assertThat(clients.actorOf(issued.token())).isEmpty();
    }

    @Test
    void anExpiredTokenIsNobodys() {
        Issued issued = clients.issue(SERVER, new NewApiClient("court", null, 1, null, Set.of(), Duration.ofDays(1)));
        clock.advance(Duration.ofDays(1));

        assertThat(clients.actorOf(issued.token())).isEmpty();
    }

    @Test
    void noAdministratorMakesATokenAlone() {
        PostId post = post(staff.dispatcher()).id();

        for (TestPerson admin : List.of(staff.systemAdmin(), staff.securityAdmin())) {
            assertThatThrownBy(() -> clients.issue(admin.actor(),
                    new NewApiClient("bench", null, null, post, Set.of(), Duration.ofDays(1)))).hasMessage("FORBIDDEN: TWO_PERSONS");
        }
    }

    private Post post(TestPerson person) {
        return directory.postsOf(person.id()).getFirst();
    }
}
