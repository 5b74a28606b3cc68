package org.hejie.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hejie.demo.Course.Kind;
import org.hejie.demo.Ground.Spot;
import org.hejie.demo.Texts.Slots;
import org.hejie.demo.Texts.Told;
import org.hejie.matter.PastMatters.PastMatter;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.category.Category;
import org.hejie.matter.category.CategoryCode;
import org.hejie.matter.category.CategoryMark;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.Actor;
import org.hejie.org.Role;
import org.hejie.org.UnitId;
import org.hejie.place.LonLat;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;

/** Tells one matter of the plan from its first day to the end of the world it is told in. */
final class Telling {

    private static final Set<String> TO_BE_ANSWERED = Set.of("07", "11", "14", "17", "18");

    private final World world;
    private final Set<Integer> supported;

    Telling(World world) {
        this(world, Set.of());
    }

    /** @param supported numbers of those in which the procuratorate takes part */
    Telling(World world, Set<Integer> supported) {
        this.world = world;
        this.supported = supported;
    }

    PastMatter tell(Spec spec) {
        Dice dice = Dice.of(world.seed(), spec.number(), spec.day().toEpochDay());
        Spot spot = world.ground().spot(dice);
        Instant at = spec.day().atTime(world.rhythm().time(spec.stream(), dice)).atZone(Times.ZONE).toInstant();
        Category category = world.categories().find(new CategoryCode(spec.category())).orElseThrow();
        boolean violent = category.neverMediate();
        Kind kind = violent ? Kind.CONSULTATION : kind(spec, dice);
        var script = new Script(world.calendar(), at, world.end(), dice);
        var ways = new Ways(world, script, dice, spot, kind, category.neverMediate(), helpers(spec));
        String department = Departments.of(spec.category());
        if (violent) {
            ways.consultation(false, "police");
        } else {
            course(ways, spec, kind, category, department);
        }
        return new PastMatter(registration(spec, kind, spot, dice), at, registrar(spec.stream(), spot, dice), script.acts());
    }

    private List<UnitId> helpers(Spec spec) {
        return supported.contains(spec.number()) ? List.of(world.ground().unit("procuratorate")) : List.of();
    }

    private static void course(Ways ways, Spec spec, Kind kind, Category category, String department) {
        switch (spec.stream()) {
            case COURT -> ways.delegated(0.80);
            case POLICE -> ways.alarm();
            case PETITION -> petition(ways, spec, kind, category);
            case HOTLINE -> hotline(ways, kind, category, department);
            case GRID -> ways.ladder(false);
            case HAZARD -> ways.ladder(true);
            case CITIZEN, WINDOW -> brought(ways, kind, category, department);
            case SUPERIOR -> ways.assignment(department);
        }
    }

    /** They are few: every fiftieth fails, three of the last year, for a draw of 98 % would show 96 % or 100 % as well. */
    private static void petition(Ways ways, Spec spec, Kind kind, Category category) {
        boolean succeeds = spec.place() % 50 != 10;
        if (kind == Kind.PETITION) {
            ways.petition(category.marks().contains(CategoryMark.GUIDE_ONLY), Departments.of(spec.category()), succeeds);
        } else {
            ways.delegated(succeeds ? 1 : 0);
        }
    }

    private static void hotline(Ways ways, Kind kind, Category category, String department) {
        if (kind == Kind.CONSULTATION) {
            ways.consultation(category.marks().contains(CategoryMark.GUIDE_ONLY), department);
        } else {
            ways.alarm();
        }
    }

    private static void brought(Ways ways, Kind kind, Category category, String department) {
        if (kind == Kind.CONSULTATION) {
            ways.consultation(category.marks().contains(CategoryMark.GUIDE_ONLY), department);
        } else {
            ways.brought(category.marks().contains(CategoryMark.GUIDE_ONLY), department);
        }
    }

    static Kind kind(Spec spec, Dice dice) {
        String group = spec.category().substring(0, 2);
        return switch (spec.stream()) {
            case COURT, POLICE, GRID -> Kind.DISPUTE;
            case HAZARD -> Kind.HAZARD;
            case SUPERIOR -> Kind.SUPERIOR;
            case PETITION -> TO_BE_ANSWERED.contains(group) || dice.chance(0.5) ? Kind.PETITION : Kind.DISPUTE;
            case HOTLINE, CITIZEN, WINDOW -> TO_BE_ANSWERED.contains(group) ? Kind.CONSULTATION : Kind.DISPUTE;
        };
    }

    /** Who writes it down: the line's own people, or its system. */
    Actor registrar(Stream stream, Spot spot, Dice dice) {
        var people = new People(world, spot, dice);
        return switch (stream) {
            case COURT -> people.of("court");
            case POLICE -> people.of("police");
            case PETITION -> people.of("petition");
            case HOTLINE -> Actor.system("line-12345", List.of());
            case GRID, HAZARD -> people.gridWorker();
            case CITIZEN -> Actor.system("public-report", List.of());
            case SUPERIOR -> people.of("committee");
            case WINDOW -> people.atCenter(Role.WINDOW);
        };
    }

    RegisterMatter registration(Spec spec, Kind kind, Spot spot, Dice dice) {
        boolean hazard = spec.stream() == Stream.HAZARD;
        String place = spot.place(dice);
        int people = spec.category().equals("0401") ? dice.between(2, 28) : dice.between(2, 5);
        BigDecimal amount = amount(spec.category(), people, dice);
        Told told = world.texts().trouble(spec.category(), hazard, new Slots(dice.chance(0.7) ? "对方" : "邻居一方", place, people, amount), dice);
        LonLat point = spot.point(dice);
        LocalDate occurred = hazard || dice.chance(0.4) ? null : spec.day().minusDays(dice.between(0, 20));
        return new RegisterMatter(spec.stream().line(), outsideNo(spec, world.series()), null, null, told.title(), told.facts(), spec.category(), null,
                new Place(place, null, spot.code().value(), point.lon(), point.lat()), occurred,
                told.peopleNamed() || !hazard ? people : null, told.amountNamed() ? amount : null, null,
                parties(spec.stream(), place, dice), new ProcedureId(procedure(kind)), List.of());
    }

    private List<Participant> parties(Stream stream, String place, Dice dice) {
        List<Participant> parties = new ArrayList<>(2);
        if (stream == Stream.HAZARD) {
            return parties;
        }
        parties.add(new Participant(stream == Stream.HOTLINE ? PartyRole.REPORTER : PartyRole.APPLICANT,
                world.people().person(place, dice)));
        if (stream != Stream.HOTLINE && dice.chance(0.85)) {
            parties.add(new Participant(PartyRole.RESPONDENT, world.people().other(dice)));
        }
        return parties;
    }

    private static BigDecimal amount(String category, int people, Dice dice) {
        int least = switch (category.substring(0, 2)) {
            case "04" -> category.equals("0401") ? 6_000 * people : 2_000;
            case "08", "10", "06" -> 10_000;
            case "12", "13" -> 3_000;
            default -> 300;
        };
        return BigDecimal.valueOf((long) (least * (1 + 9 * dice.fraction() * dice.fraction())) / 100 * 100);
    }

    static String procedure(Kind kind) {
        return switch (kind) {
            case DISPUTE -> "dispute";
            case CONSULTATION -> "consultation";
            case PETITION -> "petition-guidance";
            case SUPERIOR -> "superior-assignment";
            case HAZARD -> "hazard";
        };
    }

    private static @Nullable String outsideNo(Spec spec, String series) {
        int year = spec.day().getYear();
        return switch (spec.stream()) {
            case COURT -> "（" + year + "）演诉调" + series + spec.number() + "号";
            case POLICE -> "YJ" + series + year + String.format("%07d", spec.number());
            case PETITION -> "YX" + series + year + String.format("%06d", spec.number());
            case HOTLINE -> "YR" + series + year + String.format("%07d", spec.number());
            case SUPERIOR -> "演交办〔" + year + "〕" + series + spec.number() + "号";
            case GRID, CITIZEN, WINDOW, HAZARD -> null;
        };
    }
}
