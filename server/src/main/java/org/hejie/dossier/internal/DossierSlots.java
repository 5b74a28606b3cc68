package org.hejie.dossier.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.dossier.Dossiers.Slot;
import org.hejie.dossier.Dossiers.State;
import org.hejie.dossier.paper.DossierPlan;
import org.hejie.dossier.paper.PaperSheet;
import org.hejie.dossier.paper.ShippedPapers;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.ResultKind;
import org.hejie.matter.procedure.Paper;
import org.hejie.matter.procedure.Procedure;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.matter.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the matter's papers into the places of the plan and tells which mandatory ones are missing. */
@Component
class DossierSlots {

    private final DossierPlan plan;
    private final ShippedPapers papers;
    private final Procedures procedures;

    DossierSlots(DossierPlan plan, ShippedPapers papers, Procedures procedures) {
        this.plan = plan;
        this.papers = papers;
        this.procedures = procedures;
    }

    List<Slot> of(MatterDetail matter) {
        Set<String> known = plan.entries().stream().map(DossierPlan.Entry::code).collect(Collectors.toSet());
        var slots = new ArrayList<Slot>();
        for (DossierPlan.Entry entry : plan.entries()) {
            List<MatterDetail.Paper> files = matter.papers().stream()
                    .filter(file -> file.paper().equals(entry.code()) || entry.rest() && !known.contains(file.paper())).toList();
            if (files.isEmpty() && neverMediated(matter, entry.code())) {
                continue;
            }
            boolean needed = needed(matter, entry);
            slots.add(new Slot(entry.code(), entry.name(), needed, state(entry, needed, files), files.stream().map(PaperDesk::scan).toList()));
        }
        return withStandIns(slots);
    }

    private boolean neverMediated(MatterDetail matter, String code) {
        return matter.neverMediate() && papers.find(code).map(PaperSheet::mediates).orElse(false);
    }

    private static State state(DossierPlan.Entry entry, boolean needed, List<MatterDetail.Paper> files) {
        if (!files.isEmpty()) {
            return State.THERE;
        }
        return !needed ? State.ABSENT : entry.made() ? State.MADE : State.MISSING;
    }

    /** A paper in whose stead another one is there or will be printed is not missing. */
    private List<Slot> withStandIns(List<Slot> slots) {
        Map<String, State> states = slots.stream().collect(Collectors.toMap(Slot::code, Slot::state));
        Map<String, DossierPlan.Entry> entries = plan.entries().stream().collect(Collectors.toMap(DossierPlan.Entry::code, entry -> entry));
        return slots.stream().map(slot -> {
            String instead = entries.get(slot.code()).instead();
            State other = instead == null ? State.ABSENT : states.getOrDefault(instead, State.ABSENT);
            return slot.state() == State.MISSING && (other == State.THERE || other == State.MADE)
                    ? new Slot(slot.code(), slot.name(), false, State.ABSENT, slot.files()) : slot;
        }).toList();
    }

    /** By the plan, or because the procedure wants it in the archived file. */
    private boolean needed(MatterDetail matter, DossierPlan.Entry entry) {
        @Nullable ResultKind result = matter.result() == null ? null : ResultKind.valueOf(matter.result());
        if (entry.neededFor(result)) {
            return true;
        }
        Procedure procedure = procedures.get(new ProcedureId(matter.procedure().id()), matter.procedure().version());
        Paper paper = procedure.papers().get(entry.code());
        return result != null && paper != null && !paper.madeBySystem() && procedure.archivePapers().contains(entry.code())
                && paper.neededFor(result);
    }
}
