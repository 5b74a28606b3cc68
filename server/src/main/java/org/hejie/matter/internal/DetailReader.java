package org.hejie.matter.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterDetail.Named;
import org.hejie.matter.MatterDetail.OutsideNumber;
import org.hejie.matter.MatterDetail.ProcedureName;
import org.hejie.matter.MatterDetail.Where;
import org.hejie.matter.MatterId;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.CategoryCode;
import org.hejie.matter.procedure.Basis;
import org.hejie.matter.procedure.ClockRule;
import org.hejie.matter.procedure.Procedure;
import org.hejie.matter.procedure.TimeLimit;
import org.hejie.matter.procedure.Wording;
import org.hejie.org.Actors;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.place.AreaCode;
import org.hejie.place.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what the matter's page shows. */
@Component
class DetailReader {

    private final MatterLoader loader;
    private final Offers offers;
    private final Doers doers;
    private final TimelineReader timeline;
    private final FileReader files;
    private final LinkRows links;
    private final Categories categories;
    private final Units units;
    private final Places places;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    DetailReader(MatterLoader loader, Offers offers, Doers doers, TimelineReader timeline, FileReader files, LinkRows links,
            Categories categories, Units units, Places places, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.loader = loader;
        this.offers = offers;
        this.doers = doers;
        this.timeline = timeline;
        this.files = files;
        this.links = links;
        this.categories = categories;
        this.units = units;
        this.places = places;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<MatterDetail> read(MatterId id) {
        return loader.read(id).map(this::detail);
    }

    private MatterDetail detail(Matter matter) {
        Matter.Content content = matter.content;
        return new MatterDetail(matter.id.value(), matter.code.value(), matter.status.name(), matter.version, content.title(),
                content.facts(), matter.line.name(), outside(matter), category(content.category(), matter.registeredAt),
                content.secondaryCategory() == null ? null : category(content.secondaryCategory(), matter.registeredAt),
                new ProcedureName(matter.procedure.id().value(), matter.procedure.version(), matter.procedure.name()),
                where(matter), content.occurredOn(), matter.registeredAt, matter.enteredAt, matter.backEntry,
                unit(matter.enteredFor), content.people(), content.amount(), matter.redRisk ? "RED" : null,
                matter.riskCheckRequired, matter.neverMediate, List.copyOf(content.safety()), unit(matter.leadUnit), coUnits(matter),
                matter.resultKind == null ? null : matter.resultKind.name(), matter.returnCount, matter.reopenSeq,
                matter.evaluation == null ? null : matter.evaluation.name(), matter.closedAt, matter.resolvedAt,
                matter.performedAt, matter.archivedAt, clocks(matter), timeline.of(matter), files.parties(matter),
                files.papers(matter), offers.of(matter, doers.of(Actors.current()), clock.instant()));
    }

    /** Its own number and those of what was merged into it. */
    private List<OutsideNumber> outside(Matter matter) {
        return Stream.concat(Stream.ofNullable(matter.content.outsideNo())
                .map(number -> new OutsideNumber(matter.line.name(), number)), links.mergedNumbers(matter.id).stream()).toList();
    }

    private Named category(String code, Instant registeredAt) {
        return categories.find(new CategoryCode(code), registeredAt)
                .map(found -> new Named(null, code, found.zh(), found.en())).orElseGet(() -> new Named(null, code, code, code));
    }

    private Where where(Matter matter) {
        Matter.Content content = matter.content;
        Named area = content.areaCode() == null ? null : places.area(new AreaCode(content.areaCode()))
                .map(found -> new Named(null, found.code().value(), found.name(), found.nameEn())).orElse(null);
        return new Where(content.placeText(), area, content.gridCode(), content.lon(), content.lat(), unit(matter.homeUnit));
    }

    private @Nullable Named unit(@Nullable Long id) {
        return id == null ? null : units.find(new UnitId(id)).map(DetailReader::named).orElse(null);
    }

    static Named named(Unit unit) {
        return new Named(unit.id().value(), unit.code(), unit.name(), unit.nameEn());
    }

    private List<Named> coUnits(Matter matter) {
        return matter.currentStep().map(step -> step.coUnits).orElse(List.of()).stream()
                .flatMap(id -> units.find(new UnitId(id)).stream()).map(DetailReader::named).toList();
    }

    private List<MatterDetail.Clock> clocks(Matter matter) {
        List<MatterDetail.Clock> shown = new ArrayList<>();
        List<JsonNode> traces = jdbc.sql("""
                select trace::text from matter.clock where matter_id = :id order by started_at, key
                """).param("id", matter.id.value()).query((row, number) -> json.readTree(row.getString(1))).list();
        for (int i = 0; i < matter.clocks.size(); i++) {
            shown.add(clock(matter.procedure, matter.clocks.get(i), traces.get(i)));
        }
        return shown;
    }

    private static MatterDetail.Clock clock(Procedure procedure, ClockRun run, JsonNode trace) {
        ClockRule rule = procedure.clocks().get(run.key);
        Basis basis = rule == null ? null : basis(rule, run.basis);
        Wording name = rule == null ? new Wording(run.key, run.key) : rule.name();
        Instant due = run.deadline.dueAt();
        return new MatterDetail.Clock(run.key, name, run.kind.name(), basis == null ? name : basis.text(),
                basis != null && basis.verified(), run.limit.toString(), run.startedAt, due, run.deadline.amberAt(),
                run.stoppedAt, run.pausedAt != null, run.reviewOn, run.deadline.provisional(), trace);
    }

    private static @Nullable Basis basis(ClockRule rule, String key) {
        return Stream.concat(rule.limits().values().stream(), Stream.ofNullable(rule.red()))
                .map(TimeLimit::basis).filter(basis -> basis.key().equals(key)).findFirst().orElse(null);
    }
}
