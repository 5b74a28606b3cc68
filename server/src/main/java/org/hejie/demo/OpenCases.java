package org.hejie.demo;

import static org.hejie.demo.OpenCase.Stage.ADJUDICATION;
import static org.hejie.demo.OpenCase.Stage.DECLINED;
import static org.hejie.demo.OpenCase.Stage.DUE_TODAY;
import static org.hejie.demo.OpenCase.Stage.EXTENSION;
import static org.hejie.demo.OpenCase.Stage.GUIDED;
import static org.hejie.demo.OpenCase.Stage.HANDED_ELSEWHERE;
import static org.hejie.demo.OpenCase.Stage.IN_HAND;
import static org.hejie.demo.OpenCase.Stage.OVERDUE;
import static org.hejie.demo.OpenCase.Stage.REOPENED;
import static org.hejie.demo.OpenCase.Stage.RETURNED;
import static org.hejie.demo.OpenCase.Stage.SUSPENDED;
import static org.hejie.demo.OpenCase.Stage.TO_CHECK;
import static org.hejie.demo.OpenCase.Stage.TO_DISPATCH;
import static org.hejie.demo.OpenCase.Stage.TO_SIGN;
import static org.hejie.demo.OpenCase.Stage.TO_VISIT;
import static org.hejie.demo.OpenCase.Stage.WITHDRAWN;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hejie.demo.Course.Handling;
import org.hejie.demo.Course.Kind;
import org.hejie.demo.Ground.Spot;
import org.hejie.demo.OpenCase.Stage;
import org.hejie.org.Actor;
import org.hejie.org.UnitId;

/** What lies on the desk of each demo account in the morning. */
final class OpenCases {

    private final Roster roster;
    private final Ground ground;
    private final Spot spot;
    private final List<OpenCase> cases = new ArrayList<>();

    OpenCases(Roster roster, Ground ground, Spot spot) {
        this.roster = roster;
        this.ground = ground;
        this.spot = spot;
        center();
        town();
        agencies();
    }

    List<OpenCase> all() {
        return cases;
    }

    /** How many there are of each stream, which the plan of the year leaves out. */
    Map<Stream, Integer> amounts() {
        Map<Stream, Integer> amounts = new EnumMap<>(Stream.class);
        cases.forEach(one -> amounts.merge(one.stream(), 1, Integer::sum));
        return amounts;
    }

    private void center() {
        UnitId center = ground.countyCenter();
        Handling mediator = by(center, "mediator", "dispatcher", "mediation");
        Handling general = by(center, "mediator", "dispatcher", "county-general");
        add(Stream.COURT, "1001", Kind.DISPUTE, mediator, TO_DISPATCH, TO_DISPATCH, TO_DISPATCH, TO_SIGN, TO_SIGN, IN_HAND,
                IN_HAND, IN_HAND, DUE_TODAY, OVERDUE, SUSPENDED, TO_CHECK, TO_CHECK, TO_VISIT, TO_VISIT);
        add(Stream.POLICE, "0206", Kind.DISPUTE, by(spot.center(), "town", "town-director", "town"), TO_DISPATCH, TO_DISPATCH,
                TO_DISPATCH, RETURNED, TO_CHECK);
        add(Stream.WINDOW, "0901", Kind.DISPUTE, general, TO_DISPATCH, TO_DISPATCH, IN_HAND, IN_HAND, EXTENSION, EXTENSION,
                TO_CHECK, TO_VISIT, TO_VISIT);
        add(Stream.HOTLINE, "0706", Kind.CONSULTATION, department("housing", "county-simple"), TO_DISPATCH, TO_DISPATCH,
                TO_DISPATCH, RETURNED, ADJUDICATION, TO_CHECK, TO_CHECK);
        add(Stream.CITIZEN, "0202", Kind.DISPUTE, by(spot.village(), "village", "town-director", "village"), TO_DISPATCH, TO_DISPATCH,
                ADJUDICATION, REOPENED, DECLINED, GUIDED, HANDED_ELSEWHERE, WITHDRAWN);
        add(Stream.SUPERIOR, "0801", Kind.SUPERIOR, new Handling(roster.named("dispatcher"), ground.unit("land"),
                roster.named("unit-clerk-land-1"), roster.named("duty"), "county-simple", 0, 0), TO_CHECK, TO_CHECK, IN_HAND, DUE_TODAY);
    }

    private void town() {
        Actor director = roster.named("town-director");
        Handling town = new Handling(director, spot.center(), roster.named("town"), director, "town", 0, 0);
        Handling village = new Handling(director, spot.village(), roster.named("village"), director, "village", 0, 0);
        Handling grid = new Handling(director, spot.gridUnit(), roster.named("grid"), director, "grid", 0, 0);
        add(Stream.GRID, "0201", Kind.DISPUTE, town, TO_SIGN, TO_SIGN, TO_SIGN, IN_HAND, IN_HAND, IN_HAND, DUE_TODAY, DUE_TODAY,
                OVERDUE, OVERDUE, TO_CHECK, TO_CHECK, TO_CHECK, TO_VISIT, TO_VISIT, TO_VISIT);
        add(Stream.GRID, "0502", Kind.DISPUTE, village, TO_DISPATCH, TO_DISPATCH, RETURNED, TO_SIGN, TO_SIGN, IN_HAND, IN_HAND,
                DUE_TODAY, OVERDUE, TO_CHECK, TO_VISIT);
        add(Stream.GRID, "0207", Kind.DISPUTE, grid, TO_SIGN, TO_SIGN, DUE_TODAY, DUE_TODAY, OVERDUE, TO_CHECK, TO_VISIT, TO_VISIT);
        add(Stream.HAZARD, "0205", Kind.HAZARD, grid, TO_SIGN, DUE_TODAY, TO_VISIT);
        add(Stream.HAZARD, "9901", Kind.HAZARD, village, TO_SIGN, IN_HAND, TO_CHECK);
    }

    private void agencies() {
        Actor bureau = roster.named("petition");
        UnitId petition = ground.unit("petition");
        add(Stream.PETITION, "0801", Kind.PETITION, new Handling(bureau, petition, bureau, roster.named("dispatcher"), "county-general",
                0, 0), TO_DISPATCH, TO_DISPATCH, TO_SIGN, IN_HAND, IN_HAND, DUE_TODAY, OVERDUE);
        add(Stream.WINDOW, "0401", Kind.DISPUTE, department("labour", "county-general"), TO_SIGN, TO_SIGN, IN_HAND, IN_HAND,
                DUE_TODAY, OVERDUE, TO_CHECK);
        add(Stream.HOTLINE, "0701", Kind.CONSULTATION, by(ground.unit("housing"), "department", "dispatcher", "county-simple"),
                TO_SIGN, TO_SIGN, TO_SIGN, IN_HAND, IN_HAND, IN_HAND, DUE_TODAY, OVERDUE, OVERDUE);
        add(Stream.COURT, "0103", Kind.DISPUTE, department("court", "county-general"), TO_SIGN, TO_SIGN, IN_HAND, IN_HAND, DUE_TODAY,
                OVERDUE);
        add(Stream.WINDOW, "0401", Kind.DISPUTE, department("procuratorate", "county-general"), TO_SIGN, IN_HAND, IN_HAND, DUE_TODAY);
        add(Stream.POLICE, "0301", Kind.DISPUTE, department("police", "county-simple"), TO_SIGN, TO_SIGN, IN_HAND, IN_HAND, DUE_TODAY);
    }

    private Handling department(String unit, String limit) {
        return by(ground.unit(unit), unit.equals("housing") ? "department" : unit, "dispatcher", limit);
    }

    private Handling by(UnitId lead, String handler, String checker, String limit) {
        return new Handling(roster.named("dispatcher"), lead, roster.named(handler), roster.named(checker), limit, 0, 0);
    }

    private void add(Stream stream, String category, Kind kind, Handling by, Stage... stages) {
        for (Stage stage : stages) {
            cases.add(new OpenCase(stream, category, kind, spot, by, stage));
        }
    }
}
