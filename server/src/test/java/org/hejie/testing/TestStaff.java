package org.hejie.testing;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hejie.org.Accounts;
import org.hejie.org.Actor;
import org.hejie.org.ApiClients;
import org.hejie.org.ApiClients.Issued;
import org.hejie.org.CountyUnits;
import org.hejie.org.NewApiClient;
import org.hejie.org.NewPost;
import org.hejie.org.NewStaff;
import org.hejie.org.Post;
import org.hejie.org.Role;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffRegister;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.org.Units;
import org.hejie.place.AreaCode;
import org.hejie.place.GridCode;
import org.hejie.place.SchematicCounty;

/** Makes staff in the demo county's units, each with a post and a bearer token. Draws the county when first asked. */
public class TestStaff {

    /** The password of who has one. */
    public static final String PASSWORD = "eight-lines-one-matter";

    private static final Actor SERVER = Actor.system("test", List.of());
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final SchematicCounty county;
    private final CountyUnits building;
    private final Units units;
    private final StaffRegister register;
    private final StaffDirectory directory;
    private final Accounts accounts;
    private final ApiClients clients;
    private boolean built;

    TestStaff(SchematicCounty county, CountyUnits building, Units units, StaffRegister register, StaffDirectory directory,
            Accounts accounts, ApiClients clients) {
        this.county = county;
        this.building = building;
        this.units = units;
        this.register = register;
        this.directory = directory;
        this.accounts = accounts;
        this.clients = clients;
    }

    /** The units of the demo county. */
    public synchronized Units units() {
        if (!built) {
            county.draw();
            building.build();
            built = true;
        }
        return units;
    }

    /** A grid of the town, for example of {@code 620123104}. */
    public GridCode gridIn(String town) {
        return units().all().stream()
                .filter(unit -> unit.kind() == UnitKind.GRID && unit.code().startsWith(town))
                .map(unit -> new GridCode(unit.code()))
                .findFirst().orElseThrow();
    }

    public TestPerson dispatcher() {
        return holding(Role.DISPATCHER, units().countyCenter().id());
    }

    public TestPerson windowClerk() {
        return holding(Role.WINDOW, units().countyCenter().id());
    }

    public TestPerson director() {
        return holding(Role.CENTER_DIRECTOR, units().countyCenter().id());
    }

    public TestPerson dutyLeader() {
        return holding(Role.DUTY_LEADER, units().countyCenter().id());
    }

    public TestPerson mediator() {
        return holding(Role.MEDIATOR, units().countyCenter().id());
    }

    public TestPerson committee() {
        return holding(Role.COMMITTEE, units().byCode("committee").orElseThrow().id());
    }

    /** A clerk of the centre that manages the town, for example {@code 620123104}. */
    public TestPerson townClerk(String town) {
        return holding(Role.TOWN_CLERK, units().ofTown(AreaCode.parse(town)).id());
    }

    public TestPerson townDirector(String town) {
        return holding(Role.TOWN_DIRECTOR, units().ofTown(AreaCode.parse(town)).id());
    }

    public TestPerson villageClerk(String village) {
        return holding(Role.VILLAGE_CLERK, units().ofVillage(AreaCode.parse(village)).orElseThrow().id());
    }

    public TestPerson gridWorker(GridCode grid) {
        return holding(Role.GRID_WORKER, units().ofGrid(grid).orElseThrow().id());
    }

    /** A clerk of the department whose name ends so, for example {@code 住建局}, or whose code it is. */
    public TestPerson department(String nameOrCode) {
        Unit department = units().byCode(nameOrCode).or(() -> units.all().stream()
                .filter(unit -> !unit.kind().followsPlace() && unit.name().endsWith(nameOrCode)).findFirst()).orElseThrow();
        return holding(Role.UNIT_CLERK, department.id());
    }

    public TestPerson systemAdmin() {
        return holding(Role.SYSTEM_ADMIN, units().countyCenter().id());
    }

    public TestPerson securityAdmin() {
        return holding(Role.SECURITY_ADMIN, units().countyCenter().id());
    }

    public TestPerson auditAdmin() {
        return holding(Role.AUDIT_ADMIN, units().countyCenter().id());
    }

    /** Somebody with one post. */
    public TestPerson holding(Role role, UnitId unit) {
        units();
        String username = "test" + NUMBER.incrementAndGet();
        StaffId id = register.add(SERVER, new NewStaff(username, username, unit, List.of(NewPost.of(role, unit))));
        Post post = directory.postsOf(id).getFirst();
        Issued issued = clients.issue(SERVER,
                new NewApiClient(username, null, null, post.id(), Set.of(), Duration.ofDays(30)));
        return new TestPerson(Actor.staff(id, username, post), username, issued.token());
    }

    /** The same person, who can sign in with {@link #PASSWORD}. */
    public TestPerson withPassword(TestPerson person) {
        accounts.setPassword(SERVER, person.id(), PASSWORD, false);
        return person;
    }

    /** The system of a source line, 1 to 8, whose token may submit and read: its slug as in {@code line:12345:submit}. */
    public TestPerson line(int line, String slug) {
        return system(line, "line:" + slug + ":submit", "line:" + slug + ":read");
    }

    /** A system with the key of a line's unit, whose token has these scopes. */
    public TestPerson system(int line, String... scopes) {
        units();
        Issued issued = clients.issue(SERVER, new NewApiClient("system of line " + line, null, line, null, Set.of(scopes), Duration.ofDays(30)));
        return new TestPerson(clients.actorOf(issued.token()).orElseThrow(), "", issued.token());
    }
}
