package org.hejie.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hejie.matter.Act;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.Troubles;
import org.hejie.org.GrantOrder.SucceedUnits;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HejieTest
class UnitSuccessionTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort int port;
    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired County county;
    @Autowired Units units;
    @Autowired UnitRegister register;
    @Autowired Grants grants;
    @Autowired StaffDirectory directory;
    @Autowired Matters matters;

    private TestPerson system;
    private TestPerson security;
    private UnitId old;
    private UnitId fresh;

    @BeforeEach
    void twoDepartments() {
        clock.advance(Duration.ZERO);
        staff.units();
        system = staff.systemAdmin();
        security = staff.securityAdmin();
        old = department("old");
        fresh = department("fresh");
        clock.advance(Duration.ofDays(2));
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aMergedUnitStaysAsEnded() {
        merge();

        assertThat(units.find(old)).isPresent();
        assertThat(units.all()).extracting(Unit::id).doesNotContain(old).contains(fresh);
        assertThat(units.successors(old)).containsExactly(fresh);
    }

    @Test
    void postsOfTheMergedUnitGoOnAtItsSuccessor() {
        TestPerson clerk = staff.holding(Role.UNIT_CLERK, old);
        clock.advance(Duration.ofDays(1));

        merge();

        assertThat(directory.postsOf(clerk.id())).extracting(Post::unit).containsExactly(fresh);
    }

    @Test
    void theSuccessorsPeopleReachWhatTheMergedUnitDid() throws Exception {
        MatterId matter = ledBy(old);
        TestPerson clerk = staff.holding(Role.UNIT_CLERK, fresh);
        assertThat(get(clerk, "/matters/" + matter.value()).statusCode()).isEqualTo(404);

        merge();
        clock.advance(Duration.ofSeconds(6));

        assertThat(get(clerk, "/matters/" + matter.value()).statusCode()).isEqualTo(200);
        assertThat(get(clerk, "/matters?bucket=all").body()).contains("\"id\":" + matter.value());
    }

    @Test
    void openMattersGoOnWithAPersonsConfirmationAndAnEventEach() throws Exception {
        MatterId matter = ledBy(old);
        TestPerson dispatcher = staff.dispatcher();
        merge();
        clock.advance(Duration.ofSeconds(6));
        assertThat(get(dispatcher, "/unit-handovers").body()).contains("\"id\":" + old.value());

        HttpResponse<String> answer = post(dispatcher, "/unit-handovers/" + old.value(),
                "{\"successorId\": %d, \"opinion\": \"机构改革\"}".formatted(fresh.value()));

        assertThat(answer.body()).isEqualTo("{\"moved\":1,\"left\":0}");
        var detail = Actors.as(dispatcher.actor(), () -> matters.detail(matter)).orElseThrow();
        assertThat(detail.toString()).contains("TRANSFER", "机构改革");
        assertThat(get(dispatcher, "/unit-handovers").body()).doesNotContain("\"id\":" + old.value());
    }

    @Test
    void bothPartsOfASplitReachWhatTheWholeDid() throws Exception {
        UnitId second = department("second");
        clock.advance(Duration.ofDays(1));
        MatterId matter = ledBy(old);

        succeed(new SucceedUnits(List.of(old), List.of(fresh, second), null));
        clock.advance(Duration.ofSeconds(6));

        for (UnitId part : List.of(fresh, second)) {
            assertThat(get(staff.holding(Role.UNIT_CLERK, part), "/matters/" + matter.value()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void postsOfASplitUnitEnd() {
        UnitId second = department("second");
        TestPerson clerk = staff.holding(Role.UNIT_CLERK, old);
        clock.advance(Duration.ofDays(1));

        succeed(new SucceedUnits(List.of(old), List.of(fresh, second), null));

        assertThat(directory.postsOf(clerk.id())).isEmpty();
    }

    @Test
    void aDepartmentDoesNotFollowATown() {
        UnitId town = county.center(Troubles.TOWN).id();

        assertThatThrownBy(() -> succeed(new SucceedUnits(List.of(town), List.of(fresh), null))).hasMessage("INVALID_FIELDS");
    }

    @Test
    void theCountyDoesNotEnd() {
        assertThatThrownBy(() -> succeed(new SucceedUnits(List.of(units.county().id()), List.of(fresh), null))).hasMessage("INVALID_FIELDS");
    }

    @Test
    void aNameHoldsFromItsDay() {
        register.rename(system.actor(), old, "新名称", "New name", java.time.LocalDate.ofInstant(clock.instant(),
                org.hejie.shared.Times.ZONE).plusDays(3));
        assertThat(units.get(old).name()).startsWith("old");

        clock.advance(Duration.ofDays(3));

        assertThat(units.get(old).name()).isEqualTo("新名称");
    }

    private void merge() {
        succeed(new SucceedUnits(List.of(old), List.of(fresh), null));
    }

    private void succeed(SucceedUnits order) {
        grants.approve(security.actor(), grants.ask(system.actor(), order, "reform"), null);
    }

    private UnitId department(String name) {
        String code = name + NUMBER.incrementAndGet();
        return register.add(system.actor(), new NewUnit(code, UnitKind.DEPARTMENT, code, null, null));
    }

    private MatterId ledBy(UnitId unit) {
        MatterId matter = new Troubles(matters, county).noise();
        TestPerson dispatcher = staff.dispatcher();
        int version = Actors.as(dispatcher.actor(), () -> matters.standing(matter)).orElseThrow().version();
        Actors.run(dispatcher.actor(), () -> matters.act(matter, version, new Act.Dispatch(unit, List.of(), null, null, null)));
        return matter;
    }

    private HttpResponse<String> get(TestPerson person, String path) throws Exception {
        return send(person, path, HttpRequest.newBuilder().GET());
    }

    private HttpResponse<String> post(TestPerson person, String path, String body) throws Exception {
        return send(person, path, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(TestPerson person, String path, HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.uri(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", person.bearer()).header("Content-Type", "application/json").build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
