package org.hejie.matter.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hejie.audit.HashChain;
import org.hejie.matter.MatterCode;
import org.hejie.matter.MatterId;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegistrationAdvice.Advice;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.category.Category;
import org.hejie.matter.internal.History.Data;
import org.hejie.matter.procedure.Procedure;
import org.hejie.matter.procedure.Procedures;
import org.hejie.matter.procedure.UnknownProcedure;
import org.hejie.org.Unit;
import org.hejie.org.Units;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.crypto.Sm3;
import org.hejie.shared.web.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes a new matter in memory: its home, procedure, code, keys, first clocks and first event. */
@Component
class Registrar {

    private final Ids ids;
    private final CodeNumbers numbers;
    private final Homes homes;
    private final Units units;
    private final Procedures procedures;
    private final RegistrationChecks checks;
    private final GivenAdvice advice;
    private final Timing timing;
    private final History history;
    private final String county;

    Registrar(Ids ids, CodeNumbers numbers, Homes homes, Units units, Procedures procedures, RegistrationChecks checks,
            GivenAdvice advice, Timing timing, History history, @Value("${hejie.county}") String county) {
        this.ids = ids;
        this.numbers = numbers;
        this.homes = homes;
        this.units = units;
        this.procedures = procedures;
        this.checks = checks;
        this.advice = advice;
        this.timing = timing;
        this.history = history;
        this.county = county;
    }

    /** @throws Problem naming the fields that cannot be taken */
    void check(RegisterMatter given, Instant now) {
        checks.check(given, given.reportedAt() == null ? now : given.reportedAt(), now);
        homes.of(given.place());
    }

    /**
     * The matter as it begins.
     *
     * @param expected how many registrations are about to come, for the numbers
     * @throws Problem naming the fields that cannot be taken, or FORBIDDEN if the procedure does not let the doer register
     */
    Matter begin(RegisterMatter given, Doer doer, Instant now, int expected) {
        return begin(given, doer, now, (day, line) -> numbers.next(county, day, line, expected));
    }

    /** As above, with a number reserved before. */
    Matter begin(RegisterMatter given, Doer doer, Instant now, CodeNumbers.Reserved codes) {
        Instant registeredAt = given.reportedAt() == null ? now : given.reportedAt();
        Category category = checks.check(given, registeredAt, now);
        Homes.Home home = homes.of(given.place());
        Advice advised = advice.of(given);
        Procedure procedure = procedure(given, advised);
        boolean neverMediate = category.neverMediate() || given.safety().contains(SafetyFact.DOMESTIC_VIOLENCE);
        if (neverMediate && procedure.mediates()) {
            throw Problem.field("procedure", "NEVER_MEDIATED");
        }
        if (doer.roles().stream().noneMatch(procedure.entry().roles()::contains)) {
            throw Refusal.guarded("ROLE");
        }
        MatterId id = new MatterId(ids.next());
        MatterCode code = codes.next(Times.dateOf(registeredAt), given.line());
        Set<Long> keys = keys(given, doer, home, id);
        var matter = new Matter(id, code, county, given.line(), content(given, home), procedure, procedure.entry().status(),
                home.unit().value(), home.center() == null ? null : home.center().value(), firstOwner(doer),
                registeredAt, now, given.reportedAt() != null, doer.id() == null ? 0 : doer.id(),
                given.enteredFor() == null ? null : given.enteredFor().value(),
                HashChain.origin(History.TABLE, id.value()));
        matter.visibleTo.addAll(keys);
        keys.stream().filter(key -> key > 0 && !home.keys().contains(key)).forEach(matter.newParticipants::add);
        matter.version = 1;
        matter.riskCheckRequired = category.forcesRiskCheck() || advised.riskCheck();
        matter.neverMediate = neverMediate;
        timing.start(matter, procedure.entry().starts(), registeredAt);
        history.append(matter, null, null, matter.status, doer, registeredAt, now, null, given.entryReason(),
                new Data().put("line", given.line().name()).put("category", category.code().value())
                        .put("procedure", procedure.id().value()).put("version", procedure.version())
                        .put("rules", advice.rulesVersion())
                        .put("safety", given.safety().isEmpty() ? null : given.safety().stream().map(SafetyFact::name).toList())
                        .put("backEntry", given.reportedAt() == null ? null : Boolean.TRUE)
                        .put("content", contentHash(given)));
        return matter;
    }

    private Procedure procedure(RegisterMatter given, Advice advised) {
        try {
            return procedures.current(given.procedure() == null ? advised.procedure() : given.procedure());
        } catch (UnknownProcedure unknown) {
            throw Problem.field("procedure", "UNKNOWN");
        }
    }

    private Set<Long> keys(RegisterMatter given, Doer doer, Homes.Home home, MatterId id) {
        Set<Long> keys = new LinkedHashSet<>(home.keys());
        units.ofLine(given.line().digit()).map(Unit::id).ifPresent(unit -> keys.add(unit.value()));
        if (doer.unit() != null) {
            keys.add(doer.unit());
        }
        if (given.enteredFor() != null) {
            keys.add(given.enteredFor().value());
        }
        keys.add(id.residentKey());
        return keys;
    }

    private long firstOwner(Doer doer) {
        return doer.unit() == null ? units.countyCenter().id().value() : doer.unit();
    }

    private static Matter.Content content(RegisterMatter given, Homes.Home home) {
        return new Matter.Content(given.outsideNo(), given.category(), given.secondaryCategory(), given.title().strip(),
                given.facts().strip(), given.place().text(), home.area() == null ? null : home.area().value(),
                home.grid() == null ? null : home.grid().value(), given.place().lon(), given.place().lat(),
                given.occurredOn(), given.people(), given.amount() == null ? null : given.amount().setScale(2), given.scale(),
                given.safety());
    }

    /** Binds what was told to the history without repeating it there. */
    private static String contentHash(RegisterMatter given) {
        return HexFormat.of().formatHex(Sm3.hash(
                (given.title().strip() + '\n' + given.facts().strip()).getBytes(StandardCharsets.UTF_8)));
    }

    /** The month in which a matter's words are searched: year times twelve plus month, Asia/Shanghai. */
    static int month(Instant at) {
        ZonedDateTime local = at.atZone(Times.ZONE);
        return local.getYear() * 12 + local.getMonthValue();
    }

    /** The numbers by which people ask for the matter. */
    static List<String> numbers(Matter matter) {
        String outside = matter.content.outsideNo();
        return outside == null ? List.of(matter.code.value()) : List.of(matter.code.value(), outside);
    }

    static List<String> searched(Matter matter) {
        String place = matter.content.placeText();
        return List.of(matter.content.title(), matter.content.facts(), place == null ? "" : place);
    }
}
