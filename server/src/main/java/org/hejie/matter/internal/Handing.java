package org.hejie.matter.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hejie.matter.Act;
import org.hejie.matter.internal.History.Data;
import org.hejie.matter.internal.StepRun.Outcome;
import org.hejie.matter.procedure.Procedure;
import org.hejie.matter.procedure.Procedures;
import org.hejie.matter.procedure.UnknownProcedure;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.org.Units;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In whose hands a matter lies: dispatch, transfer, escalation, signature. */
@Component
class Handing {

    private final Procedures procedures;
    private final Units units;

    Handing(Procedures procedures, Units units) {
        this.procedures = procedures;
        this.units = units;
    }

    /** What must be known before the move is looked up: a dispatch may choose another procedure. */
    void chooseProcedure(Matter matter, Act act) {
        if (act instanceof Act.Dispatch dispatch && dispatch.procedure() != null
                && !dispatch.procedure().equals(matter.procedure.id())) {
            if (matter.dispatchedAt != null) {
                throw Problem.field("procedure", "TOO_LATE");
            }
            try {
                matter.procedure = procedures.current(dispatch.procedure());
            } catch (UnknownProcedure unknown) {
                throw Problem.field("procedure", "UNKNOWN");
            }
            if (matter.neverMediate && matter.procedure.mediates()) {
                throw Problem.field("procedure", "NEVER_MEDIATED");
            }
            if (!matter.procedure.statuses().contains(matter.status)) {
                throw Problem.field("procedure", "NOT_POSSIBLE_NOW");
            }
        }
    }

    void hand(Matter matter, UnitId lead, List<UnitId> coHandlers, Doer doer, Instant at, @Nullable Outcome last,
            Data data) {
        if (coHandlers.contains(lead)) {
            throw Problem.field("coUnitIds", "LEAD_AMONG_THEM");
        }
        endStep(matter, at, last == null ? Outcome.ENDED : last);
        handling(lead, "leadUnitId");
        List<Long> helpers = new ArrayList<>();
        coHandlers.forEach(unit -> helpers.add(handling(unit, "coUnitIds").id().value()));
        matter.leadUnit = lead.value();
        matter.dispatchedAt = at;
        matter.handler = null;
        matter.steps.add(new StepRun(++matter.stepSeq, lead.value(), helpers, at, doer.id()));
        see(matter, lead);
        coHandlers.forEach(unit -> see(matter, unit));
        data.put("lead", lead.value()).put("co", helpers.isEmpty() ? null : helpers).put("limit", matter.limitKey);
    }

    /** Lets a unit take part that neither leads nor helps with the step, such as one called to a joint session. */
    void join(Matter matter, UnitId unit) {
        see(matter, handling(unit, "unitIds").id());
    }

    private void see(Matter matter, UnitId unit) {
        if (participates(matter.homeUnit, unit)) {
            matter.newParticipants.add(unit.value());
        }
        matter.show(keys(unit));
    }

    /** Whether a unit that joins is one apart from those above the matter's home, so that its part is written down. */
    boolean participates(long homeUnit, UnitId unit) {
        return !units.isWithin(new UnitId(homeUnit), unit);
    }

    /** What a matter is shown to when a unit that handles matters joins. @throws Problem for {@code unitIds} if it handles none */
    List<Long> joiningKeys(UnitId unit) {
        return keys(handling(unit, "unitIds").id());
    }

    private List<Long> keys(UnitId unit) {
        long county = units.county().id().value();
        return units.lineage(unit).stream().map(UnitId::value).filter(key -> key != county).toList();
    }

    private Unit handling(UnitId id, String field) {
        Unit unit = units.find(id).orElseThrow(() -> Problem.field(field, "UNKNOWN"));
        if (unit.kind() == UnitKind.COUNTY || unit.kind() == UnitKind.COMMITTEE) {
            throw Problem.field(field, "HANDLES_NO_MATTERS");
        }
        return unit;
    }

    void escalate(Matter matter, Doer doer, Instant at, Data data) {
        Unit here = units.get(new UnitId(matter.leadUnit == null ? matter.homeUnit : matter.leadUnit));
        UnitId above = switch (here.kind()) {
            case GRID, VILLAGE -> here.parent();
            case TOWN_CENTER, DEPARTMENT, STATIONED_AGENCY -> units.countyCenter().id();
            case COUNTY, COUNTY_CENTER, COMMITTEE -> throw Refusal.guarded("HIGHEST_LEVEL");
        };
        data.put("from", here.id().value());
        List<UnitId> below = here.kind() == UnitKind.GRID || here.kind() == UnitKind.VILLAGE ? List.of(here.id()) : List.of();
        matter.limitKey = limitKey(matter, null, above);
        hand(matter, above, below, doer, at, Outcome.ESCALATED, data);
    }

    /** The ladder's limits go by level; at the county the dispatcher's choice or the procedure's default holds. */
    @Nullable String limitKey(Matter matter, @Nullable String chosen, UnitId lead) {
        if (chosen != null) {
            if (!matter.procedure.limitKeys().contains(chosen)) {
                throw Problem.field("limit", "UNKNOWN");
            }
            if (matter.neverMediate && chosen.equals(Procedure.MEDIATION)) {
                throw Problem.field("limit", "NEVER_MEDIATED");
            }
            return chosen;
        }
        return switch (handling(lead, "leadUnitId").kind()) {
            case GRID -> "grid";
            case VILLAGE -> "village";
            case TOWN_CENTER -> "town";
            case COUNTY, COUNTY_CENTER, DEPARTMENT, STATIONED_AGENCY, COMMITTEE -> null;
        };
    }

    static void sign(Matter matter, Doer doer, Instant at, boolean auto) {
        matter.signedAt = at;
        matter.firstOwner = matter.leadUnit == null ? matter.firstOwner : matter.leadUnit;
        matter.currentStep().ifPresent(step -> step.sign(at, doer.id(), auto));
    }

    static void endStep(Matter matter, Instant at, Outcome outcome) {
        matter.currentStep().ifPresent(step -> step.end(at, outcome));
    }
}
