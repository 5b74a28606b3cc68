package org.hejie.scope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.hejie.document.Documents;
import org.hejie.document.NewFile;
import org.hejie.document.internal.Samples;
import org.hejie.matter.Act;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.Registered;
import org.hejie.matter.ResultKind;
import org.hejie.matter.SourceLine;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.party.NewParty;
import org.hejie.party.PhoneNumber;
import org.hejie.place.AreaCode;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;

/** People of every role and matters all over the county, by chance, and what the oracle says of them. */
final class GeneratedCounty {

    static final long SEED = 20_261_124;
    private static final int MATTERS = 30;
    private static final int OTHERS_CHECKED = 8;
    private static final List<String> TOWNS = List.of("620123100", "620123101", "620123104");

    /** One matter with what lies beside it. */
    record Sample(Registered matter, String phone, long document) {
    }

    final Map<String, TestPerson> people = new LinkedHashMap<>();
    final Map<Long, Sample> samples = new LinkedHashMap<>();
    final Set<Long> closed = new TreeSet<>();
    final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final TestStaff staff;
    private final Matters matters;
    private final Documents documents;
    private final ScopeOracle oracle;

    GeneratedCounty(TestStaff staff, Matters matters, Documents documents) {
        this.staff = staff;
        this.matters = matters;
        this.documents = documents;
        this.oracle = new ScopeOracle(staff.units());
        generate();
    }

    private void generate() {
        List<Unit> places = places();
        List<Unit> departments = staff.units().all().stream().filter(unit -> !unit.kind().followsPlace()
                && unit.kind() != UnitKind.COMMITTEE).toList();
        for (Role role : Role.values()) {
            if (role != Role.LINE_CLIENT) {
                Unit unit = unitFor(role, places, departments);
                people.put(role + " at " + unit.code(), staff.holding(role, unit.id()));
            }
        }
        List<TestPerson> clerks = List.of(staff.windowClerk(), staff.townClerk(TOWNS.get(1)), staff.townClerk(TOWNS.get(2)));
        TestPerson dispatcher = staff.dispatcher();
        for (int i = 0; i < MATTERS; i++) {
            Registered matter = register(clerks.get(random.nextInt(clerks.size())), any(places));
            if (i % 5 == 0) {
                close(dispatcher, matter, any(TOWNS));
            } else if (random.nextInt(3) > 0) {
                hand(dispatcher, matter, any(random.nextBoolean() ? departments : places), any(departments));
            }
        }
    }

    private List<Unit> places() {
        List<Unit> places = new ArrayList<>();
        for (String town : TOWNS) {
            staff.units().all().stream()
                    .filter(unit -> unit.kind() == UnitKind.VILLAGE && unit.code().startsWith(town)).limit(2).forEach(village -> {
                        places.add(village);
                        staff.units().children(village.id()).stream().limit(2).forEach(places::add);
                    });
        }
        return places;
    }

    private Unit unitFor(Role role, List<Unit> places, List<Unit> departments) {
        return switch (role) {
            case GRID_WORKER -> any(places.stream().filter(unit -> unit.kind() == UnitKind.GRID).toList());
            case VILLAGE_CLERK -> any(places.stream().filter(unit -> unit.kind() == UnitKind.VILLAGE).toList());
            case TOWN_CLERK, TOWN_DIRECTOR -> staff.units().ofTown(
                    new AreaCode(TOWNS.get(random.nextInt(TOWNS.size()))));
            case COMMITTEE -> staff.units().byCode("committee").orElseThrow();
            case COURT_POST, PROCURATOR_POST, POLICE_POST, JUSTICE_BUREAU, PETITION_BUREAU, LABOUR_BUREAU, UNIT_CLERK,
                 WOMEN_FEDERATION -> any(departments);
            case WINDOW, DISPATCHER, MEDIATOR, DUTY_LEADER, CENTER_DIRECTOR, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN,
                 LINE_CLIENT -> staff.units().countyCenter();
        };
    }

    private Registered register(TestPerson clerk, Unit place) {
        boolean grid = place.kind() == UnitKind.GRID;
        String phone = "1398%07d".formatted(random.nextInt(10_000_000));
        long[] own = {clerk.actor().id()};
        long document = Actors.as(clerk.actor(), () -> documents.store(new NewFile("现场.jpg", Samples.jpeg(), "photo"), own)).value();
        Registered matter = Actors.as(clerk.actor(), () -> matters.register(new RegisterMatter(SourceLine.GRID, null, null, null,
                "范围生成样本", "范围生成样本", "0202", null,
                new Place(null, grid ? null : place.code(), grid ? place.code() : null, null, null), null, null, null, null,
                List.of(new Participant(PartyRole.APPLICANT, NewParty.person("王小民").with(new PhoneNumber(phone)))),
                new ProcedureId("dispute"), List.of(document))));
        oracle.registered(matter.id().value(), place, staff.units().get(clerk.actor().unitId().orElseThrow()));
        staff.units().ofLine(SourceLine.GRID.digit()).ifPresent(unit -> oracle.takesPart(matter.id().value(), unit));
        samples.put(matter.id().value(), new Sample(matter, phone, document));
        return matter;
    }

    private void hand(TestPerson dispatcher, Registered matter, Unit lead, Unit helper) {
        List<UnitId> helpers = random.nextBoolean() || lead.equals(helper) ? List.of() : List.of(helper.id());
        Actors.as(dispatcher.actor(), () -> matters.act(matter.id(), matter.version(),
                new Act.Dispatch(lead.id(), helpers, null, null, null)));
        oracle.takesPart(matter.id().value(), lead);
        if (!helpers.isEmpty()) {
            oracle.takesPart(matter.id().value(), helper);
        }
    }

    private void close(TestPerson dispatcher, Registered matter, String town) {
        Unit center = staff.units().ofTown(new AreaCode(town));
        int handed = Actors.as(dispatcher.actor(), () -> matters.act(matter.id(), matter.version(),
                new Act.Dispatch(center.id(), List.of(), null, null, null))).version();
        int answered = Actors.as(staff.townClerk(town).actor(), () -> matters.act(matter.id(), handed,
                new Act.SubmitResult(ResultKind.EXPLAINED, true, null, "已解释", List.of()))).version();
        Actors.run(dispatcher.actor(), () -> matters.act(matter.id(), answered, new Act.Check(true, null)));
        oracle.takesPart(matter.id().value(), center);
        closed.add(matter.id().value());
    }

    /** What the person may see of the generated matters. */
    Set<Long> visible(TestPerson person) {
        UnitId scope = person.actor().activePost() == null ? null : person.actor().activePost().scopeUnit();
        return oracle.matters().stream().filter(id -> oracle.sees(scope, id)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Some of what the person may not see. */
    List<Long> hidden(TestPerson person) {
        /** What the person may see of the generated matters. */
    Set<Long> visible = visible(person);
        return samples.keySet().stream().filter(id -> !visible.contains(id)).limit(OTHERS_CHECKED).toList();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
